"""What the Edit menu of the window asks of the list that had the focus: the same as its keys."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance


class ListDeeds:
    """Methods by the names the menu knows; each says to `asked` what a key would."""

    asked: SignalInstance

    def cut(self) -> None:
        self.asked.emit("cut")

    def copy(self) -> None:
        self.asked.emit("copy")

    def paste(self) -> None:
        self.asked.emit("paste")

    def copy_with_titles(self) -> None:
        self.asked.emit("copy with titles")

    def paste_special(self) -> None:
        self.asked.emit("paste special")

    def fill_down(self) -> None:
        self.asked.emit("fill")

    def clear_cells(self) -> None:
        self.asked.emit("clear")

    def find_in_list(self) -> None:
        self.asked.emit("filter")

    def find_next(self) -> None:
        self.asked.emit("next")

    def replace_in_list(self) -> None:
        self.asked.emit("replace")

    def switch_filters(self) -> None:
        self.asked.emit("filters")

    def comment_here(self) -> None:
        self.asked.emit("comment")
