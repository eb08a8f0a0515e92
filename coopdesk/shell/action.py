"""Everything a user can do, as a value: menus, buttons, shortcuts, the palette and the list of shortcuts read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

MENUS = ("File", "Edit", "View", "Insert", "Tools", "Help")
MENU_TITLES = {
    "File": N_("&File"), "Edit": N_("&Edit"), "View": N_("&View"),
    "Insert": N_("&Insert"), "Tools": N_("&Tools"), "Help": N_("&Help"),
}  # fmt: skip


def always() -> bool:
    """The answer of an action that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    `title` is a msgid and may hold "&" before its Alt-letter; a unique one is chosen where it has none. `shortcut` is
    in Qt's portable writing ("Ctrl+N") with letters and function keys only, since digits and punctuation do not work
    on AZERTY. `menu` is one of MENUS, or such a name with a submenu after a slash ("View/Zoom"); `group` separates
    blocks inside it. `also` is a msgid with other words the palette finds it by. `checked` makes it a tick in the menu.
    `key_text` shows a key that the focused widget handles itself, without registering it. `wording` gives finished
    text that changes with the moment, such as the name of the step that Undo would take back.
    """

    id: str
    title: str
    icon: str = ""
    shortcut: str = ""
    run: Callable[[], object] = always
    enabled: Callable[[], bool] = always
    menu: str = "Insert"
    group: int = 0
    checked: Callable[[], bool] | None = None
    also: str = ""
    key_text: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    wording: Callable[[], str] | None = None

    def text(self, words: Words) -> str:
        """The title in the user's language, with its Alt-letter if it has one."""
        moment = self.wording() if self.wording is not None else ""
        return moment or words.say(self.title, **dict(self.fields))

    def plain(self, words: Words) -> str:
        """The title in the user's language for a button or a list."""
        return self.text(words).replace("&", "")
