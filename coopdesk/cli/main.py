"""The command line: what it understands, and which function does it.

Exit codes: 0 done, 1 refused with the reason on standard error, 2 wrong usage. The commands are imported when they are
called, so that a window or `--help` does not wait for the database.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib import import_module
from pathlib import Path

from coopdesk.cli.names import COMMANDS
from coopdesk.kernel.errors import UserError
from coopdesk.release import __version__
from coopdesk.words.catalogue import open_words


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; the exit code."""
    options = _parser().parse_args(arguments)
    words = open_words(options.lang)
    module = import_module(f"coopdesk.cli.{COMMANDS[options.command]}")
    try:
        code = getattr(module, f"run_{options.command}")(options, words)
    except UserError as error:
        print(words.tell(error), file=sys.stderr)  # noqa: T201 - a command line answers on its streams
        return 1
    assert isinstance(code, int)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coopdesk",
        description="Without a command: opens the window, with FILE.coopdesk or the workspace last used.",
    )
    parser.add_argument("--version", action="version", version=f"Coopdesk {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, help: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help, description=help)
        command.add_argument("--workspace", type=Path, required=True, metavar="DIR", help="the workspace folder")
        command.add_argument("--lang", choices=("nl", "en"), default="nl", help="language of messages and output")
        return command

    add("example", "Fill a new workspace with the example area.")
    area = add("area", "Make an area of municipalities.")
    area.add_argument("name", metavar="NAME")
    area.add_argument("nis", nargs="+", metavar="NIS")
    _add_annexes(add)
    gap = add("gap", "The gap to the target employment rate, in percentage points and persons.")
    gap.add_argument("--area", required=True, metavar="NAME")
    gap.add_argument("--year", type=int, required=True)
    gap.add_argument("--target", type=_percentage, default=Decimal(80), help="in percent; 80 unless given")
    gap.add_argument("--json", action="store_true")
    dossier = add("dossier", "Make the dossier of an area as .pdf, .docx or .html.")
    dossier.add_argument("--area", required=True, metavar="NAME")
    dossier.add_argument("--out", type=Path, required=True, metavar="FILE")
    dossier.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD; today unless given")
    _add_report(add)
    add("check", "Check that the workspace is whole.")
    backup = add("backup", "Make a verified backup.")
    backup.add_argument("--name", default="", help="a name, which keeps it from being thinned out")
    restore = add("restore", "Put a backup back, after backing up what is there.")
    restore.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the latest backup unless given")
    history = add("history", "The steps taken, newest first.")
    history.add_argument("--limit", type=int, default=50)
    history.add_argument("--imports", action="store_true", help="the imports instead, with what came in")
    history.add_argument("--json", action="store_true")
    return parser


def _add_report(add: object) -> None:
    assert callable(add)
    report = add("report", "Make another document: agreements (PDF or .xlsx), followup, or a dossier per municipality.")
    report.add_argument("--what", choices=("agreements", "followup", "municipalities"), required=True)
    report.add_argument("--out", type=Path, required=True, metavar="F", help="a file; a folder for municipalities")
    report.add_argument("--area", metavar="NAME")
    report.add_argument("--province", metavar="NAME", help="only this province, for agreements")
    report.add_argument("--year", type=int, help="only cooperation that began in this year, for agreements")
    report.add_argument("--every-class", action="store_true", help="not only structural cooperation")
    report.add_argument("--period", metavar="YYYY-H1", help="the half-year of the follow-up; this one unless given")
    report.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD; today unless given")


def _add_annexes(add: object) -> None:
    assert callable(add)
    bring = add("import", "Bring in annex spreadsheets.")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--kind", choices=("agreements", "figures", "actions"))
    bring.add_argument("--area", metavar="NAME", help="the area of the actions, where there are several")
    bring.add_argument("--dry-run", action="store_true", help="say what would be imported, write nothing")
    bring.add_argument("--json", action="store_true")
    export = add("export", "Write agreements, figures or actions as a workbook.")
    export.add_argument("--what", choices=("agreements", "figures", "actions"), required=True)
    export.add_argument("--out", type=Path, required=True, metavar="F.xlsx")
    export.add_argument("--area", metavar="NAME")
    export.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD; today unless given")


def _percentage(text: str) -> Decimal:
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from error
    if not found.is_finite() or not 0 < found <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not a percentage from 0 to 100")
    return found
