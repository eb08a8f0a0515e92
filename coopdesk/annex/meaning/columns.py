"""What each column of a table stands for, by its heading and by what stands under it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.layout.model import Table
from coopdesk.annex.meaning.dates import IMPRECISE, read_limit
from coopdesk.annex.meaning.members import says_everyone
from coopdesk.annex.meaning.numbers import read_figure
from coopdesk.annex.meaning.periods import is_period
from coopdesk.annex.meaning.places import PlaceKind, Setting, read_code, read_nis, read_place
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.meaning.spans import Columns, is_signing, says_when, told_apart
from coopdesk.annex.meaning.words import heading_guess
from coopdesk.annex.model import AnnexKind, ColumnChoice, FigureState, LimitState, Meaning
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.annex.wording import simple
from coopdesk.words.reading import MONTHS

_SAMPLE, _SPARE = 60, 5
_SINGLE = frozenset(Meaning) - {
    Meaning.IGNORE, Meaning.PERSONAL, Meaning.VALUE, Meaning.REMARK, Meaning.PRIORITY, Meaning.BREAKDOWN,
    Meaning.PERIOD, Meaning.PARTNERS, Meaning.GROUPS, Meaning.REPORTING, Meaning.TOLD,
}  # fmt: skip
_FEW = 4
_MOST, _ALL_PERIODS, _BY_CONTENT = 0.6, 0.9, 0.7
_SOME = 0.1
_FURTHER = 1.2
_UNNUMBERED = re.compile(r"[\d ]+$")
_NUMERIC = re.compile(r"[<≤≥>+-]? ?[€]?\d[\d.,' \u00a0\u202f]*(?: ?[%€])?")
_LONGEST = 200
_SIGNS = {
    "years": re.compile(r"(19|20)\d{2}"),
    "months": re.compile(rf"0?[1-9]|1[0-2]|[QKqk][1-4]|(?i:{'|'.join(MONTHS)})\.?"),
    "ticks": re.compile(r"[xv✓✔√•●1]|ja?", re.IGNORECASE),
    "mails": re.compile(r"[^@\s]+@[^@\s]+\.\w+"),
}


@dataclass(frozen=True, slots=True)
class Content:
    """Which share of the filled cells of a column looks like what; `areas` are provinces, regions and the like, `mails`
    what tells who a person is: an address, a number of the national register. `limits` are dates and what else a begin
    or an end may say, `terms` a begin and an end in one cell."""

    filled: int
    places: float = 0.0
    areas: float = 0.0
    codes: float = 0.0
    dates: float = 0.0
    limits: float = 0.0
    terms: float = 0.0
    numbers: float = 0.0
    years: float = 0.0
    periods: float = 0.0
    months: float = 0.0
    mails: float = 0.0
    ticks: float = 0.0

    @property
    def located(self) -> float:
        """The share that says where: municipalities with the provinces and regions among them."""
        return self.places + self.areas if self.places > _SOME else self.places


@dataclass(frozen=True, slots=True)
class Assigned:
    """A column (position within the table) with its meaning and how sure it is."""

    meaning: Meaning
    sure: float


def fingerprint(table: Table, kind: AnnexKind | None = None) -> str:
    """The same for every table with the same headings in the same order: by this a mapping is remembered."""
    bare = "|".join(re.sub(r"\b(19|20)\d{2}\b", "#", simple(" ".join(words))) for _, words in table.headings)
    return hashlib.sha256(bare.encode()).hexdigest()[:16]


def sample(tables: Iterable[Table]) -> list[Row]:
    """Rows from all over tables with the same headings, which say together what stands in their columns."""
    rows = [table.row(number) for table in tables for number in _spread(table)]
    return rows[:: max(1, len(rows) // _SAMPLE)]


def _spread(table: Table) -> Sequence[int]:
    # Headings of provinces and notes stand alone in a row and say nothing of what the columns hold.
    some = table.body()[:: max(1, len(table.body()) // (_SPARE * _SAMPLE))]
    return [n for n in some if sum(cell.filled for cell in table.row(n)) > 1] or some


def contents(rows: list[Row], width: int, register: Register) -> list[Content]:
    """What stands in each of the columns of these rows."""
    return [_content([row[at] for row in rows if row[at].filled], register) for at in range(width)]


def _content(cells: list[Cell], register: Register) -> Content:
    if not cells:
        return Content(0)
    tally: Counter[str] = Counter()
    for cell in cells:
        tally.update(_looks(cell, register))
    shares = {key: count / len(cells) for key, count in tally.items()}
    return Content(len(cells), codes=_codes(cells, register), **shares)


def _looks(cell: Cell, register: Register) -> list[str]:
    bare = cell.text.strip()
    looks = [name for name, pattern in _SIGNS.items() if pattern.fullmatch(bare)]
    if _is_person(bare):
        looks.append("mails")
    if read_figure(cell).state is not FigureState.UNREADABLE or _NUMERIC.fullmatch(bare):
        looks.append("numbers")
    if is_period(bare):
        looks.append("periods")
    if cell.kind is CellKind.DATE or (cell.kind is CellKind.TEXT and _is_date(cell)):
        looks.append("dates")
    looks.extend(says_when(cell))
    if cell.kind is CellKind.TEXT and "mails" not in looks and len(cell.text) < _LONGEST:
        where = names_place(cell.text, register)
        matched = where is PlaceKind.MATCHED or says_everyone(cell.text)
        looks.extend(["places"] * matched + ["areas"] * (where is PlaceKind.AGGREGATE and not matched))
    return looks


def _is_person(text: str) -> bool:
    """Whether this is a number of the national register: eleven digits of which the last two follow from the others."""
    digits = re.sub(r"[.\- ]", "", text)
    if not (len(digits) == 11 and digits.isascii() and digits.isdecimal() and re.fullmatch(r"[\d.\- ]{11,15}", text)):
        return False
    return any(97 - int(century + digits[:9]) % 97 == int(digits[9:]) for century in ("", "2"))


def _is_date(cell: Cell) -> bool:
    if cell.text.strip().isdecimal() and len(cell.text.strip()) > 4:
        return False
    read = read_limit(cell)
    return read.limit.state is LimitState.DATE or read.doubt == IMPRECISE


def _codes(cells: list[Cell], register: Register) -> float:
    """The share of NIS codes. Figures of five digits look like codes of anywhere, so that only a column in which many
    are codes of Flemish municipalities is one."""
    kinds = [read_code(nis, register) if len(c.text.strip()) > 3 and (nis := read_nis(c.text)) else None
             for c in cells if c.kind in (CellKind.TEXT, CellKind.NUMBER)]  # fmt: skip
    known = sum(kind is PlaceKind.MATCHED for kind in kinds)
    if known * _FEW < len(cells):
        return known / len(cells)
    return sum(kind in (PlaceKind.MATCHED, PlaceKind.AGGREGATE, PlaceKind.OUTSIDE) for kind in kinds) / len(cells)


def names_place(text: str, register: Register) -> PlaceKind | None:
    """MATCHED where a cell names a municipality or several, AGGREGATE where it names a province or region."""
    parts = [text, *re.split(r"[,;\n/+&]| en ", text)]
    kinds = {read_place(p, register, Setting(None, flemish=True)).kind for p in parts if p.strip()}
    return next((kind for kind in (PlaceKind.MATCHED, PlaceKind.AGGREGATE) if kind in kinds), None)


def ticked_columns(table: Table, content: list[Content], register: Register) -> frozenset[int]:
    """The columns (positions) headed by a municipality in which a sign says that it takes part."""
    return frozenset(
        at
        for at, (_, words) in enumerate(table.headings)
        if content[at].filled == 0 or content[at].ticks == 1
        if read_place(words[-1], register, Setting(None, flemish=True)).kind is PlaceKind.MATCHED
    )


def assign(
    table: Table,
    kind: AnnexKind,
    rows: list[Row],
    content: list[Content],
    choices: dict[int, ColumnChoice],
    ticked: frozenset[int] = frozenset(),
) -> list[Assigned]:
    """The meaning of every column; what a person chose is left as it is."""
    if table.crossed and kind is AnnexKind.FIGURES:
        return [Assigned(Meaning.VALUE if c in table.crossed else Meaning.INDICATOR, 1.0) for c in table.columns]
    chosen = {at: choices[column].meaning for at, column in enumerate(table.columns) if column in choices}
    given = _best(table, kind, content, chosen)
    if kind is not AnnexKind.FIGURES:
        given.update({at: Assigned(Meaning.PLACE, 1.0) for at in ticked if at not in chosen})
        given.update(_further(table, content, given))
    if kind is AnnexKind.AGREEMENTS:
        given.update(_dated(table, rows, content, given))
    return [given.get(at, Assigned(Meaning.IGNORE, 0.5)) for at in range(len(table.columns))]


def _best(table: Table, kind: AnnexKind, content: list[Content], chosen: dict[int, Meaning]) -> dict[int, Assigned]:
    """The surest meaning of each column, most of which only one column can have."""
    wanted: list[tuple[float, int, Meaning]] = []
    for at, (_, words) in enumerate(table.headings):
        wanted.extend((sure, at, meaning) for meaning, sure in _candidates(words, content[at], kind))
    given = {at: Assigned(meaning, 1.0) for at, meaning in chosen.items()}
    taken = set(chosen.values())
    for sure, at, meaning in sorted(wanted, key=lambda w: (-w[0], w[1])):
        if at not in given and (meaning not in _SINGLE or meaning not in taken or _is_further(meaning, sure, kind)):
            given[at] = Assigned(meaning, sure)
            taken.add(meaning)
    return given


def _further(table: Table, content: list[Content], given: dict[int, Assigned]) -> dict[int, Assigned]:
    """The other members of a row that has a column for each: "Lid 1", "Lid 2"."""
    place = next((at for at, one in given.items() if one.meaning is Meaning.PLACE), -1)
    heads = [_UNNUMBERED.sub("", simple(" ".join(words))) for _, words in table.headings]
    return {at: Assigned(Meaning.PLACE, given[place].sure) for at, head in enumerate(heads)
            if place >= 0 and at not in given and head == heads[place] and content[at].places > _MOST}  # fmt: skip


def _dated(
    table: Table, rows: list[Row], content: list[Content], given: dict[int, Assigned]
) -> Iterator[tuple[int, Assigned]]:
    """The columns of dates whose headings do not say which they are."""
    free = [at for at in range(len(table.columns)) if at not in given]
    signed = [at for at, (_, words) in enumerate(table.headings) if is_signing(words)]
    columns = Columns(
        rows=rows,
        known={one.meaning: at for at, one in given.items()},
        limits=[at for at in free if content[at].limits > _MOST and content[at].periods < _ALL_PERIODS],
        terms=[at for at in free if content[at].terms > _SOME and content[at].limits > _MOST],
        signed=[at for at in signed if content[at].dates > _MOST],
    )
    yield from ((at, Assigned(meaning, _BY_CONTENT)) for at, meaning in told_apart(columns).items())


def _is_further(meaning: Meaning, sure: float, kind: AnnexKind) -> bool:
    """Whether a second column of municipalities counts too: "Gemeente 1", "Gemeente 2" name the members of one row."""
    return meaning is Meaning.PLACE and kind is not AnnexKind.FIGURES and sure >= _FURTHER


def _candidates(words: tuple[str, ...], content: Content, kind: AnnexKind) -> list[tuple[Meaning, float]]:
    """Every meaning a column may have, with a weight from 0 to 2: the heading counts and so does what is under it."""
    found: dict[Meaning, float] = {}
    for level, text in enumerate(reversed(words)):
        guess = heading_guess(text, kind)
        if guess is not None:
            weight = guess.sure * (1.0 if level == 0 else 0.6) + _support(guess.meaning, content)
            found[guess.meaning] = max(found.get(guess.meaning, 0), weight)
    joined = heading_guess(" ".join(words), kind)
    if joined is not None and joined.sure == 1:
        found[joined.meaning] = 1.0 + _support(joined.meaning, content)
    for meaning, weight in _by_content(content, kind):
        found[meaning] = max(found.get(meaning, 0), weight)
    return [(meaning, weight) for meaning, weight in found.items() if weight >= 0.55]


def _support(meaning: Meaning, content: Content) -> float:  # noqa: PLR0911 (one answer per meaning)
    """How much what stands in a column speaks for a meaning, or against it."""
    if not content.filled:
        return 0.0
    match meaning:
        case Meaning.PLACE:
            return content.located - 0.5
        case Meaning.NIS:
            return content.codes - 0.5
        case Meaning.BEGIN | Meaning.END:
            return (content.dates + content.years) / 2 - 0.2
        case Meaning.VALUE | Meaning.BUDGET | Meaning.SPENT | Meaning.OWN | Meaning.PROGRESS:
            return 0.3 * content.numbers - 0.1
        case Meaning.PERIOD:
            return max(content.periods, content.months) - 0.5
        case Meaning.PROVINCE | Meaning.PARTNERS:
            return 0.0
        case _:
            return -0.4 if content.places > 0.9 and content.filled > 5 else 0.0


def _by_content(content: Content, kind: AnnexKind) -> list[tuple[Meaning, float]]:
    found = []
    if content.mails > 0.5:
        found.append((Meaning.PERSONAL, 1.5))
    if content.located > 0.6 and content.filled > 1:
        found.append((Meaning.PLACE, 0.8 * content.located))
    if content.codes > 0.8 and content.filled > 2:
        found.append((Meaning.NIS, 0.9 * content.codes))
    if kind is AnnexKind.FIGURES:
        if content.periods > 0.9 and content.filled > 2:
            found.append((Meaning.PERIOD, 0.9))
        if content.numbers > 0.5 and content.codes < 0.8:
            found.append((Meaning.VALUE, max(0.6, 0.75 * content.numbers)))
    return found
