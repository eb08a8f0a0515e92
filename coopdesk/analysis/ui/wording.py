"""The words for what is kept as codes: states of chapters and kinds of charts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coopdesk.analysis.model import ChapterState, ChartKind
from coopdesk.words.marks import N_

STATE_NAMES: Mapping[ChapterState, str] = MappingProxyType(
    {ChapterState.DRAFT: N_("Draft"), ChapterState.REVIEWED: N_("Reviewed"), ChapterState.FINAL: N_("Final")}
)
STATE_LOOKS: Mapping[ChapterState, tuple[str, str]] = MappingProxyType(
    {
        ChapterState.DRAFT: ("circle_16_regular", "neutral"),
        ChapterState.REVIEWED: ("circle_half_fill_16_regular", "info"),
        ChapterState.FINAL: ("checkmark_circle_16_regular", "ok"),
    }
)
CHART_NAMES: Mapping[ChartKind, str] = MappingProxyType(
    {
        ChartKind.RANKING: N_("Bars per municipality"),
        ChartKind.LINE: N_("Line through the years"),
        ChartKind.SLOPE: N_("Then and now per municipality"),
        ChartKind.MAP: N_("Map of the municipalities"),
        ChartKind.NONE: N_("No chart"),
    }
)
