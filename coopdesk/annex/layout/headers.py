"""Finds the rows that say what the columns are, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from coopdesk.annex.layout.filled import Row, distinct, own, rows_with
from coopdesk.annex.layout.times import is_time
from coopdesk.annex.model import Meaning
from coopdesk.annex.sheet.model import Cell, CellKind, Sheet
from coopdesk.annex.wording import simple

Recognise = Callable[[str], dict[Meaning, float]]
_DATUM = re.compile(
    r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]{3,}\.? \d{4}|[A-Z]{1,3}\d{3,}", re.IGNORECASE
)
KEYS = frozenset({Meaning.PLACE, Meaning.NIS, Meaning.TITLE, Meaning.AGREEMENT, Meaning.CODE})
_ABOUT = frozenset({Meaning.PLACE, Meaning.NIS, Meaning.TITLE})
_SURE, _SOME_YEARS = 0.75, 2
# A title says more than one word, and is no heading of a part, total or note under what came before.
_TITLE = re.compile(r"(?!prov|arr|regio|tota|sub|som\b|bron|not[ae]|opm|\W)\S+.*\s\S", re.IGNORECASE)
_PARTS = re.compile(r"[,;\n/+&]| en ")
_COUNTERS = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)|(?<=[^\W\d] )\d{1,2}$")
_LONGEST, _SHORT, _DIFFERENT = 120, 40, 3
_YEAR = 4
_MOST_LEVELS = 4
_SAYS = re.compile(r"[^\W\d_]|^[%‰€]$")
_UNITS = re.compile(
    r"[(\[]?(?:%|‰|euro|eur|€|aantal|n|abs\.?|absoluut|in %|procent|pct\.?|personen|jaar|jaren|datum"
    r"|d+[/.\-]m+[/.\-][jy]+"
    r"|tekst|getal|k€|km²|vte|code|naam|in \w+)[)\]]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """The heading of one or more tables: its rows counted from 1, and the words above each column (from 0)."""

    rows: tuple[int, ...]
    words: tuple[tuple[int, tuple[str, ...]], ...]


def find_headers(sheet: Sheet, rows: list[Row], recognise: Recognise, is_place: Recognise) -> list[Header]:
    """All headings of a sheet from top to bottom, repetitions left out."""
    found: list[Header] = []
    taken: set[int] = set()
    listed = list(distinct(sheet))
    exact = _and_copies(c for c in listed if c.kind is CellKind.TEXT and _may_head(c.text, recognise))
    figures = {c for c in listed if c.kind is CellKind.NUMBER and (len(c.text) != _YEAR or not is_year(c))}
    # A heading has one word at least that is exactly so, and no figures: most rows are passed over at once.
    for number in rows_with(sheet, rows, exact):
        row = rows[number - 1]
        if not figures.isdisjoint(row):
            continue
        if number in taken or is_units(row) or not _is_header(row, recognise) or _is_data(row, recognise, is_place):
            continue
        if found and (
            _has_amounts(row)
            or not _mostly_known(row, recognise)
            or (len(found[-1].words) > 2 and _is_within(rows, number, recognise))
        ):
            # Under a heading a row must look like one in most of its cells: words of headings stand among data too.
            continue
        header = with_levels(rows, number, recognise)
        taken.update(header.rows)
        if _is_announced(rows, header) or not any(same_words(header, earlier) for earlier in found):
            found.append(header)
    return found


def _is_announced(rows: list[Row], header: Header) -> bool:
    """Whether a title of its own stands over a heading, so that what follows is another table under the same words."""
    above = next((row for n in range(header.rows[0] - 2, -1, -1) if own(row := rows[n])), ())
    texts = [above[at].text for at in own(above) if above[at].kind is CellKind.TEXT]
    return len(own(above)) == len(texts) == 1 and _TITLE.match(texts[0]) is not None


def _and_copies(cells: Iterable[Cell]) -> set[Cell]:
    """These cells, also as a merged range repeats them."""
    return {copy for cell in cells for copy in (cell, cell._replace(merged=True))}


def _is_exact(text: str, recognise: Recognise) -> bool:
    return len(text) <= _LONGEST and any(sure >= 1 for sure in recognise(text).values())


def _may_head(text: str, recognise: Recognise) -> bool:
    """Whether a row with this text may be a heading: it is exactly a known wording, or very like the name of a key."""
    return _is_exact(text, recognise) or (len(text) <= _LONGEST and bool(sure_meanings(recognise(text)) & _ABOUT))


def same_words(one: Header, other: Header) -> bool:
    """Whether two headings say the same above the same columns."""

    def bare(header: Header) -> list[tuple[int, str]]:
        return [(column, simple(" ".join(words))) for column, words in header.words]

    return bare(one) == bare(other)


def _is_header(row: Row, recognise: Recognise) -> bool:
    at = own(row)
    texts = [row[i] for i in at if row[i].kind is CellKind.TEXT]
    others = [row[i] for i in at if row[i].kind is not CellKind.TEXT]
    if len(at) < 2 or any(len(cell.text) > _LONGEST for cell in texts) or not _are_times(others, texts, recognise):
        return False
    years = sum(1 for i in at if is_year(row[i]) or row[i].kind is CellKind.DATE)
    if sum(1 for cell in texts if _SAYS.search(cell.text)) < 2 and not years:
        return False
    known = [meanings for cell in texts if (meanings := sure_meanings(recognise(cell.text)))]
    if (
        not any(_is_exact(cell.text, recognise) for cell in texts)
        and years < _SOME_YEARS
        and not _is_telling(row, known)
    ):
        # Rows of words about actions or agreements use words of headings; a heading has one that is exactly so.
        return False
    meanings = set().union(*known) if known else set()
    if len(known) >= 3:
        return True
    key = bool(meanings & KEYS)
    if len(known) == 2:
        return key or len(at) <= 4
    return key and (years >= 1 or _exact_key(texts, recognise)) and not _has_values(texts)


def _is_telling(row: Row, known: list[set[Meaning]]) -> bool:
    """Whether a row without one known wording is like a heading in nearly all of its cells, each about something else:
    places or actions beside two things more."""
    texts = [row[i].text for i in own(row)]
    short = all(len(text) <= _SHORT and not re.search(r"\d", text) for text in texts)
    meanings: set[Meaning] = set().union(*known)
    return short and len(known) * 5 >= len(texts) * 3 and bool(meanings & _ABOUT) and len(meanings) >= _DIFFERENT


def _has_amounts(row: Row) -> bool:
    """Whether a row has numbers that are no years and no numbers of columns: amounts, days, codes."""
    return any(re.search(r"\d", _COUNTERS.sub("", row[i].text)) for i in own(row))


def _is_within(rows: list[Row], number: int, recognise: Recognise) -> bool:
    """Whether a row right under a row of data has no more than two words of headings."""
    known = [at for at in own(rows[number - 1]) if sure_meanings(recognise(rows[number - 1][at].text))]
    return number > 1 and len(own(rows[number - 2])) > 1 and len(known) < _DIFFERENT


def _mostly_known(row: Row, recognise: Recognise) -> bool:
    texts = [row[i].text for i in own(row) if not is_year(row[i])]
    return sum(bool(sure_meanings(recognise(text))) for text in texts) * 2 > len(texts)


def _is_data(row: Row, recognise: Recognise, is_place: Recognise) -> bool:
    """Whether a row with words of a heading names a municipality, a day or a code, as only rows of data do; a heading
    may end in a column for each of several municipalities."""
    texts = {at: row[at].text.strip() for at in own(row) if row[at].kind is CellKind.TEXT}
    places = [at for at, text in texts.items() if any(map(is_place, _PARTS.split(text)))]
    known = sum(_is_exact(text, recognise) for text in texts.values())
    listed = len(places) > 1 < known and places[-1] - places[0] == len(places) - 1
    timed = _exact_key([row[at] for at in texts], recognise)
    days = [text for text in texts.values() if _DATUM.fullmatch(text) and not (timed and is_time(text))]
    return bool(days) or (bool(places) and not listed)


def _are_times(others: list[Cell], texts: list[Cell], recognise: Recognise) -> bool:
    """Whether the cells of a heading that are no words are years, or months beside the name of a key column."""
    if all(is_year(cell) for cell in others):
        return True
    months = all(cell.kind is CellKind.DATE for cell in others) and len({cell.text for cell in others}) == len(others)
    return months and len(others) > 1 and _exact_key(texts, recognise)


def _exact_key(texts: list[Cell], recognise: Recognise) -> bool:
    return any(sure >= 1 and meaning in KEYS for cell in texts for meaning, sure in recognise(cell.text).items())


def _has_values(texts: list[Cell]) -> bool:
    return any(re.fullmatch(r"(?!%$)[<\-.,\d\s%]+", cell.text) and not is_year(cell) for cell in texts)


def sure_meanings(guess: dict[Meaning, float]) -> set[Meaning]:
    """The meanings that are likely enough to make a row a heading."""
    return {meaning for meaning, sure in guess.items() if sure >= _SURE}


def is_year(cell: Cell) -> bool:
    """Whether a cell is a year or another time such as stands above a column of figures."""
    if cell.kind is CellKind.DATE:
        return cell.shape == "year"
    return is_time(cell.text)


def with_levels(rows: list[Row], number: int, recognise: Recognise) -> Header:
    """The heading at a row together with the levels above it and below it, and a row of units or column numbers."""
    levels = [number]
    while levels[-1] < len(rows) and len(levels) < _MOST_LEVELS and _is_lower(rows, levels, recognise):
        levels.append(levels[-1] + 1)
    if len(levels) == 1:
        upper = rows[number - 2] if number > 1 else ()
        if any(_spans(upper, at) for at in own(upper)) and _is_lower(rows, [number - 1], recognise):
            levels.insert(0, number - 1)
        while (
            levels[0] > 1 and len(levels) < _MOST_LEVELS and _is_upper(rows[levels[0] - 2], rows[number - 1], recognise)
        ):
            levels.insert(0, levels[0] - 1)
    if levels[-1] < len(rows) and is_units(rows[levels[-1]]):
        levels.append(levels[-1] + 1)
    width = len(rows[number - 1])
    words: list[tuple[int, tuple[str, ...]]] = []
    spread = [_spread(rows[n - 1], last=n == levels[-1]) for n in levels]
    for column in range(width):
        above = [level[column] for level in spread if level[column]]
        if above:
            words.append((column, tuple(dict.fromkeys(above))))
    return Header(tuple(levels), tuple(words))


def _spread(row: Row, *, last: bool) -> list[str]:
    """The words of a level; above another level a word counts until the next one when it is not merged."""
    texts = [_clean(cell) for cell in row]
    if last or any(cell.merged for cell in row):
        return texts
    current = ""
    for at, text in enumerate(texts):
        current = text or current
        texts[at] = current
    return texts


def _clean(cell: Cell) -> str:
    if cell.kind is CellKind.DATE:
        return cell.text[: {"year": 4, "month": 7}.get(cell.shape, 10)]
    return re.sub(r"\s+", " ", cell.text).strip()


def is_units(row: Row) -> bool:
    """Whether a row only says in which units the columns are, or numbers them."""
    texts = [row[i].text.strip() for i in own(row)]
    if not texts:
        return False
    counted = [re.sub(r"\D", "", text) for text in texts]
    numbered = all(re.fullmatch(r"\(?\d{1,2}\)?", text) for text in texts) and len(texts) > 2
    if numbered and all(int(b) == int(a) + 1 for a, b in pairwise(counted)):
        return True
    return all(_UNITS.fullmatch(text) for text in texts)


def _is_lower(rows: list[Row], levels: list[int], recognise: Recognise) -> bool:
    """Whether the next row only divides the groups named in the last row of the heading."""
    upper, lower = rows[levels[-1] - 1], rows[levels[-1]]
    at = own(lower)
    if not at or any(not _divides(upper, lower, i, recognise) for i in at):
        return False
    repeated = _repeated(upper, lower, at, recognise)
    groups = [i for i in at if upper[i].merged or not upper[i].filled or i in repeated]
    keys = [i for n in levels for i, cell in enumerate(rows[n - 1])
            if not cell.merged and not _spans(rows[n - 1], i) and not (n == levels[-1] and i in repeated)
            and sure_meanings(recognise(cell.text)) & KEYS]  # fmt: skip
    return bool(groups) and all(i not in at for i in keys)


def _repeated(upper: Row, lower: Row, at: list[int], recognise: Recognise) -> set[int]:
    """The columns under a word that stands above several, each with a heading of its own: a group that lies apart."""
    named = [upper[i].text for i in at]
    return {
        i for i in at
        if upper[i].filled and named.count(upper[i].text) > 1 and sure_meanings(recognise(lower[i].text))
    }  # fmt: skip


def _spans(row: Row, at: int) -> bool:
    """Whether a cell is merged with the next one: it names a group of columns."""
    return at + 1 < len(row) and row[at + 1].merged and row[at + 1].text == row[at].text


def _divides(upper: Row, lower: Row, at: int, recognise: Recognise) -> bool:
    cell = lower[at]
    if cell.kind not in (CellKind.TEXT, CellKind.NUMBER, CellKind.DATE) or len(cell.text) > _LONGEST:
        return False
    if is_year(cell) or (cell.kind is CellKind.DATE and (upper[at].merged or _spans(upper, at))):
        return True
    return (
        cell.kind is CellKind.TEXT
        and not re.search(r"\d{3}", cell.text)
        and (bool(sure_meanings(recognise(cell.text))) or upper[at].merged or _spans(upper, at) or len(cell.text) < 40)
    )


def _is_upper(upper: Row, row: Row, recognise: Recognise) -> bool:
    """Whether a row names groups of the columns below it and nothing above their keys."""
    at = own(upper)
    first = next((i for i, cell in enumerate(row) if cell.filled), 0)
    keys = [i for i, cell in enumerate(row) if sure_meanings(recognise(cell.text)) & KEYS]
    if not at or not keys or first in at or any(i in at for i in keys):
        return False
    return all(upper[i].kind is CellKind.TEXT or is_year(upper[i]) for i in at) and min(at) > min(keys)
