"""Where the figures of the analysis were read: per indicator, file and sheet, with the first and the last cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coopdesk.analysis.model import Chapter, ChapterKind
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.screen import extra_view
from coopdesk.analysis.rules.gap import RATE
from coopdesk.dossier.compose.chain import SourceLine
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Observation
from coopdesk.figures.wording import GROUPS
from coopdesk.plan.rules import natural_key
from coopdesk.words.catalogue import Words


def source_lines(basis: Basis, periods: Mapping[str, set[str]], chapters: Sequence[Chapter]) -> tuple[SourceLine, ...]:
    """One line per indicator, file and sheet, and one for what is known of groups of people."""
    names = {source.id: source for source in basis.work.figures.sources()}
    lines: list[SourceLine] = []
    for title, observations in _read(basis, periods, {chapter.kind for chapter in chapters}):
        grouped: dict[tuple[str, str], list[Observation]] = {}
        for one in observations:
            grouped.setdefault((one.source_id or "", one.sheet), []).append(one)
        for (source_id, sheet), found in grouped.items():
            source = names.get(source_id)
            if source is not None:
                what = f"{title}, {_periods(basis.words, found)}"
                lines.append(SourceLine(what, source.name, sheet, _span(found), source.at))
    return tuple(lines)


def _read(
    basis: Basis, periods: Mapping[str, set[str]], kinds: set[ChapterKind]
) -> Iterator[tuple[str, list[Observation]]]:
    """What was read, with what it is called."""
    figures, say = basis.work.figures, basis.words.say
    for code, wanted in periods.items():
        of_code = [figures.observations(code, basis.codes, period) for period in sorted(wanted - {""})]
        yield say(BY_CODE[code].title), [one for found in of_code for one in found]
    year = str(basis.year(RATE) or "")
    if ChapterKind.GAP in kinds and year:
        of_group = [figures.observations(RATE, basis.codes, year, group) for group in GROUPS]
        yield say("Employment rate of groups of people"), [one for found in of_group for one in found]
    for kind in sorted(kinds):
        extra = extra_view(basis, kind)
        if extra is not None:
            yield extra.name, figures.these(extra.observation_ids)


def _periods(words: Words, found: Iterable[Observation]) -> str:
    """2025, or 2020–2025."""
    periods = sorted({one.period for one in found})
    shown = [words.formats.period(period) for period in (periods[0], periods[-1])]
    return "–".join(dict.fromkeys(shown))


def _span(found: Iterable[Observation]) -> str:
    """B2, or B2 – C14."""
    cells = sorted({one.cell for one in found if one.cell}, key=natural_key)
    return " – ".join(dict.fromkeys([cells[0], cells[-1]])) if cells else ""
