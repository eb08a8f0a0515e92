"""Walking between panes with F6, and editing in the widget that had the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu, QMenuBar, QWidget


class PaneWalk:
    """Remembers where in each pane the focus was, and goes to the next one on show."""

    def __init__(self, panes: Callable[[], Sequence[QWidget]]) -> None:
        self._panes = panes
        self._last: dict[int, QWidget] = {}
        self.last: QWidget | None = None

    def moved(self, widget: QWidget | None) -> None:
        """The focus went somewhere; menus do not count."""
        if widget is None or isinstance(widget, QMenu | QMenuBar):
            return
        self.last = widget
        widget.destroyed.connect(self._gone)
        for number, pane in enumerate(self._panes()):
            if _holds(pane, widget):
                self._last[number] = widget

    def step(self, by: int) -> None:
        """To the next pane, or the one before with -1."""
        panes = self._panes()
        shown = [number for number, pane in enumerate(panes) if pane.isVisible()]
        here = next((n for n in shown if self.last is not None and _holds(panes[n], self.last)), None)
        at = shown.index(here) if here is not None else -by
        order = [shown[(at + by * k) % len(shown)] for k in range(1, len(shown) + 1)]
        for number in order:
            if _enter(panes[number], self._last.get(number)):
                return

    def _gone(self) -> None:
        """A widget that had the focus is no more."""
        self._last.clear()
        self.last = None


def edit_text(widget: QWidget | None, deed: str) -> None:
    """Has the widget, or what it stands in, do "cut", "copy", "paste" or "selectAll" if it can."""
    while widget is not None:
        do = getattr(widget, deed, None)
        if callable(do):
            widget.setFocus()
            do()
            return
        widget = widget.parentWidget()


def able(widget: QWidget | None, deed: str) -> bool:
    """Whether the widget, or what it stands in, can do this."""
    while widget is not None:
        if callable(getattr(widget, deed, None)):
            return True
        widget = widget.parentWidget()
    return False


def enter_content(pane: QWidget) -> None:
    """Into the list of a pane, where there is one on show; else to the first widget that takes the focus."""
    lists = [view for view in pane.findChildren(QAbstractItemView) if view.isVisible()]
    focusable = [view for view in lists if view.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if focusable:
        focusable[0].setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        _enter(pane, None)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _enter(pane: QWidget, last: QWidget | None) -> bool:
    """Puts the focus in a pane: where it was, else on the first that takes it."""
    for widget in ([last] if last is not None else []) + [pane, *pane.findChildren(QWidget)]:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
