"""Which step Ctrl+Z takes back and which one Ctrl+Y brings again."""

from __future__ import annotations

from collections.abc import Iterable

from coopdesk.desk.ledger import Kind, StepHead


class History:
    """Two stacks, rebuilt from the steps on file, so that undo survives a restart."""

    def __init__(self, heads: Iterable[StepHead] = ()) -> None:
        self._undo: list[StepHead] = []
        self._redo: list[StepHead] = []
        for head in heads:
            self.note(head)

    def note(self, head: StepHead) -> None:
        """A step was committed."""
        match head.kind:
            case Kind.DO:
                self._undo.append(head)
                self._redo.clear()
            case Kind.UNDO:
                if self._undo:
                    self._undo.pop()
                self._redo.append(head)
            case Kind.REDO:
                if self._redo:
                    self._redo.pop()
                self._undo.append(head)

    def holds(self, head: StepHead) -> bool:
        """Whether a step still stands: it was not taken back."""
        return any(one is head for one in self._undo)

    @property
    def undoable(self) -> StepHead | None:
        return self._undo[-1] if self._undo else None

    @property
    def redoable(self) -> StepHead | None:
        return self._redo[-1] if self._redo else None
