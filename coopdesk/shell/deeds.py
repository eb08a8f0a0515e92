"""What can be done in every window, whatever the page: the shell's own actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from coopdesk.shell.action import Action
from coopdesk.shell.page import PageSpec
from coopdesk.shell.place import Navigator, Place
from coopdesk.shell.present import Presenting
from coopdesk.shell.theme import Theme
from coopdesk.shell.tokens import ZOOMS
from coopdesk.words.marks import N_

DOSSIER = "dossier"  # the screen that makes paper
MODES = {"system": N_("As Windows has it"), "light": N_("Light"), "dark": N_("Dark")}
# The titles of submenus, as the extraction must see them.
SUBMENUS = (N_("Go to"), N_("Zoom"), N_("Theme"), N_("Recent"))


# What a list does with its cells: the method of the list, title, icon, key, menu and block.
IN_LISTS = (
    ("copy_with_titles", N_("Copy with column titles"), "copy", "Ctrl+Shift+C", "Edit", 1),
    ("paste_special", N_("Paste special…"), "clipboard_paste", "Ctrl+Shift+V", "Edit", 1),
    ("fill_down", N_("Fill down"), "", "Ctrl+D", "Edit", 2), ("clear_cells", N_("Clear cells"), "", "Del", "Edit", 2),
    ("find_in_list", N_("Find in this list"), "filter", "Ctrl+F", "Edit", 4),
    ("find_next", N_("Find next"), "", "F3", "Edit", 4), ("replace_in_list", N_("Replace…"), "", "Ctrl+H", "Edit", 4),
    ("switch_filters", N_("Filters off or on"), "filter_dismiss", "Ctrl+Shift+L", "View", 2),
    ("comment_here", N_("Comment…"), "comment", "Shift+F2", "Insert", 8),
)  # fmt: skip


class Hands(Protocol):
    """What the window itself can do."""

    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def undo_text(self) -> str: ...
    def redo_text(self) -> str: ...
    def edit_text(self, deed: str) -> None: ...
    def can_edit(self, deed: str) -> bool: ...
    def open_finder(self) -> None: ...
    def next_pane(self, by: int) -> None: ...
    def to_detail(self) -> None: ...
    def toggle_navigation(self) -> None: ...
    @property
    def presenting(self) -> Presenting: ...
    def reread(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_about(self) -> None: ...
    def show_help(self) -> None: ...
    def close(self) -> bool: ...
    @property
    def has_workspace(self) -> bool: ...
    @property
    def has_detail(self) -> bool: ...


def window_actions(hands: Hands, go: Navigator, theme: Theme, specs: Sequence[PageSpec]) -> list[Action]:
    """All of them, in the order of the menus."""

    def open_() -> bool:
        return hands.has_workspace

    return [
        *(_print(spec, go) for spec in specs if spec.name == DOSSIER),
        Action("quit", N_("Quit"), "dismiss", "", hands.close, menu="File", group=90, key_text="Alt+F4"),
        *_editing(hands),
        Action("find", N_("Search or run a command…"), "search", "Ctrl+K; Alt+Q", hands.open_finder, menu="Edit",
               group=4, also=N_("find palette")),
        Action("back", N_("Back"), "arrow_left", "Alt+Left", go.back, lambda: go.can_back, "View"),
        Action("forward", N_("Forward"), "arrow_right", "Alt+Right", go.forward, lambda: go.can_forward, "View"),
        *(_visit(spec, go) for spec in specs),
        Action("detail", N_("Details"), "panel_right", "F4", hands.to_detail, lambda: hands.has_detail, "View", 1),
        Action("pane", N_("Next pane"), "", "F6", partial(hands.next_pane, 1), open_, "View", 1),
        Action("pane back", N_("Previous pane"), "", "Shift+F6", partial(hands.next_pane, -1), open_, "View", 1),
        Action("navigation", N_("Names in the navigation"), "panel_left", "", hands.toggle_navigation, open_, "View",
               1),
        Action("present", N_("&Present"), "presenter", "F11", hands.presenting.toggle, open_, "View", 1,
               checked=lambda: hands.presenting.on, also=N_("full screen meeting projector")),
        *_looks(theme),
        Action("reread", N_("Read this screen again"), "arrow_clockwise", "F5", hands.reread, open_, "Tools", 8,
               also=N_("refresh")),
        Action("help", N_("Help with this screen"), "question_circle", "F1", hands.show_help, menu="Help",
               also=N_("how do I explanation")),
        Action("shortcuts", N_("Keyboard shortcuts"), "keyboard", "", hands.show_shortcuts, menu="Help", group=1),
        Action("about", N_("About Coopdesk"), "info", "", hands.show_about, menu="Help", group=9,
               also=N_("version licence sources")),
    ]  # fmt: skip


def _editing(hands: Hands) -> list[Action]:
    undo = Action(
        "undo",
        N_("Undo"),
        "arrow_undo",
        "Ctrl+Z",
        hands.undo,
        lambda: bool(hands.undo_text()),
        "Edit",
        wording=hands.undo_text,
    )
    redo = Action(
        "redo",
        N_("Redo"),
        "arrow_redo",
        "Ctrl+Y",
        hands.redo,
        lambda: bool(hands.redo_text()),
        "Edit",
        wording=hands.redo_text,
    )
    texts = (
        ("cut", N_("Cut"), "Ctrl+X", 1), ("copy", N_("Copy"), "Ctrl+C", 1), ("paste", N_("Paste"), "Ctrl+V", 1),
        ("selectAll", N_("Select all"), "Ctrl+A", 2),
    )  # fmt: skip
    return [
        undo,
        redo,
        *(Action(deed, title, "", "", partial(hands.edit_text, deed), menu="Edit", group=group, key_text=key)
          for deed, title, key, group in texts),
        *(Action(deed, title, icon, "", partial(hands.edit_text, deed), partial(hands.can_edit, deed), menu, group,
                 key_text=key)
          for deed, title, icon, key, menu, group in IN_LISTS),
    ]  # fmt: skip


def _print(spec: PageSpec, go: Navigator) -> Action:
    """Ctrl+P from every screen: to where paper is made. On that screen its own action of this name takes over."""
    return Action("dossier.print", N_("Compose and &print the dossier"), "print", "Ctrl+P",
                  partial(go.to, Place(spec.name)), menu="File", group=3, also=N_("pdf paper"))  # fmt: skip


def _visit(spec: PageSpec, go: Navigator) -> Action:
    return Action(
        f"go {spec.name}", spec.title, spec.icon, "", partial(go.to, Place(spec.name)), menu="View/Go to", group=0
    )


def _looks(theme: Theme) -> list[Action]:
    def zoom(percent: int) -> Callable[[], bool]:
        return lambda: theme.percent == percent

    def mode(name: str) -> Callable[[], bool]:
        return lambda: theme.mode == name

    return [
        *(Action(f"zoom {percent}", N_("Zoom {percent}%"), "zoom_in", "", partial(theme.zoom_to, percent),
                 menu="View/Zoom", group=2, checked=zoom(percent), fields=(("percent", str(percent)),))
          for percent in ZOOMS),
        Action("larger", N_("Larger"), "zoom_in", "", partial(theme.zoom_by, 1), lambda: theme.percent < ZOOMS[-1],
               "View/Zoom", 3),
        Action("smaller", N_("Smaller"), "zoom_out", "", partial(theme.zoom_by, -1), lambda: theme.percent > ZOOMS[0],
               "View/Zoom", 3),
        *(Action(f"theme {name}", title, "weather_moon", "", partial(theme.choose, name), menu="View/Theme", group=2,
                 checked=mode(name), also=N_("theme colours")) for name, title in MODES.items()),
    ]  # fmt: skip
