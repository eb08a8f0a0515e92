"""What the menu File offers about workspaces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from coopdesk.shell.action import Action
from coopdesk.words.marks import N_


class Keeper(Protocol):
    """What the menu asks of the open workspace."""

    def start_area(self) -> None: ...
    def ask_file(self) -> None: ...
    def open_example(self) -> None: ...
    def shut(self) -> None: ...
    def version_point(self) -> None: ...
    def save_copy(self) -> None: ...


def open_action(ask: Callable[[], object]) -> Action:
    """Opening a copy; on the welcome screen too."""
    return Action("open", N_("Open…"), "folder_open", "Ctrl+O", ask, menu="File", also=N_("file copy"))


def file_actions(session: Keeper) -> list[Action]:
    """What there is to do while a workspace is open."""
    return [
        Action("new workspace", N_("New workspace"), "add", "", session.start_area, menu="File"),
        open_action(session.ask_file),
        Action("example", N_("Open the example"), "play", "", session.open_example, menu="Help", group=2),
        Action("close workspace", N_("Close the workspace"), "dismiss", "", session.shut, menu="File"),
        Action("version point", N_("Keep a version point"), "save", "Ctrl+S", session.version_point, menu="File",
               group=2, also=N_("save")),
        Action("save copy", N_("Save a copy as…"), "save", "F12; Ctrl+Shift+S", session.save_copy, menu="File",
               group=2),
    ]  # fmt: skip
