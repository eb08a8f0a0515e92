"""Builds the menu bar from actions: every command is in it, with its key and an Alt-letter of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from coopdesk.shell.action import MENU_TITLES, MENUS, Action
from coopdesk.shell.keys import spelled
from coopdesk.shell.mnemonics import with_letters
from coopdesk.words.catalogue import Words


class Menus:
    """The menu bar of one window; `show_actions` makes it anew for the page on show.

    An action that cannot be done now is grey while its menu is open. Its key is never switched off, since a key that
    is off cannot find out that it could be on; a press asks the action again.
    """

    def __init__(self, bar: QMenuBar, owner: QWidget, words: Words) -> None:
        self._bar, self._owner, self._words = bar, owner, words
        self._made: list[tuple[Action, QAction]] = []
        self._menus = {name: bar.addMenu(name) for name in MENUS}
        for name, title in zip(MENUS, with_letters([words.say(MENU_TITLES[name]) for name in MENUS]), strict=True):
            self._menus[name].setTitle(title)
            self._watch(self._menus[name])

    def show_actions(self, actions: Iterable[Action]) -> None:
        """Fills the menus; of two actions with one id the later stands, at the place of the first."""
        by_id: dict[str, Action] = {}
        for action in actions:
            by_id[action.id] = action
        # The action being carried out may be among them, so they end only with the present event.
        grave = QObject(QCoreApplication.instance())
        for _, old in self._made:
            self._owner.removeAction(old)
            old.setParent(grave)
        self._made.clear()
        for menu in self._menus.values():
            _empty(menu, grave)
        grave.deleteLater()
        for name in MENUS:
            self._fill(self._menus[name], name, [a for a in by_id.values() if a.menu.split("/")[0] == name])

    def qt_action(self, id: str) -> QAction | None:
        """The action of the menu with this id."""
        return next((made for action, made in self._made if action.id == id), None)

    def _fill(self, menu: QMenu, path: str, actions: Sequence[Action]) -> None:
        entries = _entries(path, actions)
        if not entries:
            menu.addAction(self._words.say("Nothing here on this screen")).setEnabled(False)
            return
        titles = with_letters([self._title(entry) for _, entry in entries])
        last = entries[0][0]
        for (group, entry), title in zip(entries, titles, strict=True):
            if group != last:
                menu.addSeparator()
                last = group
            if isinstance(entry, str):
                inner = menu.addMenu(title)
                self._watch(inner)
                self._fill(inner, entry, [a for a in actions if a.menu.startswith(entry)])
            else:
                menu.addAction(self._make(entry, title))

    def _title(self, entry: Action | str) -> str:
        if isinstance(entry, str):
            return self._words.say(entry.rpartition("/")[2])
        return entry.text(self._words)

    def _make(self, action: Action, title: str) -> QAction:
        made = QAction(f"{title}\t{spelled(action.key_text)}" if action.key_text else title, self._owner)
        made.setObjectName(action.id)
        made.setMenuRole(QAction.MenuRole.NoRole)
        if action.shortcut:
            made.setShortcuts(QKeySequence.listFromString(action.shortcut, QKeySequence.SequenceFormat.PortableText))
        if action.checked is not None:
            made.setCheckable(True)
            made.setChecked(action.checked())
        made.triggered.connect(_runner(action))
        self._owner.addAction(made)
        self._made.append((action, made))
        return made

    def _watch(self, menu: QMenu) -> None:
        menu.aboutToShow.connect(self._refresh)
        menu.aboutToHide.connect(self._enable_all)

    def _refresh(self) -> None:
        for action, made in self._made:
            made.setEnabled(action.enabled())
            made.setText(_with_same_letter(made.text(), action.text(self._words), spelled(action.key_text)))
            if action.checked is not None:
                made.setChecked(action.checked())

    def _enable_all(self) -> None:
        for _, made in self._made:
            made.setEnabled(True)


def _runner(action: Action) -> Callable[[], None]:
    def run() -> None:
        if action.enabled():
            action.run()

    return run


def _entries(path: str, actions: Sequence[Action]) -> list[tuple[int, Action | str]]:
    """The actions and submenus of a menu in order of their groups, each submenu where its first action stands."""
    found: list[tuple[int, Action | str]] = []
    for action in actions:
        if action.menu == path:
            found.append((action.group, action))
        else:
            inner = "/".join(action.menu.split("/")[: path.count("/") + 2])
            if not any(entry == inner for _, entry in found):
                found.append((action.group, inner))
    return sorted(found, key=lambda pair: pair[0])


def _with_same_letter(shown: str, text: str, key: str) -> str:
    """A title that may have changed (Undo names its step) with the Alt-letter it had, where it still has it."""
    at = shown.find("&")
    letter = shown[at + 1].lower() if at >= 0 else ""
    bare = text.replace("&", "")
    place = bare.lower().find(letter) if letter else -1
    title = bare if place < 0 else f"{bare[:place]}&{bare[place:]}"
    return f"{title}\t{key}" if key else title


def _empty(menu: QMenu, grave: QObject) -> None:
    for action in menu.actions():
        inner = action.menu()
        menu.removeAction(action)
        if isinstance(inner, QMenu):
            _empty(inner, grave)
            inner.hide()
            inner.deleteLater()
        elif action.parent() is menu:
            action.setParent(grave)
