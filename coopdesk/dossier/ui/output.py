"""What leaves the screen: a PDF, a Word document, a web page, paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from coopdesk.dossier.ui.fullscreen import PrintPreview
from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.printing import ask_booklet_printer, ask_printer, print_booklet, print_pages
from coopdesk.dossier.ui.protect import PasswordDialog
from coopdesk.kernel.loading import load
from coopdesk.kernel.progress import Progress
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.dossier.make import Made
    from coopdesk.dossier.pdf.finish import Pdf


class OnShow(Protocol):
    """What the screen shows at the moment."""

    @property
    def pdf(self) -> Pdf | None:
        """The pages, once they are made."""
        ...

    @property
    def made(self) -> Made | None:
        """The dossier they belong to; None while another document is on show."""
        ...

    @property
    def file_name(self) -> str:
        """What a PDF of them is called."""
        ...


class Output:
    """Saves and prints exactly what is on show."""

    def __init__(self, context: Context, parent: QWidget, on_show: OnShow) -> None:
        self._context, self._parent, self._on_show = context, parent, on_show

    def deeds(self) -> Sequence[Action]:
        """All ways out."""
        return (
            self.save_action(),
            Action("dossier.word", N_("Dossier as &Word document…"), "document", run=self.save_word,
                   enabled=self._has_dossier, menu="File", group=3),
            Action("dossier.web", N_("Dossier as we&b page…"), "link", run=self.save_web, enabled=self._has_dossier,
                   menu="File", group=3),
            Action("dossier.protect", N_("P&rotected copy…"), "lock_closed", run=self.ask_password,
                   enabled=self._has_pages, menu="File", group=3),
            Action("dossier.full", N_("Print previe&w"), "zoom_in", "Shift+F11", self.show_full, self._has_pages,
                   "View", group=4),
            Action("dossier.print", N_("&Print dossier…"), "print", "Ctrl+P", self.print, self._has_pages, menu="File",
                   group=3),
            Action("dossier.booklet", N_("Print as boo&klet…"), "book", run=self.print_booklet, enabled=self._has_pages,
                   menu="File", group=3),
        )  # fmt: skip

    def save_action(self) -> Action:
        """The first of them."""
        return Action("dossier.save", N_("&Make PDF"), "document_pdf", "Ctrl+Return", self.save, self._has_pages,
                      menu="File", group=3)  # fmt: skip

    def save(self) -> None:
        """Asks for a name and saves exactly the pages on show."""
        words, pdf = self._context.words, self._on_show.pdf
        if pdf is None:
            return
        out = self._ask(words.say("Make PDF"), self._on_show.file_name, words.say("PDF file"), ".pdf")
        if out is not None:
            self._write(out, lambda: load("coopdesk.dossier.saving").save_pdf(pdf.data, pdf.pages, out))

    def save_word(self) -> None:
        """The same document for Word."""
        words = self._context.words
        self._save_as(words.say("Save as Word document"), words.say("Word document"), ".docx")

    def save_web(self) -> None:
        """The same document as a web page."""
        words = self._context.words
        self._save_as(words.say("Save as web page"), words.say("Web page"), ".html")

    def ask_password(self) -> None:
        """A copy that only opens with a password, for inside the house."""
        if self._on_show.pdf is not None:
            PasswordDialog(self._parent.window(), self._context.words, self.save_protected).open()

    def save_protected(self, password: str) -> None:
        """Asks for a name and saves the pages on show, encrypted."""
        words, pdf = self._context.words, self._on_show.pdf
        if pdf is None:
            return
        name = words.say("{name} (protected).pdf", name=self._on_show.file_name.removesuffix(".pdf"))
        out = self._ask(words.say("Protected copy"), name, words.say("PDF file"), ".pdf")
        if out is not None:
            self._write(out, lambda: load("coopdesk.dossier.formats").save_copy(pdf, password, out))

    def show_full(self) -> None:
        """The pages in a window of their own."""
        pdf, say = self._on_show.pdf, self._context.words.say
        if pdf is not None:
            deeds = ((say("Print…"), self.print), (say("Save PDF…"), self.save))
            PrintPreview(self._parent.window(), self._context, pdf.data, deeds).show()

    def print(self) -> None:
        """Prints the pages on show through the dialog of the system."""
        pdf, words = self._on_show.pdf, self._context.words
        printer = ask_printer(self._parent.window(), words, pdf.pages) if pdf is not None else None
        if pdf is not None and printer is not None:
            self._send(pdf, lambda pages, progress: print_pages(pages, printer, progress), lambda count: words.count(
                "{n} page sent to the printer.", "{n} pages sent to the printer.", count))  # fmt: skip

    def print_booklet(self) -> None:
        """Prints two pages to a side, in the order of a booklet that is folded and stapled."""
        pdf, words = self._on_show.pdf, self._context.words
        printer = ask_booklet_printer(self._parent.window(), words) if pdf is not None else None
        if pdf is not None and printer is not None:
            turned = words.say("Print on both sides, turned over the short edge.")
            self._send(pdf, lambda pages, progress: print_booklet(pages, printer, progress), lambda sides: words.count(
                "{n} side sent to the printer.", "{n} sides sent to the printer.", sides) + f" {turned}")  # fmt: skip

    def _send(self, pdf: Pdf, work: Callable[[PdfPages, Progress], int], told: Callable[[int], str]) -> None:
        """Prints in the background, with pages of its own: those on show may be made again meanwhile."""

        def run(progress: Progress) -> int:
            pages = PdfPages(pdf.data)
            try:
                return work(pages, progress)
            finally:
                pages.close()

        def sent(count: int) -> None:
            self._context.messages.note(told(count))

        self._context.tasks.start(self._context.words.say("Printing"), run, sent)

    def _save_as(self, title: str, kind: str, suffix: str) -> None:
        made = self._on_show.made
        if made is None:
            return
        out = self._ask(title, Path(self._on_show.file_name).with_suffix(suffix).name, kind, suffix)
        if out is not None:
            self._write(out, lambda: load("coopdesk.dossier.formats").save_as(made.document, made.pdf, out))

    def _ask(self, title: str, name: str, kind: str, suffix: str) -> Path | None:
        """Where to save; the end of the name is ours when the user leaves it out."""
        out = self._context.messages.save_file(title, name, ((kind, f"*{suffix}"),))
        return out if out is None or out.suffix.lower() == suffix else out.with_name(out.name + suffix)

    def _write(self, out: Path, write: Callable[[], None]) -> None:
        words = self._context.words

        def work(progress: Progress) -> str:
            progress(0, 1)
            write()
            return out.name

        def saved(name: str) -> None:
            told = words.say("“{name}” is saved.", name=name)
            if out.suffix.lower() == ".docx":
                told = words.say(
                    "“{name}” is saved. Word asks once whether it may update fields: say yes, then the contents has "
                    "its page numbers.",
                    name=name,
                )
            self._context.messages.note(told, tone="ok")

        self._context.tasks.start(words.say("Saving the dossier"), work, saved)

    def _has_pages(self) -> bool:
        return self._on_show.pdf is not None

    def _has_dossier(self) -> bool:
        return self._on_show.made is not None
