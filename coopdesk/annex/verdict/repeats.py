"""Figures that a file gives twice: once is enough where they are the same, and where they are not nobody can tell which
of the two is right."""

from __future__ import annotations

from decimal import Decimal

from coopdesk.annex.model import Choices, Doubt, FigureEntry, FigureState, Line, Verdict

REASON = "figures_differ"
_Told = tuple[Decimal | None, FigureState]


def without_repeats(lines: list[Line], choices: Choices) -> list[Line]:
    """The lines, with those skipped that say again what an earlier one said and those flagged that say otherwise."""
    if not _may_repeat(lines):
        return lines
    first: dict[tuple[str, ...], Line] = {}
    again: dict[int, Line] = {}
    for at, line in enumerate(lines):
        if line.verdict is not Verdict.IMPORT:
            continue
        earlier = first.setdefault(_about(line), line)
        if earlier is not line:
            again[at] = line
    if not again:
        return lines
    differing = {_about(line) for line in again.values() if _told(line) != _told(first[_about(line)])}
    return [_settled(line, first, differing, choices) if line.verdict is Verdict.IMPORT else line for line in lines]


def _may_repeat(lines: list[Line]) -> bool:
    """Whether two rows begin with a figure of the same; of a hundred thousand rows that is asked first, and quickly."""
    firsts = [line.entries[0] for line in lines if line.verdict is Verdict.IMPORT]
    # Numbers, because a hundred thousand tuples that stay would wake the garbage collector.
    told = {hash((one.nis, one.period, one.heading, one.breakdown)) for one in firsts if isinstance(one, FigureEntry)}
    return len(told) < len(firsts)


def _settled(line: Line, first: dict[tuple[str, ...], Line], differing: set[tuple[str, ...]], choices: Choices) -> Line:
    about = _about(line)
    if about in differing:
        return _doubted(line, choices)
    earlier = first[about]
    if earlier is line:
        return line
    return line._replace(verdict=Verdict.SKIPPED, reason="duplicate", entries=(), duplicate_of=earlier.row)


def _doubted(line: Line, choices: Choices) -> Line:
    doubts = (*line.doubts, Doubt(REASON, _figures(line)[0].origin))
    if REASON in choices.left_out:
        return line._replace(verdict=Verdict.SKIPPED, reason=REASON, entries=(), doubts=doubts)
    if REASON in choices.accepted:
        return line._replace(doubts=doubts, warnings=(*line.warnings, REASON))
    return line._replace(verdict=Verdict.FLAGGED, reason=REASON, doubts=doubts)


def _about(line: Line) -> tuple[str, ...]:
    """What makes two rows be about the same: the place, and what their first and last figures are of."""
    one, other = line.entries[0], line.entries[-1]
    assert isinstance(one, FigureEntry)
    assert isinstance(other, FigureEntry)
    return (one.nis, _named(one), one.period, one.breakdown, other.nis, _named(other), other.period, other.breakdown)


def _named(entry: FigureEntry) -> str:
    """What a figure is; two sheets may mean different things by one heading as long as nobody has said what."""
    return entry.indicator or f"{entry.origin.sheet}!{entry.heading}"


def _told(line: Line) -> list[_Told]:
    return [(entry.value, entry.state) for entry in _figures(line)]


def _figures(line: Line) -> list[FigureEntry]:
    return [entry for entry in line.entries if isinstance(entry, FigureEntry)]
