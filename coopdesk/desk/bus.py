"""Tells whoever listens which rows a committed step changed."""

from __future__ import annotations

from collections.abc import Callable

from coopdesk.kernel.changes import Step

Listener = Callable[[Step, object | None], None]


class Bus:
    """Publishes after the commit, never before; ids travel, views fetch."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Listen from now on; call the result to stop."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, step: Step, initiator: object | None) -> None:
        for listener in tuple(self._listeners):
            listener(step, initiator)
