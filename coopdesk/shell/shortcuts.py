"""Help > Keyboard shortcuts: every key there is at this moment, by menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coopdesk.shell.action import MENU_TITLES, Action
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.keys import spelled
from coopdesk.shell.theme import current_theme
from coopdesk.shell.twin import TableTwin
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

# Keys that lists and fields handle themselves, so no action of a menu tells of them.
IN_LISTS = (
    ("F2", N_("Edit the cell")), ("Enter", N_("Keep the cell and go down")), ("Esc", N_("Leave the cell as it was")),
    ("Ctrl+F2", N_("Show in annex")),
    ("Tab", N_("To the next cell")), ("Alt+Shift+Up; Alt+Shift+Down", N_("Move the row")),
    ("Ctrl+Space; Shift+Space", N_("Select column or row")),
    ("Alt+Down", N_("Open a list or the calendar")), ("Ctrl+Enter", N_("Keep what is typed in a note")),
)  # fmt: skip


def shortcut_rows(words: Words, actions: Sequence[Action]) -> list[tuple[str, str, str]]:
    """Menu, what it does, keys; in the order of the menus."""
    rows = [
        (words.say(MENU_TITLES[action.menu.split("/")[0]]).replace("&", ""), _deed(action, words), _keys(action))
        for action in actions if action.shortcut or action.key_text
    ]  # fmt: skip
    order = {words.say(title).replace("&", ""): at for at, title in enumerate(MENU_TITLES.values())}
    lists = words.say("Lists and fields")
    always = [(lists, words.say(title), spelled(keys)) for keys, title in IN_LISTS]
    return sorted(rows, key=lambda row: order[row[0]]) + always


def _deed(action: Action, words: Words) -> str:
    return words.say(action.title, **dict(action.fields)).replace("&", "").rstrip("…")


def _keys(action: Action) -> str:
    return spelled(action.shortcut or action.key_text)


class ShortcutsDialog(Dialog):
    """All keys in one table, to read or to copy."""

    def __init__(self, parent: QWidget, words: Words, actions: Sequence[Action]) -> None:
        super().__init__(parent, words.say("Keyboard shortcuts"))
        rows = shortcut_rows(words, actions)
        self.table = TableTwin(words.say("Keyboard shortcuts"))
        say = words.say
        self.table.show_table(
            [say("What it does"), say("Keys"), say("Where")], [(what, keys, where) for where, what, keys in rows]
        )
        self.body.addWidget(self.table)
        self.add_button(say("Copy table"), self.table.copy)
        self.add_button(say("Back to work"), self.close, primary=True)
        theme = current_theme()
        self.resize(theme.px(620), theme.px(560))
