"""Makes the workbooks for one partner, for some or for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coopdesk.annex.partner.compose import partner_book
from coopdesk.annex.partner.gather import frame_of, own_actions, partners
from coopdesk.kernel.progress import Progress
from coopdesk.plan.model import Plan
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.looks import Look, Marked, Quiet, Tone
from coopdesk.words.marks import N_

Write = Callable[[Path, bytes], object]


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner with the number of its actions."""

    name: str
    actions: int

    @property
    def id(self) -> str:
        return self.name


class SendingDialog(Dialog):
    """Enter ticks a partner; one file per partner, next to each other when there are several."""

    def __init__(self, parent: QWidget | None, context: Context, plan: Plan, area: str, write: Write) -> None:
        words = context.words
        frame = frame_of(plan.id, "", context.clock.today())
        super().__init__(
            parent, words.say("Partner workbooks"),
            words.say("Each partner gets a workbook with its own actions only, to fill in for {period}. Bring it "
                      "back in with “Take in a partner workbook”.", period=words.formats.period(frame.half)),
        )  # fmt: skip
        self._context, self._plan, self._area, self._write = context, plan, area, write
        self._chosen: set[str] = set()
        with context.desk.look() as work:
            self._rows = [PartnerRow(name, n) for name, n in partners(work, plan.id).items()]
        self.grid: Grid[PartnerRow] = Grid(context, self._columns(), name="partners", label=N_("Partners"), tall=False)
        self.grid.activated.connect(lambda _: self._toggle())
        self.body.addWidget(self.grid, 1)
        self.add_button(words.say("Cancel"), self.close)
        self.all = self.add_button(words.say("Tick all"), self._all)
        self.make = self.add_button("", self._make, primary=True)
        self._show()
        px = context.theme.px
        self.resize(px(620), px(480))

    def _columns(self) -> list[Column[PartnerRow]]:
        words = self._context.words

        def mark(row: PartnerRow) -> Look:
            return Marked("checkmark_16_filled", Tone.OK) if row.name in self._chosen else Quiet()

        return [
            Column("name", N_("Partner"), lambda r: r.name, width=30, stretch=True),
            Column("actions", N_("Actions"), lambda r: words.formats.number(r.actions), value=lambda r: r.actions,
                   right=True, width=10),
            Column("chosen", N_("Chosen"), lambda r: words.say("Chosen") if r.name in self._chosen else "", look=mark,
                   width=12),
        ]  # fmt: skip

    def _toggle(self) -> None:
        for row in self.grid.selected():
            self._chosen ^= {row.name}
        self._show()

    def _all(self) -> None:
        self._chosen = {row.name for row in self._rows}
        self._show()

    def _show(self) -> None:
        self.grid.show_rows(self._rows)
        self.make.setText(self._context.words.count("Make {n} workbook…", "Make {n} workbooks…", len(self._chosen)))
        self.make.setEnabled(bool(self._chosen))

    def _make(self) -> None:
        """Asks for one name; several partners get their own behind it."""
        words, names = self._context.words, sorted(self._chosen, key=str.casefold)
        stem = words.say("Partner workbook")
        stem = f"{stem} {names[0]}" if len(names) == 1 else stem
        out = self._context.messages.save_file(
            words.say("Save as"), f"{safe_name(stem)}.xlsx", ((words.say("Workbook"), "*.xlsx"),)
        )  # fmt: skip
        if out is None:
            return
        files = files_for(names, out)

        def work(progress: Progress) -> int:
            for at, (name, file) in enumerate(zip(names, files, strict=True)):
                progress(at, len(names), name)
                self._write(file, self._bytes(name))
            return len(names)

        def done(n: int) -> None:
            text = words.count("{n} workbook made in “{folder}”.", "{n} workbooks made in “{folder}”.", n,
                               folder=out.parent.name)  # fmt: skip
            self._context.messages.note(text, tone="ok")

        self.close()
        self._context.tasks.start(words.say("Making partner workbooks"), work, done)

    def _bytes(self, name: str) -> bytes:
        from coopdesk.annex.sheet.book import write_book  # noqa: PLC0415 - brings in openpyxl, so on the worker

        today = self._context.clock.today()
        frame = frame_of(self._plan.id, name, today)
        with self._context.desk.look() as work:
            rows = own_actions(work, frame)
        return write_book(partner_book(frame, rows, self._area, today, self._context.words))


def safe_name(text: str) -> str:
    """A name that every system takes for a file."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", text).strip(". ")[:80] or "-"


def files_for(names: Sequence[str], out: Path) -> list[Path]:
    """Where the workbook of each partner goes."""
    return [out if len(names) == 1 else out.with_name(f"{out.stem} {safe_name(name)}.xlsx") for name in names]
