"""What is doubtful, grouped by cause, each with one-click repairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coopdesk.annex.interpret import MONTH_FIRST
from coopdesk.annex.meaning.numbers import FRACTIONS, NumberStyle
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.merge.sides import Difference, as_text
from coopdesk.annex.merge.tally import Comparison
from coopdesk.annex.model import AnnexKind, Choices, Doubt, Line, Meaning, Rule, Verdict
from coopdesk.annex.reading import Reading
from coopdesk.annex.reasons import DOUBTS, FLAGS
from coopdesk.annex.telling import value_text
from coopdesk.annex.ui.names import NameRepairs, names_in
from coopdesk.annex.ui.repairbutton import RepairButton
from coopdesk.annex.ui.repairs import (
    accepting,
    leaving_out,
    looks_american,
    placing,
    ruling,
    styling_all,
)
from coopdesk.annex.ui.wording import REPAIRS, field_text
from coopdesk.shell.context import Context
from coopdesk.shell.widgets import Button, Card, Label, NoteBar, Picture
from coopdesk.territory.gazetteer import Gazetteer

_SHOWN = 4
_LONG = 36  # characters of a value in a card
_UNKNOWN = "unknown_place"


class ProblemList(QScrollArea):
    """A card per cause. `repaired` carries the choices with which to read the file again; `looked` the first cell a
    card is about (sheet, row, column), and `unnamed` asks for the choice of the first figure without a name."""

    repaired = Signal(object)
    looked = Signal(str, int, int)
    unnamed = Signal()

    def __init__(self, context: Context, gazetteer: Gazetteer, register: Register, lead: QWidget) -> None:
        """Empty until a reading is shown; `lead` stands above the cards."""
        super().__init__()
        self._lead = lead
        self._context, self._gazetteer, self._register = context, gazetteer, register
        self._reading: Reading | None = None
        self._cards: list[tuple[Button, tuple[str, int, int] | None]] = []
        self._at = -1
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_reading(self, reading: Reading, found: Comparison) -> None:
        """Makes the cards anew."""
        self._reading, self._cards, self._at = reading, [], -1
        room = QWidget()
        room.setObjectName("plain")
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        held = next((field for field in self._lead.findChildren(QWidget) if field.hasFocus()), None)
        column.addWidget(self._lead)
        cards = self._all_cards(reading, found)
        self._head(column, len(cards))
        for card in cards:
            column.addWidget(card)
        for reason in dict.fromkeys(flag.reason for flag in reading.flags if flag.reason in FLAGS):
            column.addWidget(NoteBar(self._context.words.say(FLAGS[reason]), "info"))
        column.addStretch(1)
        self.setWidget(room)
        # The card behind shows through: a scroll area paints the window's colour otherwise.
        room.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        if held is not None:
            held.setFocus()

    def next(self) -> bool:
        """Goes to the repair of the next card, where Enter carries it out; whether there is one."""
        if not self._cards:
            return False
        self._at = (self._at + 1) % len(self._cards)
        button, place = self._cards[self._at]
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(button)
        if place is not None:
            self.looked.emit(*place)
        return True

    def _head(self, column: QVBoxLayout, n: int) -> None:
        words = self._context.words
        title = words.count("{n} thing to check", "{n} things to check", n) if n else words.say("Nothing to check")
        column.addWidget(Label(title, "strong", wrap=True))
        if n:
            text = words.say("You can import now: rows with something unclear then stay out, and nothing is lost.")
            column.addWidget(Label(text, "small", "text2", wrap=True))

    def _all_cards(self, reading: Reading, found: Comparison) -> list[Card]:
        asked = {field: those for field, those in found.undecided.items() if reading.choices.rule(field) is Rule.ASK}
        cards = [self._twins(found.twins)] if found.twins else []
        cards += [self._conflict(field, those) for field, those in asked.items()]
        cards += [self._unnamed(reading)] if _unnamed(reading) else []
        return cards + [self._cause(cause, lines) for cause, lines in by_cause(reading).items()]

    def _card(self, title: str, text: str) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.addWidget(Picture("warning", "warnFg", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(title, "strong", wrap=True), 1)
        card.body.addLayout(row)
        card.body.addWidget(Label(text, "small", "text2", wrap=True))
        return card

    def _unnamed(self, reading: Reading) -> Card:
        words, n = self._context.words, len(_unnamed(reading))
        title = words.count("{n} column of figures without a name", "{n} columns of figures without a name", n)
        card = self._card(title, words.say("Choose which figure each is; what you do not choose stays out."))
        choose = RepairButton(words.say("Choose which figure"), run=self.unnamed.emit)
        card.body.addWidget(choose)
        self._cards.append((choose, None))
        return card

    def _cause(self, cause: str, lines: list[tuple[Line, Doubt]]) -> Card:
        words = self._context.words
        title = words.say(DOUBTS.get(cause, cause))
        card = self._card(words.count("{n} × {cause}", "{n} × {cause}", len(lines), cause=title), self._where(lines))
        buttons = [self._button(text, change) for text, change in self._cures(cause, lines)]
        names = names_in(doubt for _, doubt in lines)
        if names and self._register_helps(cause):
            # A name that is known as a part of a municipality is not to be taken for one that looks like it.
            repairs = NameRepairs(self._context, self._register, names, self._place, propose=cause == _UNKNOWN)
            at = 0 if cause == _UNKNOWN else len(buttons)
            for button in buttons:
                card.body.addWidget(button)
            card.body.insertWidget(card.body.count() - len(buttons) + at, repairs)
            buttons = [*repairs.buttons, *buttons]
        else:
            for button in buttons:
                card.body.addWidget(button)
        skip = self._button(words.say("Skip these rows"), lambda c: leaving_out(c, cause), "flat")
        card.body.addWidget(skip)
        origin = lines[0][1].origin
        self._cards.append(((buttons or [skip])[0], (origin.sheet, origin.row, origin.column)))
        return card

    def _register_helps(self, cause: str) -> bool:
        return cause in (_UNKNOWN, "deelgemeente", "ambiguous_name")

    def _cures(self, cause: str, lines: list[tuple[Line, Doubt]]) -> list[tuple[str, Callable[[Choices], Choices]]]:
        """The repairs of a cause in words, the proposed one first."""
        say, reading = self._context.words.say, self._reading
        assert reading is not None
        doubts = [doubt for _, doubt in lines]
        cures: list[tuple[str, Callable[[Choices], Choices]]] = []
        if cause == "thousands_or_decimals":
            as_ = partial(styling_all, reading, doubts=doubts)
            return [
                (say("Read the comma as a decimal sign"), partial(as_, style=NumberStyle.COMMA_DECIMAL)),
                (say("Read the comma as thousands"), partial(as_, style=NumberStyle.POINT_DECIMAL)),
            ]
        if cause == "fraction_or_percentage":
            times = partial(styling_all, reading, doubts=doubts, style=FRACTIONS)
            return [
                (say("Times a hundred: 0,7 is 70%"), times),
                (say(REPAIRS[cause]), lambda c: accepting(c, cause)),
            ]
        if cause in ("invalid_date", "unreadable_date") and looks_american(doubts):
            cures.append(
                (say("Read as month/day/year"), lambda c: styling_all(reading, c, doubts=doubts, style=MONTH_FIRST))
            )
        if cause == _UNKNOWN and reading.kind is not AnnexKind.FIGURES:
            cures.append((say("Keep these names as text"), lambda c: accepting(c, cause)))
        elif cause in REPAIRS and any(line.entries for line, _ in lines):
            cures.append((say(REPAIRS[cause]), lambda c: accepting(c, cause)))
        return cures

    def _conflict(self, field: str, those: Sequence[Difference]) -> Card:
        words, n = self._context.words, len(those)
        name = field_text(words, field)
        title = words.count(
            "{n} × changed by you and in the file: {field}", "{n} × changed by you and in the file: {field}", n,
            field=name,
        )  # fmt: skip
        if all(one.base == as_text(one.mine) for one in those):
            title = words.count(
                "{n} × other than in the file: {field}", "{n} × other than in the file: {field}", n, field=name
            )
        shown = [self._told(field, one) for one in those[:_SHOWN]]
        stays = words.say("While you choose nothing, yours stays.")
        card = self._card(title, "\n".join([*shown, *(["…"] if n > _SHOWN else []), stays]))
        take = self._button(words.say("Take what the file says"), lambda c: ruling(c, field, Rule.SOURCE))
        keep = self._button(words.say("Always keep mine"), lambda c: ruling(c, field, Rule.MINE), "flat")
        for button in (take, keep):
            card.body.addWidget(button)
        origin = those[0].origin
        self._cards.append((take, (origin.sheet, origin.row, origin.column)))
        return card

    def _twins(self, those: Sequence[Difference]) -> Card:
        words, n = self._context.words, len(those)
        title = words.count("{n} × the same number, another action?", "{n} × the same number, other actions?", n)
        shown = [
            words.say("{code}: in the plan ‘{mine}’, in the file ‘{file}’", code=one.origin.raw.strip(),
                      mine=short(str(one.mine)), file=short(str(one.new)))
            for one in those[:_SHOWN]
        ]  # fmt: skip
        stay = words.say("While you choose nothing, these rows stay out.")
        card = self._card(title, "\n".join([*shown, *(["…"] if n > _SHOWN else []), stay]))
        other = self._button(words.say("These are other actions"), lambda c: replace(c, same_actions=False))
        same = self._button(words.say("These are the same actions"), lambda c: replace(c, same_actions=True), "flat")
        for button in (other, same):
            card.body.addWidget(button)
        origin = those[0].origin
        self._cards.append((other, (origin.sheet, origin.row, origin.column)))
        return card

    def _told(self, field: str, one: Difference) -> str:
        words = self._context.words
        mine, new = (short(value_text(words, self._gazetteer, field, value)) for value in (one.mine, one.new))
        if field == Meaning.PLACE and self._reading and self._reading.kind is AnnexKind.AGREEMENTS:
            return self._joined(one)
        if field in (Meaning.TITLE, Meaning.AGREEMENT):
            return words.say("yours ‘{mine}’, the file ‘{file}’", mine=mine, file=new)
        return words.say("‘{title}’: yours {mine}, the file {file}", title=short(self._title(one)), mine=mine, file=new)

    def _joined(self, one: Difference) -> str:
        """A municipality that left the file, or that comes back in it after the user took it out."""
        words, title = self._context.words, short(self._title(one))
        mine, new = (set(value) if isinstance(value, tuple) else set[str]() for value in (one.mine, one.new))
        names = words.formats.listing(self._gazetteer.names(mine - new or new))
        if mine:
            return words.say("‘{title}’: {names} no longer in the file", title=title, names=names)
        return words.say("‘{title}’: {names} taken out by you, back in the file", title=title, names=names)

    def _title(self, one: Difference) -> str:
        return self._gazetteer.name(one.title) if one.title.isdigit() else one.title

    def _button(self, text: str, change: Callable[[Choices], Choices], kind: str = "") -> Button:
        return RepairButton(text, kind=kind, run=lambda: self._repair(change))

    def _place(self, name: str, nis: str) -> None:
        self._repair(lambda choices: placing(choices, name, nis))

    def _repair(self, change: Callable[[Choices], Choices]) -> None:
        if self._reading is not None:
            self.repaired.emit(change(self._reading.choices))

    def _where(self, lines: list[tuple[Line, Doubt]]) -> str:
        words = self._context.words
        seen: dict[str, None] = {}
        for _, doubt in lines:
            text = f"‘{' '.join(doubt.origin.raw.split())}’" if doubt.origin.raw.strip() else ""
            if text and doubt.proposal:
                text = f"{text} → {doubt.proposal}"
            if text:
                seen.setdefault(text, None)
        examples = list(seen)[:_SHOWN] + (["…"] if len(seen) > _SHOWN else [])
        rows = [str(row) for row in sorted({line.row for line, _ in lines})]
        told = ", ".join(rows[: 2 * _SHOWN]) + ("…" if len(rows) > 2 * _SHOWN else "")
        where = words.count("row {rows}", "rows {rows}", len(rows), rows=told)
        return f"{', '.join(examples)} ({where})" if examples else where


def _unnamed(reading: Reading) -> set[str]:
    """The headings of figures of which nobody has said what they are."""
    columns = (column for table in reading.tables for column in table.columns)
    return {one.heading for one in columns if one.meaning is Meaning.VALUE and not one.indicator and one.examples}


def by_cause(reading: Reading) -> dict[str, list[tuple[Line, Doubt]]]:
    """The doubtful rows under the cause that keeps each of them out, most rows first."""
    found: dict[str, list[tuple[Line, Doubt]]] = {}
    last: dict[str, Line] = {}
    for line in reading.of(Verdict.FLAGGED):
        for doubt in line.doubts:
            if doubt.reason not in reading.choices.accepted and last.get(doubt.reason) is not line:
                last[doubt.reason] = line
                found.setdefault(doubt.reason, []).append((line, doubt))
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def short(text: str) -> str:
    """The beginning of a long text."""
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"
