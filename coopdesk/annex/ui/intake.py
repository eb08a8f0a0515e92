"""How files come in: read in the background, one by one, each compared with what is there; pasted tables as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QMimeData

from coopdesk.annex.meaning.register import Register
from coopdesk.annex.merge.compare import compare
from coopdesk.annex.merge.tally import Comparison
from coopdesk.annex.model import AnnexKind, Choices
from coopdesk.annex.queries import remembered
from coopdesk.annex.ui.session import Session, read_session
from coopdesk.annex.ui.together import Waiting
from coopdesk.kernel.errors import Invalid, Refused, UserError
from coopdesk.kernel.progress import Progress
from coopdesk.shell.context import Context
from coopdesk.words.marks import N_

NO_TABLE = N_("No table with municipalities or actions was found in “{file}”. Choose another file.")
_MOST_PASTED = 20_000_000  # characters


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as read, beside the workspace."""

    session: Session
    found: Comparison


class Intake:
    """Reads on a worker thread; nothing here touches a widget."""

    def __init__(self, context: Context, register: Register) -> None:
        """Names come from the register."""
        self._context, self._register = context, register

    def read(self, path: Path, plan_id: str, progress: Progress) -> Seen:
        """One file; Refused when it cannot be read or holds nothing for us."""
        with self._context.desk.look() as work:
            memory = remembered(work)
        session = read_session(path, self._register, self._context.clock.today(), memory, progress)
        if session.reading.kind is None:
            raise Refused(NO_TABLE, file=path.name)
        return self.beside(session, plan_id)

    def again(self, session: Session, choices: Choices, plan_id: str) -> Seen:
        """The same file with other choices."""
        told = session.with_choices(choices, self._register, self._context.clock.today())
        return self.beside(told, plan_id)

    def beside(self, session: Session, plan_id: str) -> Seen:
        """A file beside what is in the workspace now."""
        with self._context.desk.look() as work:
            home = plan_id if session.reading.kind is AnnexKind.ACTIONS else ""
            return Seen(session, compare(work, session.reading, home))

    def read_all(self, paths: Sequence[Path], plan_id: str, progress: Progress) -> list[Waiting]:
        """Several files; one that cannot be read holds none up."""
        files = []
        for at, path in enumerate(paths):
            progress(at, len(paths), path.name)
            try:
                seen = self.read(path, plan_id, _within(progress, at, len(paths), path.name))
            except UserError as error:
                files.append(Waiting(path, problem=self._context.words.tell(error)))
            else:
                files.append(Waiting(path, seen.session, seen.found, clear=seen.session.is_clear(seen.found, plan_id)))
        return files

    def pasted(self, mime: QMimeData) -> Path:
        """A table from the clipboard as a file, so that it comes in through the same door; Invalid when there is none.

        Text is preferred: spreadsheets put the cells there as they show them, without the clutter of their HTML.
        """
        text, html = mime.text(), mime.html()
        if "\t" in text or (text.count("\n") > 1 and ";" in text):
            ending, content = "tsv" if "\t" in text else "csv", text
        elif "<table" in html.casefold():
            ending, content = "html", html
        else:
            raise Invalid(N_("There is no table on the clipboard. Copy cells in Excel first, then paste here."))
        if len(content) > _MOST_PASTED:
            raise Invalid(N_("The copied table is too large to paste. Save it as a file and choose that."))
        words, now = self._context.words, self._context.clock.now()
        day = self._context.clock.today().isoformat()
        name = words.say("Pasted {day} {time}", day=day, time=f"{now.astimezone():%H%M%S}")
        # The folder stays until the system cleans up: the file is only needed while it is read.
        path = Path(mkdtemp(prefix="coopdesk-")) / f"{name}.{ending}"
        path.write_text(content, encoding="utf-8-sig" if ending != "html" else "utf-8", newline="")
        return path


def _within(progress: Progress, at: int, files: int, name: str) -> Progress:
    """The progress of one file as that of all; Cancel still works."""

    def report(done: int, total: int, what: str = "") -> None:
        progress(at, files, name)

    return report
