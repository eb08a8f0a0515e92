"""Checks of a running window that no eye should have to do again: names for screen readers, clipped texts, targets,
keys that work on AZERTY, Alt-letters, and no English left. Each check returns its findings; empty is passed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QWidget,
)  # fmt: skip

from coopdesk.words.catalogue import Words

W = TypeVar("W", bound=QWidget)
INPUTS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
COMPOSED = (QComboBox, QAbstractSpinBox, QLineEdit)
SMALLEST = 24
UNSAFE = re.compile(r"(^|\+)([0-9/\\.;:\[\]{}`~'\"=#@^|<>?!§])$")
ENGLISH = re.compile(
    r"\b(Cancel|Save|Close|Discard|Retry|Apply|File|Edit|View|Delete|Search|Settings|Loading|Error|Undo|Redo|Add|Choose"
    r"|Agreements?|Actions?|Opportunit(?:y|ies)|Nothing|Show|The|Type)\b"
)


def visible(root: QWidget, *kinds: type[W]) -> list[W]:
    """The widgets of these kinds that a user sees, without the parts Qt makes itself."""
    return [w for w in _shown(root) if isinstance(w, kinds) and not w.objectName().startswith("qt_")]


def _shown(root: QWidget) -> Iterator[QWidget]:
    """What is on show below a widget. Not Qt's own search: that would go through every screen visited before."""
    for child in root.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from _shown(child)


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__}({widget.accessibleName() or widget.objectName() or text!r})"


def _worded(root: QWidget) -> list[QLabel | QAbstractButton]:
    """What a person reads as words: labels and buttons."""
    return [*visible(root, QLabel), *visible(root, QAbstractButton)]


def _composed(widget: QWidget) -> bool:
    return isinstance(widget.parent(), COMPOSED)


def icon_only(root: QWidget) -> list[str]:
    """Buttons without words have a tooltip and a name."""
    silent = [b for b in visible(root, QAbstractButton) if not b.text().strip() and not _composed(b)]
    bare = [b for b in silent if not any(label.text() for label in visible(b, QLabel))]
    return [_said(b) for b in bare if not b.toolTip() or not (b.accessibleName() or b.toolTip())]


def names(root: QWidget) -> list[str]:
    """Inputs and lists have a name for a screen reader."""
    found = []
    for widget in [*visible(root, *INPUTS), *visible(root, QAbstractItemView)]:
        if isinstance(widget, QHeaderView) or _composed(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(_said(widget))
    return found


def clipped(root: QWidget) -> list[str]:
    """Texts have the room they need."""
    found = []
    for label in visible(root, QLabel):
        text = re.sub("<[^>]+>", "", label.text())
        if not text or not label.pixmap().isNull():
            continue
        room = label.contentsRect()
        flags = int((Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag(0)) | Qt.TextFlag.TextShowMnemonic)
        area = QRect(0, 0, room.width() if label.wordWrap() else 10000, 10000)
        need = QFontMetrics(label.font()).boundingRect(area, flags, text)
        if need.width() > room.width() + 3 or need.height() > room.height() + 4:
            found.append(f"{text[:40]!r}: {need.width()}x{need.height()} in {room.width()}x{room.height()}")
    buttons = [b for b in visible(root, QPushButton, QToolButton) if b.text().strip() and not _composed(b)]
    narrow = [b for b in buttons if b.width() + 1 < b.minimumSizeHint().width()]
    return found + [f"{b.text()!r}: {b.width()} < {b.minimumSizeHint().width()}" for b in narrow]


def targets(root: QWidget) -> list[str]:
    """What is clicked is at least 24 pixels each way (WCAG 2.5.8)."""
    return [
        f"{_said(b)}: {b.width()}x{b.height()}" for b in visible(root, QAbstractButton)
        if not _composed(b) and (b.width() < SMALLEST or b.height() < SMALLEST)
    ]  # fmt: skip


def _inside(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _inside(inner)
        elif not action.isSeparator():
            yield action


def _all_menus(window: QMainWindow) -> list[QMenu]:
    return [menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]


def menu_actions(window: QMainWindow) -> list[QAction]:
    """Everything the menu bar can do, submenus included."""
    return [action for menu in _all_menus(window) for action in _inside(menu)]


def unreachable_actions(window: QMainWindow) -> list[str]:
    """Every action is in a menu or has a key."""
    known = set(menu_actions(window))
    return [
        repr(a.text()) for a in window.findChildren(QAction)
        if a.text() and not a.isSeparator() and a.menu() is None and a not in known and a.shortcut().isEmpty()
    ]  # fmt: skip


def shortcut_conflicts(window: QMainWindow) -> list[str]:
    """No key means two things."""
    found, seen = [], dict[str, QAction]()
    for action in window.findChildren(QAction):
        if action.shortcutContext() != Qt.ShortcutContext.WindowShortcut:
            continue
        for keys in action.shortcuts():
            other = seen.setdefault(keys.toString(), action)
            if other is not action:
                found.append(f"{keys.toString()}: {other.text()!r}, {action.text()!r}")
    return found


def unsafe_keys(window: QMainWindow) -> list[str]:
    """No digit, punctuation or AltGr in a key: they do not work on AZERTY."""
    keys = [(a, k.toString(QKeySequence.SequenceFormat.PortableText))
            for a in window.findChildren(QAction) for k in a.shortcuts()]  # fmt: skip
    return [f"{a.text()!r}: {k}" for a, k in keys if UNSAFE.search(k) or "Ctrl+Alt+" in k]


def menu_letters(window: QMainWindow) -> list[str]:
    """Every title in a menu has an Alt-letter of its own, as long as there are letters."""
    found = []
    rows = [("bar", [a.text() for a in window.menuBar().actions() if a.text()])]
    rows += [(menu.title(), [a.text() for a in menu.actions() if not a.isSeparator()]) for menu in _all_menus(window)]
    for where, titles in rows:
        letters = [m[1].lower() for title in titles if (m := re.search("&(\\w)", title))]
        if len(set(letters)) != len(letters) or (where == "bar" and len(letters) != len(titles)):
            found.append(f"{where}: {titles}")
    return found


def keyboard_reach(window: QMainWindow) -> list[str]:
    """Tab comes to every control; the focus stays where it was."""
    before, seen = window.focusWidget(), set[QWidget]()
    for _ in range(1000):
        window.focusNextChild()
        widget = window.focusWidget()
        if widget is None or widget in seen:
            break
        seen.add(widget)
    wanted = {
        w for w in [*visible(window, QAbstractButton), *visible(window, *INPUTS), *visible(window, QAbstractItemView)]
        if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not _composed(w)
    }  # fmt: skip
    if before is not None:
        before.setFocus()
    return [_said(w) for w in wanted - seen]


def buddies(root: QWidget) -> list[str]:
    """A label with an Alt-letter leads somewhere, and no two have the same."""
    labels = [label for label in visible(root, QLabel) if re.search(r"&\w", label.text())]
    lonely = [repr(label.text()) for label in labels if label.buddy() is None]
    letters: dict[str, list[str]] = {}
    for widget in _worded(root):
        if found := re.search(r"(?<!&)&(\w)", widget.text()):
            letters.setdefault(found[1].lower(), []).append(widget.text())
    return lonely + [f"Alt+{letter.upper()}: {texts}" for letter, texts in letters.items() if len(texts) > 1]


def english(root: QWidget) -> list[str]:
    """No English word on a Dutch screen."""
    texts = [w.text() for w in _worded(root)]
    return [repr(text) for text in texts if ENGLISH.search(text)]


def notation(root: QWidget) -> list[str]:
    """No decimal point, ISO date, nan, None or True where a person reads (nl-BE)."""
    bad = re.compile(r"\d\.\d{1,2}%|\b\d{4}-\d{2}-\d{2}\b|\bnan\b|\bNone\b|\bTrue\b|\bFalse\b")
    return [repr(w.text()) for w in _worded(root) if bad.search(w.text())]


def one_primary(root: QWidget) -> list[str]:
    """At most one filled button."""
    filled = [b.text() for b in visible(root, QPushButton) if b.property("kind") == "primary"]
    return [] if len(filled) <= 1 else [str(filled)]


def overflow(window: QMainWindow) -> list[str]:
    """The window need not be larger than 1024 by 640."""
    least = window.minimumSizeHint()
    return [] if least.width() <= 1024 and least.height() <= 640 else [f"{least.width()}x{least.height()}"]


def cut_off(root: QWidget) -> list[str]:
    """Nothing is wider than its room where that does not scroll sideways."""
    found = []
    for area in visible(root, QScrollArea):
        inside, room = area.widget(), area.viewport().width()
        sideways = area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        least = inside.minimumSizeHint().width()
        if not sideways and least > room + 1:
            widest = max(inside.findChildren(QWidget), key=lambda w: w.minimumSizeHint().width() * w.isVisible())
            found.append(f"{least} > {room}: {_said(widest)}")
    return found


def left_in_english(root: QWidget, words: Words) -> list[str]:
    """No msgid on a screen for which there is a Dutch word: everything a person reads went through the catalogue."""
    texts = [w.text() for w in _worded(root)]
    texts += [w.toolTip() for w in visible(root, QWidget)]
    texts += [w.placeholderText() for w in visible(root, QLineEdit)]
    texts += [w.accessibleName() for w in visible(root, QWidget)]
    for view in visible(root, QAbstractItemView):
        texts += list(_heads(view))
    if isinstance(root, QMainWindow):
        texts += [action.text() for action in menu_actions(root)] + [menu.title() for menu in _all_menus(root)]
    return sorted({repr(text) for text in texts if (text.strip() and words.say(text) != text) or ENGLISH.search(text)})


def _heads(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for at in range(model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 0):
        yield str(model.headerData(at, Qt.Orientation.Horizontal) or "")


ON_WINDOWS: tuple[Callable[[QMainWindow], list[str]], ...] = (
    unreachable_actions, shortcut_conflicts, unsafe_keys, menu_letters, keyboard_reach,
)  # fmt: skip
ANYWHERE: tuple[Callable[[QWidget], list[str]], ...] = (
    icon_only, names, clipped, cut_off, targets, buddies, english, notation, one_primary,
)  # fmt: skip


def findings(root: QWidget) -> dict[str, list[str]]:
    """What is wrong, by check; empty is passed."""
    QApplication.processEvents()
    found = {check.__name__: check(root) for check in ANYWHERE}
    if isinstance(root, QMainWindow):
        found |= {check.__name__: check(root) for check in ON_WINDOWS}
    return {name: wrong for name, wrong in found.items() if wrong}
