"""What stands in the columns of a table, whatever is written above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.layout.model import Table
from coopdesk.annex.layout.times import is_time
from coopdesk.annex.meaning.dates import IMPRECISE, read_limit
from coopdesk.annex.meaning.members import says_everyone
from coopdesk.annex.meaning.numbers import read_figure
from coopdesk.annex.meaning.periods import is_period
from coopdesk.annex.meaning.places import PlaceKind, Setting, board_of, read_code, read_nis, read_place
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.meaning.series import read_series
from coopdesk.annex.meaning.spans import says_when
from coopdesk.annex.model import FigureState, LimitState
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.words.reading import MONTHS

_SAMPLE, _SPARE = 60, 5
_FEW = 4
SOME = 0.1
_NUMERIC = re.compile(r"[<≤≥>+-]? ?[€]?\d[\d.,' \u00a0\u202f]*(?: ?[%€])?")
_LONGEST = 200
_PARTED = re.compile(r"[,;:\n/+&|()]| en | [-–—] ")
_SIGNS = {
    "years": re.compile(r"(19|20)\d{2}"),
    "months": re.compile(rf"0?[1-9]|1[0-2]|[QKqk][1-4]|(?i:{'|'.join(MONTHS)})\.?"),
    "ticks": re.compile(r"[xv✓✔√•●1]|ja?", re.IGNORECASE),
    "mails": re.compile(r"[^@\s]+@[^@\s]+\.\w+"),
    "priorities": re.compile(r"WSE.?LR.?\d+(?:(?:[\s,;/+&]|en|LR)+(?:WSE.?LR.?)?\d+)*", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Content:
    """Which share of the filled cells of a column looks like what; `areas` are provinces, regions and the like, `mails`
    what tells who a person is: an address, a number of the national register. `limits` are dates and what else a begin
    or an end may say, `terms` a begin and an end in one cell, `named` names of figures, `moments` days of a count,
    `priorities` codes of Flemish policy priorities, `boards` whether a municipality takes part, its OCMW or both."""

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
    named: float = 0.0
    moments: float = 0.0
    priorities: float = 0.0
    boards: float = 0.0

    @property
    def located(self) -> float:
        """The share that says where: municipalities with the provinces and regions among them."""
        return self.places + self.areas if self.places > SOME else self.places


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
    looks.extend(["boards"] * (board_of(bare) is not None))
    looks.extend(["periods"] * is_period(bare) + ["moments"] * is_time(bare))
    if cell.kind is CellKind.DATE or (cell.kind is CellKind.TEXT and _is_date(cell)):
        looks.append("dates")
    looks.extend(says_when(cell))
    if cell.kind is CellKind.TEXT and "mails" not in looks and len(cell.text) < _LONGEST:
        looks.extend(["named"] * bool("numbers" not in looks and read_series((cell.text,)).indicator))
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
    parts = [text, *_PARTED.split(text)]
    kinds = {read_place(p, register, Setting(None, flemish=True)).kind for p in parts if p.strip()}
    return next((kind for kind in (PlaceKind.MATCHED, PlaceKind.AGGREGATE) if kind in kinds), None)
