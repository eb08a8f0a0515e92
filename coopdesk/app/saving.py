"""Saving what a screen made as a file: asks where, writes off the window's thread, and says that it is there."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coopdesk.cycle.queries.differences import DifferenceReport
from coopdesk.cycle.reports import report_name
from coopdesk.kernel.progress import Progress
from coopdesk.kernel.workbook import Workbook
from coopdesk.shell.context import Context
from coopdesk.words.marks import N_

BOOK, PDF = (N_("Workbook"), "*.xlsx"), (N_("PDF file"), "*.pdf")


def save_book(context: Context, name: str, make: Callable[[], Workbook]) -> None:
    """A workbook under a name the user may change; `make` runs once it is known where."""

    def write(out: Path) -> None:
        data = _module("coopdesk.annex.sheet.book").write_book(make())
        _module("coopdesk.storage.attachments").write_whole(out, data)

    _save(context, name, BOOK, write)


def save_differences_pdf(context: Context, report: DifferenceReport) -> None:
    """A difference report as a PDF."""

    def write(out: Path) -> None:
        compose = _module("coopdesk.dossier.compose.differences")
        pdf = _module("coopdesk.dossier.pdf.finish").make_pdf(compose.difference_document(report, context.words))
        _module("coopdesk.dossier.saving").save_pdf(pdf.data, pdf.pages, out)

    _save(context, report_name(report, context.words), PDF, write)


def _save(context: Context, name: str, kind: tuple[str, str], write: Callable[[Path], None]) -> None:
    words, suffix = context.words, kind[1].lstrip("*")
    out = context.messages.save_file(words.say("Save as"), f"{name}{suffix}", ((words.say(kind[0]), kind[1]),))
    if out is None:
        return
    out = out if out.suffix else out.with_suffix(suffix)

    def work(progress: Progress) -> str:
        progress(0, 1)
        write(out)
        return out.name

    def saved(file: str) -> None:
        context.messages.note(words.say("“{name}” is saved.", name=file), tone="ok")

    context.tasks.start(words.say("Saving “{name}”", name=out.name), work, saved)


def _module(name: str) -> Any:
    """Brings in openpyxl, reportlab and pypdf at the first file, on the worker: at start-up they would cost time."""
    return importlib.import_module(name)
