"""The one place where the program speaks up: bars in the layout, a word beside a field, files and the few questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from coopdesk.shell.bars import BarStack, Choice
from coopdesk.shell.beside import Beside
from coopdesk.shell.speech import speak
from coopdesk.words.catalogue import Words

Filters = str | tuple[tuple[str, str], ...]


class FileDialogs(Protocol):
    """Asks for a file; None when the user thinks better of it."""

    def open(self, parent: QWidget, title: str, filters: str) -> Path | None: ...
    def open_many(self, parent: QWidget, title: str, filters: str) -> list[Path]: ...
    def save(self, parent: QWidget, title: str, name: str, filters: str) -> Path | None: ...
    def folder(self, parent: QWidget, title: str) -> Path | None: ...


class NativeDialogs:
    """The file dialogs of the operating system."""

    def open(self, parent: QWidget, title: str, filters: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(parent, title, "", filters)
        return Path(name) if name else None

    def open_many(self, parent: QWidget, title: str, filters: str) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(parent, title, "", filters)
        return [Path(name) for name in names]

    def save(self, parent: QWidget, title: str, name: str, filters: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name, filters)
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None


class Messages(QObject):
    """Everything the program says to the user outside the pages themselves. All texts come in finished."""

    totals = Signal(str)  # emit with what is chosen in a list ("Aantal 4 · Som 12") for the foot of the window

    def __init__(
        self, words: Words, window: QWidget, bars: BarStack, undo: Callable[[], object],
        files: FileDialogs | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._words, self._window, self._bars, self._undo = words, window, bars, undo
        self._files = files or NativeDialogs()
        self._beside: Beside | None = None

    @property
    def window(self) -> QWidget:
        """What a dialog of a page stands over."""
        return self._window

    def problem(self, text: str, near: QWidget | None = None) -> None:
        """Says what is wrong and what to do: at a field under it, near another widget beside it, else in a bar.

        It takes the place of what was said before.
        """
        self.quiet()
        if near is not None and hasattr(near, "show_problem"):
            near.show_problem(text)
        elif near is not None and near.isVisible() and near.window() is self._window and _small(near):
            self._point_at(near, text)
        else:
            self._bars.show_passing(text, "err", stays=True)
        self.announce(text)

    def note(self, text: str, undo: bool = False, *, tone: str = "info", choices: tuple[Choice, ...] = ()) -> None:  # noqa: FBT001, FBT002 - the signature pages were promised
        """Says what happened in the bar under the page, with Undo when asked."""
        self.quiet()
        undoing = (Choice(self._words.say("Undo"), self._undo, "arrow_undo"),) if undo else ()
        self._bars.show_passing(text, tone, (*choices, *undoing))
        self.announce(text)

    def quiet(self) -> None:
        """Takes the passing message away, as the next change does."""
        self._bars.clear()
        if self._beside is not None:
            self._beside.close()
            self._beside = None

    def saving_failed(self, text: str, retry: Callable[[], object], elsewhere: Callable[[], object]) -> None:
        """The red bar that stays until saving works again."""
        say = self._words.say
        choices = (Choice(say("Try again"), retry), Choice(say("Save in another place…"), elsewhere))
        self._bars.show_lasting(text, "err", choices)
        self.announce(text)

    def saving_works(self) -> None:
        """Takes the red bar away."""
        self._bars.clear_lasting()

    def open_file(self, title: str, filters: Filters) -> Path | None:
        """Asks for a file to read; `filters` are (name, "*.xlsx *.csv") pairs with finished names, or Qt's own text."""
        return self._files.open(self._window, title, _filter_text(filters))

    def open_files(self, title: str, filters: Filters) -> list[Path]:
        """The same for one or more files; none when the user thinks better of it."""
        return self._files.open_many(self._window, title, _filter_text(filters))

    def save_file(self, title: str, name: str, filters: Filters) -> Path | None:
        """Asks where to write a file, with a name proposed; the dialog itself asks before overwriting."""
        return self._files.save(self._window, title, name, _filter_text(filters))

    def choose_folder(self, title: str) -> Path | None:
        """Asks for a folder to write several files in."""
        return self._files.folder(self._window, title)

    def confirm(self, title: str, text: str, verb: str) -> bool:
        """Asks before what undo cannot reach; the verb is on the button, and keeping everything is the default."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(title)
        box.setText(title)
        box.setInformativeText(text)
        yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(self._words.say("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        return box.clickedButton() is yes

    def announce(self, text: str) -> None:
        """Has a screen reader say it."""
        speak(self._window, text)

    def _point_at(self, near: QWidget, text: str) -> None:
        if self._beside is not None:
            self._beside.close()
        self._beside = Beside(self._window, near, text)


def _small(widget: QWidget) -> bool:
    """Whether a word beside it would be near it; a whole page or list is no place to point at."""
    return widget.height() < widget.window().height() / 4


def _filter_text(filters: Filters) -> str:
    return filters if isinstance(filters, str) else ";;".join(f"{name} ({mask})" for name, mask in filters)
