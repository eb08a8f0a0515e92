"""A local labour-market analysis: its chapters, the figures quoted in their text, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChapterKind(StrEnum):
    """The standard chapters, and chapters a coordinator adds."""

    POPULATION = "population"
    GAP = "gap"
    NON_WORKING = "non_working"
    DEMAND = "demand"
    MOBILITY = "mobility"
    STRENGTHS = "strengths"
    OWN = "own"


class ChapterState(StrEnum):
    """How far the text of a chapter is."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    FINAL = "final"


class ChartKind(StrEnum):
    """How the chosen indicator of a chapter is drawn; the gap chapter always has its own chart."""

    RANKING = "ranking"
    LINE = "line"
    SLOPE = "slope"
    MAP = "map"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysis of one area on the figures of one year.

    `since` is the year it is compared with (0: the earliest year at hand), `target` the employment rate aimed at in
    percent. The places beside the own area are the benchmarks of the area (see `territory`).
    """

    id: str
    area_id: str
    year: int
    since: int = 0
    target: Decimal = Decimal(80)
    version: int = 1


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter.

    `name` is only filled for own chapters; `title` is the conclusion above the chart, computed from the figures while
    empty. `commentary` is text with live figures (see `rules.live`).
    """

    id: str
    analysis_id: str
    kind: ChapterKind
    name: str = ""
    title: str = ""
    state: ChapterState = ChapterState.DRAFT
    indicator: str = ""
    chart: ChartKind = ChartKind.RANKING
    commentary: str = ""
    in_dossier: bool = True
    position: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """What the analysis states from figures, in words, with the observations it rests on; opportunities point to it."""

    id: str
    analysis_id: str
    rule: str
    statement: str
    indicator: str
    period: str
    nis: tuple[str, ...] = ()
    observation_ids: tuple[str, ...] = ()
    version: int = 1


class Measure(StrEnum):
    """What is told of an indicator: its value, or a figure derived from it. The argument is named behind the dash."""

    VALUE = ""
    GAP_PP = "gap_pp"  # the target
    EXTRA_PERSONS = "extra_persons"  # the target
    SHARE_PCT = "share_pct"  # the target; of the extra persons of the own area
    POPULATION = "population"
    RISE_PP = "rise_pp"  # the earlier year
    FALL_PP = "fall_pp"  # the earlier year
    RISE_PCT = "rise_pct"  # the earlier year
    FALL_PCT = "fall_pct"  # the earlier year
    BELOW_PP = "below_pp"  # the other place
    ABOVE_PP = "above_pp"  # the other place


OWN_AREA = "area"


@dataclass(frozen=True, slots=True)
class LiveFigure:
    """A figure quoted in text: which one, of what place and period, and the value the writer saw.

    `argument` is what the measure needs (the target, the earlier year, the other place), `place` a NIS code, `area`
    for the own area, or a place as a benchmark names it (`province:NAME`, `region:flanders`, `area:ID`).
    """

    indicator: str
    place: str
    period: str
    seen: Decimal | None
    measure: Measure = Measure.VALUE
    argument: str = ""
