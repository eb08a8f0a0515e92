"""What rows of a plan have from the rows around them: the objective they stand under, the code before their title."""

from __future__ import annotations

import re

from coopdesk.annex.model import Meaning
from coopdesk.annex.sheet.model import CellKind
from coopdesk.annex.verdict.ground import MeantTable, Source
from coopdesk.annex.verdict.rows import may_be_total
from coopdesk.annex.wording import simple

# "1.1 Jobbeurs", "A2.3 - Jobbeurs", "3) Jobbeurs"; "55 plussers" and "2025 in cijfers" begin with a number of theirs.
_CODED = re.compile(
    r"(?P<code>(?:[A-Z]{1,4}[-. ]?\d+(?:[.\-]\d+)*[a-z]?|\d+(?:\.\d+)+|\d+[a-z])\.?|\d{1,3}(?= ?[-–:.)] ))"
    r" ?[-–:.)]? ?(?P<title>[^\W\d_].+)"
)
_MOSTLY, _FEWEST, _TYPICAL = 0.8, 2, 3
_NOTES = ("blank", "total", "repeated_header", "footnote")


class Groups:
    """Follows a plan from row to row."""

    def __init__(self, meant: MeantTable) -> None:
        rows = [Source(meant, n, meant.table.row(n)) for n in meant.table.body()]
        counts = sorted(len([c for c in row.cells if c.filled]) for row in rows)
        full = [count for count in counts if count >= _TYPICAL]
        counts = full if len(full) >= counts.count(1) else counts
        self._typical = counts[len(counts) // 2] if counts else 0
        self._last = rows[-1].number if rows else 0
        self._end = next((row.number for row in reversed(rows) if len(row.filled()) > 1), 0)
        self._coded = not meant.has(Meaning.CODE) and _titles_are_coded(rows)
        self._below = {m for m in (Meaning.OBJECTIVE, Meaning.TRACK) if _is_said_once(rows, m)}
        self._over: dict[Meaning, str] = {}
        whole = [row for row in rows if len(row.filled()) >= self._typical]
        self._forms = {_form(code) for row in whole if (code := self.named(row)[0])}

    def is_note(self, source: Source) -> bool:
        """Whether a row of one cell stands under the plan, behind a blank row."""
        numbers = range(self._end + 1, source.number)
        apart = any(not any(cell.filled for cell in source.meant.table.row(n)) for n in numbers)
        return apart and len(source.filled()) == 1 and self._typical >= _TYPICAL and self._end > 0

    def is_heading(self, source: Source, reason: str) -> bool:
        """Whether a row names what the rows under it are about, and nothing else."""
        filled = source.filled()
        if reason in _NOTES or source.meant.has(Meaning.OBJECTIVE) or (self._typical < _TYPICAL and not self._coded):
            return False
        names = {source.meant.at(Meaning.TITLE), source.meant.at(Meaning.CODE)}
        alone = len(filled) == 1 and (filled[0] == 0 or filled[0] in names) and source.number < self._last
        if self._is_coded_like_an_action(source):
            return False
        texts = [source.cells[at] for at in filled if source.cells[at].kind is CellKind.TEXT]
        if not texts or not (
            alone or (source.text(Meaning.TITLE) and self._typical > _TYPICAL and set(filled) <= names)
        ):
            return False
        self._over = {Meaning.OBJECTIVE: source.text(Meaning.TITLE) or " ".join(texts[0].text.split())}
        return True

    def _is_coded_like_an_action(self, source: Source) -> bool:
        code, _ = self.named(source)
        return len(code) > 1 and _form(code) in self._forms

    def part(self, reason: str) -> None:
        """A blank row or a total ends what was said once for the rows below it."""
        if self._below and reason != "repeated_header":
            self._over = {}

    def over(self, source: Source, meaning: Meaning) -> str:
        """The objective or domain of a row: its own, else that of the heading or row that says it for several. A row
        that names its objective and no domain has none."""
        own = source.text(meaning)
        if not own and meaning is Meaning.TRACK and source.text(Meaning.OBJECTIVE):
            return ""
        if own and meaning in self._below:
            self._over[meaning] = own
        return own or self._over.get(meaning, "")

    def named(self, source: Source) -> tuple[str, str]:
        """The code and the title of a row, which stand in one cell in some plans."""
        title = source.text(Meaning.TITLE)
        found = _CODED.fullmatch(title) if self._coded else None
        return (found["code"], found["title"]) if found else (source.text(Meaning.CODE), title)


def _form(code: str) -> str:
    """What a code looks like: A0101 and A0304 are alike, AP04 is not."""
    return re.sub(r"[A-Za-z]", "a", re.sub(r"\d", "9", code))


def _titles_are_coded(rows: list[Source]) -> bool:
    """Whether nearly all titles begin with a code of their own: one that begins with a number may just be a title."""
    titles = [title for row in rows if len(row.filled()) > 1 and (title := row.text(Meaning.TITLE))
              and not may_be_total(row.cell(Meaning.TITLE))]  # fmt: skip
    codes = [found["code"] for title in titles if (found := _CODED.fullmatch(title))]
    return len(codes) >= _FEWEST and len(codes) >= _MOSTLY * len(titles) and len(set(codes)) > _MOSTLY * len(codes)


def _is_said_once(rows: list[Source], meaning: Meaning) -> bool:
    """Whether a column says its text in the first of the rows it counts for, and leaves the rows below blank."""
    cells = [row.cell(meaning) for row in rows if row.text(Meaning.TITLE)]
    said = [simple(cell.text) for cell in cells if cell.filled]
    merged = any(cell.merged for cell in cells)
    return bool(said) and cells[0].filled and not merged and len(set(said)) == len(said) < len(cells)
