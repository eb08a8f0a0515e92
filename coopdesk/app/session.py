"""The workspace open in the window: opens, makes, copies, backs up and restores, and shows what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coopdesk.app.file_menu import open_action
from coopdesk.app.recent import RecentWorkspaces, Remembered
from coopdesk.app.warm import WarmUp
from coopdesk.kernel.clock import Clock
from coopdesk.kernel.errors import Damaged, Refused, UserError
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.loading import load
from coopdesk.kernel.progress import Progress
from coopdesk.settings.file import Settings
from coopdesk.shell.action import Action
from coopdesk.shell.bars import Choice
from coopdesk.shell.place import Place
from coopdesk.shell.welcome import Welcome
from coopdesk.shell.window import Window
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.opening import Opened
    from coopdesk.storage.backup import Backup

WELCOME_AFTER = 1000  # milliseconds
# What the first screen needs and makes no widgets; Qt classes are made on the GUI thread only.
FIRST_SCREEN = ("coopdesk.start.queries", "coopdesk.agreement.queries.coverage", "coopdesk.territory.gazetteer")
BACKUP_EVERY = 30 * 60 * 1000  # milliseconds
FILES = ((N_("Coopdesk file"), "*.coopdesk"),)


class Session(QObject):
    """Between the window and the workspaces. Heavy modules are imported on the worker, at the first opening."""

    def __init__(self, window: Window, settings: Settings, words: Words, clock: Clock, data: Path) -> None:
        super().__init__(window)
        self.window, self.settings, self.words, self.clock, self._data = window, settings, words, clock, data
        self.recent = RecentWorkspaces(settings)
        self.opened: Opened | None = None
        self._changed = False
        self.warm: WarmUp | None = None
        self._backups = QTimer(self, interval=BACKUP_EVERY)
        self._backups.timeout.connect(self._backup_if_changed)

    # --- welcome ---------------------------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """The first screen, with what can be done without a workspace."""
        say = self.words.say
        ways = (
            (Action("example", N_("See an example"), "play", "", self.open_example, menu="Help", group=2),
             say("Look around in an invented area. You cannot break anything.")),
            (Action("start area", N_("Make my area"), "map", "", self.start_area, menu="File"),
             say("Choose your municipalities: three questions, one minute.")),
            (Action("start import", N_("Import annexes"), "arrow_import", "", self.start_import, menu="File"),
             say("Bring in a spreadsheet with figures, agreements or actions.")),
        )  # fmt: skip
        open_file = open_action(self.ask_file)
        recent = self.recent.entries(self.open_folder, self.words)
        self.window.show_welcome(
            Welcome(self.words, ways, open_file, recent), [open_file, *(action for action, _ in ways)]
        )

    def begin(self, file: Path | None, folder: Path | None) -> None:
        """What the program was started for: a file, a folder, or the workspace last used; else the welcome."""
        folder = folder or self.recent.last()
        if file is not None:
            self.open_file(file)
        elif folder is not None:
            self.open_folder(folder)
        show = self.show_welcome  # made only when no workspace has come: it would be in the way of one
        QTimer.singleShot(WELCOME_AFTER if file or folder else 0, self, lambda: self.window.has_workspace or show())

    def raised(self, file: str) -> None:
        """A second start: this window comes to the front."""
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if file:
            self.open_file(Path(file))

    # --- opening ---------------------------------------------------------------------------------------------------

    def open_example(self) -> None:
        """The example in a folder of its own, made at the first time."""
        folder = self._data / "example"

        def make(opened: Opened) -> None:
            with opened.desk.look() as work:
                if work.territory.areas():
                    return
            load("coopdesk.example.make").make_example(opened.desk, self.clock)

        self._open(folder, make)

    def start_area(self) -> None:
        """A new workspace that begins with making an area."""
        self._open(self._new_folder(), first=Place("area", view="new"))

    def start_import(self) -> None:
        """A new workspace that begins with an import."""
        self._open(self._new_folder(), first=Place("import"))

    def open_folder(self, folder: Path) -> None:
        """A workspace on this computer."""
        self._open(folder)

    def ask_file(self) -> None:
        """Ctrl+O: a copy someone made, opened beside the own workspaces."""
        filters = tuple((self.words.say(name), pattern) for name, pattern in FILES)
        file = self.window.messages.open_file(self.words.say("Open a Coopdesk file"), filters)
        if file is not None:
            self.open_file(file)

    def open_file(self, file: Path) -> None:
        """Copies a `.coopdesk` file in and opens the copy: the file itself is never worked in."""
        folder = self._data / "workspaces" / f"{file.stem}-{new_id()[:8]}"

        def unpack(_: Progress) -> Path:
            load("coopdesk.storage.parcel").unpack(file, folder)
            return folder

        self.window.tasks.start(self.words.say("Opening {name}", name=file.name), unpack, self.open_folder)

    def _new_folder(self) -> Path:
        return self._data / "workspaces" / new_id()

    def _open(
        self, folder: Path, prepare: Callable[[Opened], object] | None = None, first: Place | None = None
    ) -> None:
        self.shut()

        def work(_: Progress) -> Opened:
            for needed in FIRST_SCREEN:
                load(needed)
            opened: Opened = load("coopdesk.opening").open_desk(
                folder, self.clock, lambda: self.settings.chosen("name")
            )
            try:
                if prepare is not None:
                    prepare(opened)
            except BaseException:
                opened.close()
                raise
            return opened

        self.window.tasks.start(
            self.words.say("Opening the workspace"),
            work,
            lambda opened: self._attach(opened, first),
            lambda error: self._not_opened(folder, error),
        )

    def _not_opened(self, folder: Path, error: UserError) -> None:
        if not isinstance(error, Damaged):
            self._failed(error)
            return
        mend = Choice(self.words.say("Put the latest backup back"), lambda: self._restore(folder, None), "history")
        self.window.messages.note(self.words.tell(error), tone="err", choices=(mend,))

    def _failed(self, error: UserError) -> None:
        self.window.messages.problem(self.words.tell(error))

    def _attach(self, opened: Opened, first: Place | None) -> None:
        self.opened, self._changed = opened, False
        attach = load("coopdesk.app.attach").attach
        attach(self, opened, first)
        opened.desk.bus.subscribe(lambda *_: self._note_change())
        self._remember()
        self._backups.start()
        self.back_up(quiet=True)
        self.warm = self.warm or WarmUp(self)

    def _remember(self) -> None:
        if self.opened is None:
            return
        with self.opened.desk.look() as work:
            names = [area.name for area in work.territory.areas()]
        name = ", ".join(names) or self.words.say("Empty workspace")
        self.recent.remember(Remembered(str(self.opened.workspace.folder), name, self.clock.today().isoformat()))

    def _note_change(self) -> None:
        self._changed = True

    # --- keeping ---------------------------------------------------------------------------------------------------

    def back_up(self, name: str = "", *, quiet: bool = False) -> None:
        """A verified copy of the workspace, with a name for a version point."""
        opened = self.opened
        if opened is None:
            return
        self._changed = False

        def done(_: Backup) -> None:
            if not quiet:
                self.window.foot.show_saved(self.words.say("All is kept; version point “{name}”.", name=name))

        title = self.words.say("Keeping a copy")
        self.window.tasks.start(title, lambda _: opened.workspace.backup(name), done)

    def version_point(self) -> None:
        """Ctrl+S: everything is kept already; this gives the moment a name to come back to."""
        self.back_up(self.words.say("kept by hand"))

    def _backup_if_changed(self) -> None:
        if self._changed:
            self.back_up(quiet=True)

    def restore(self, backup: Backup) -> None:
        """Put a version back; what is there now becomes a version itself."""
        if self.opened is None:
            return
        folder = self.opened.workspace.folder
        self.shut()
        self._restore(folder, backup)

    def _restore(self, folder: Path, backup: Backup | None) -> None:
        """Put back a version, or the latest there is."""

        def put_back(_: Progress) -> Path:
            workspace = load("coopdesk.storage.workspace").open_workspace(folder, self.clock, to_restore=True)
            try:
                kept = workspace.backups.all()
                if backup is None and not kept:
                    raise Refused("There is no backup in this workspace.")
                workspace.restore(backup or kept[0])
            finally:
                workspace.close()
            return folder

        self.window.tasks.start(self.words.say("Putting the version back"), put_back, self.open_folder)

    def save_copy(self) -> None:
        """F12: a complete copy that may travel."""
        opened = self.opened
        if opened is None:
            return
        say = self.words.say
        filters = tuple((say(name), pattern) for name, pattern in FILES)
        target = self.window.messages.save_file(say("Save a copy as"), self._copy_name(), filters)
        if target is None:
            return
        target = target if target.suffix == ".coopdesk" else target.with_suffix(".coopdesk")

        def save(_: Progress) -> None:
            load("coopdesk.storage.parcel").save_copy(opened.workspace, target)

        def done(_: object) -> None:
            self.window.messages.note(say("The copy is in {path}.", path=target), tone="ok")

        self.window.tasks.start(say("Saving the copy"), save, done)

    def _copy_name(self) -> str:
        last = self.recent.name_of(str(self.opened.workspace.folder)) if self.opened else ""
        return f"{last or 'Coopdesk'} {self.clock.today().isoformat()}.coopdesk"

    # --- closing ---------------------------------------------------------------------------------------------------

    def shut(self) -> None:
        """Let go of the workspace; the welcome comes back."""
        if self.opened is None:
            return
        self._backups.stop()
        self._remember()
        self.window.shut()
        self.window.tasks.wait()
        self.opened.close()
        self.opened = None
        self.show_welcome()

    def close(self) -> None:
        """The window closes: everything is committed already, so there is nothing to ask."""
        self._backups.stop()
        if self.opened is not None:
            self._remember()
            self.window.shut()
            self.opened.close()
            self.opened = None

    def latest_labels(self) -> list[str]:
        """The kinds of the latest steps, without their subjects: they may name people."""
        if self.opened is None:
            return []
        try:
            return [head.label for head in self.opened.desk.recent(10)]
        except UserError:
            return []
