"""What each column of a table stands for, by its heading and by what stands under it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.layout.model import Table
from coopdesk.annex.meaning.content import SOME, Content
from coopdesk.annex.meaning.kinds import spoken_terms
from coopdesk.annex.meaning.places import PlaceKind, Setting, read_place
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.meaning.spans import Columns, is_signing, told_apart
from coopdesk.annex.meaning.words import heading_guess
from coopdesk.annex.model import AnnexKind, ColumnChoice, Meaning
from coopdesk.annex.wording import simple

_SINGLE = frozenset(Meaning) - {
    Meaning.IGNORE, Meaning.PERSONAL, Meaning.VALUE, Meaning.REMARK, Meaning.PRIORITY, Meaning.BREAKDOWN,
    Meaning.PERIOD, Meaning.PARTNERS, Meaning.GROUPS, Meaning.REPORTING, Meaning.YEARS,
}  # fmt: skip
_MOST, _ALL_PERIODS, _BY_CONTENT = 0.6, 0.9, 0.7
_FURTHER = 1.2
_NOTES = 3  # rows at the foot that may stand alone without being headings
UNSURE = 0.4  # a meaning that a person is asked about
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_UNNUMBERED = re.compile(r"[\d ]+$")
_GOAL = re.compile(r"doelstelling|\bod\b")
# What may head the name of an agreement as well, where another column has the municipalities.
_AREA = re.compile(r"(?:naam )?(?:van )?(?:het |de )?(?:gebied|regio|streek|zone|groep)")


@dataclass(frozen=True, slots=True)
class Assigned:
    """A column (position within the table) with its meaning and how sure it is."""

    meaning: Meaning
    sure: float


def fingerprint(table: Table, kind: AnnexKind | None = None) -> str:
    """The same for every table with the same headings in the same order: by this a mapping is remembered."""
    bare = "|".join(re.sub(r"\b(19|20)\d{2}\b", "#", simple(" ".join(words))) for _, words in table.headings)
    return hashlib.sha256(bare.encode()).hexdigest()[:16]


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
    if kind is AnnexKind.ACTIONS:
        given.update(_aimed(table, given, chosen))
        given = _titled(rows, content, given, chosen)
    if kind is AnnexKind.AGREEMENTS:
        given.update(_area(table, content, given))
        given.update(_spoken(table, content, given, chosen))
        given.update(_one_sided(content, given))
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


def _titled(
    rows: list[Row], content: list[Content], given: dict[int, Assigned], chosen: dict[int, Meaning]
) -> dict[int, Assigned]:
    """The same with a title: where no heading names it, the column of words of which most differ, else what is nearest
    to it. A person is asked whether that is what the actions are called."""
    taken = {one.meaning: at for at, one in given.items()}
    if Meaning.TITLE in taken:
        return given
    free = [at for at in range(len(content)) if at not in given and content[at].filled
            and max(content[at].numbers, content[at].places, content[at].limits, content[at].mails) < SOME]  # fmt: skip
    near = [taken[m] for m in (Meaning.DESCRIPTION, Meaning.OBJECTIVE, Meaning.TRACK, Meaning.REMARK)
            if m in taken and taken[m] not in chosen]  # fmt: skip
    best = max(free, key=lambda at: len({row[at].text for row in rows if row[at].filled}), default=-1)
    at = best if best >= 0 else next(iter(near), -1)
    return given if at < 0 else {**given, at: Assigned(Meaning.TITLE, UNSURE)}


def _aimed(table: Table, given: dict[int, Assigned], chosen: dict[int, Meaning]) -> dict[int, Assigned]:
    """The column of operational goals, where neither another column nor rows of headings say what actions aim at."""
    found = {one.meaning: at for at, one in given.items()}
    at = found.get(Meaning.TRACK, -1)
    if (
        at < 0
        or at in chosen
        or Meaning.OBJECTIVE in found
        or not _GOAL.search(simple(" ".join(table.headings[at][1])))
    ):
        return {}
    alone = any(sum(cell.filled for cell in table.row(n)) == 1 for n in table.body()[:-_NOTES])
    return {} if alone else {at: Assigned(Meaning.OBJECTIVE, given[at].sure)}


def _area(table: Table, content: list[Content], given: dict[int, Assigned]) -> dict[int, Assigned]:
    """The column that names an area which is no municipality, where no other names the agreement."""
    if any(one.meaning is Meaning.AGREEMENT for one in given.values()):
        return {}
    free = (at for at in range(len(table.columns)) if at not in given and content[at].filled)
    named = (
        at for at in free if content[at].places < SOME and _AREA.fullmatch(simple(" ".join(table.headings[at][1])))
    )
    return {at: Assigned(Meaning.AGREEMENT, _BY_CONTENT) for at in list(named)[:1]}


def _spoken(
    table: Table, content: list[Content], given: dict[int, Assigned], chosen: dict[int, Meaning]
) -> dict[int, Assigned]:
    """The column headed by the agreement that holds its term, where no other column tells when."""
    if {one.meaning for one in given.values()} & {Meaning.BEGIN, Meaning.END, Meaning.TERM}:
        return {}
    free = [at for at in spoken_terms(table, content) if at not in chosen]
    return {at: Assigned(Meaning.TERM, _BY_CONTENT) for at in free[:1]}


def _one_sided(content: list[Content], given: dict[int, Assigned]) -> dict[int, Assigned]:
    """A column called a term in which single dates stand is the side that no other column tells."""
    known = {one.meaning: at for at, one in given.items()}
    at = known.get(Meaning.TERM, -1)
    if at < 0 or content[at].terms > SOME or content[at].dates < _MOST:
        return {}
    missing = {Meaning.BEGIN, Meaning.END} - known.keys()
    return {at: Assigned(missing.pop(), given[at].sure)} if len(missing) == 1 else {}


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
        terms=[at for at in free if content[at].terms > SOME and content[at].limits > _MOST],
        signed=[at for at in signed if content[at].dates > _MOST],
    )
    yield from ((at, Assigned(meaning, _BY_CONTENT)) for at, meaning in told_apart(columns).items())


def _is_further(meaning: Meaning, sure: float, kind: AnnexKind) -> bool:
    """Whether a second column of municipalities counts too: "Gemeente 1", "Gemeente 2" name the members of one row."""
    return meaning is Meaning.PLACE and kind is not AnnexKind.FIGURES and sure >= _FURTHER


def _candidates(words: tuple[str, ...], content: Content, kind: AnnexKind) -> list[tuple[Meaning, float]]:
    """Every meaning a column may have, with a weight from 0 to 2: the heading counts and so does what is under it."""
    found: dict[Meaning, float] = {}
    # A row of units below a heading takes nothing from what the heading says.
    said = [text for text in words if not _BRACKETED.fullmatch(text)]
    for level, text in enumerate(reversed(said)):
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
            return max(content.periods, content.months, content.dates) - 0.5
        case Meaning.PROVINCE | Meaning.PARTNERS:
            return 0.0
        case _:
            return _against(meaning, content)


def _against(meaning: Meaning, content: Content) -> float:
    """What speaks against words: municipalities, or days under "Overeenkomst van", which is when it began."""
    dated = meaning is Meaning.AGREEMENT and content.dates > _MOST
    return -0.8 if dated else -0.4 if content.places > 0.9 and content.filled > 1 else 0.0


def _by_content(content: Content, kind: AnnexKind) -> list[tuple[Meaning, float]]:
    found = []
    if content.mails > 0.5:
        found.append((Meaning.PERSONAL, 1.5))
    if content.located > 0.6 and content.filled > 1:
        found.append((Meaning.PLACE, 0.8 * content.located))
    if content.codes > 0.8 and content.filled > 2:
        found.append((Meaning.NIS, 0.9 * content.codes))
    if kind is AnnexKind.ACTIONS and content.priorities > _MOST:
        found.append((Meaning.PRIORITY, 2.0))
    if kind is AnnexKind.AGREEMENTS and content.boards > _ALL_PERIODS and content.filled > 1:
        found.append((Meaning.BOARD, 2.0))
    return found + _figures(content) if kind is AnnexKind.FIGURES else found


def _figures(content: Content) -> list[tuple[Meaning, float]]:
    found = []
    if content.periods > 0.9 and content.filled > 2:
        found.append((Meaning.PERIOD, 0.9))
    if content.named > _MOST:
        found.append((Meaning.INDICATOR, 0.9))
    if content.numbers > 0.5 and content.codes < 0.8 and content.ticks < 0.9:
        found.append((Meaning.VALUE, max(0.6, 0.75 * content.numbers)))
    return found
