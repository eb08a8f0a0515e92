"""What the codes of the follow-up are called."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.followup.model import Standing
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

STANDINGS: Mapping[Standing, str] = {
    Standing.REACHED: N_("target reached"),
    Standing.ON_SCHEDULE: N_("on schedule"),
    Standing.BEHIND: N_("behind"),
    Standing.UNMEASURED: N_("no measurement"),
    Standing.NO_TARGET: N_("no target value"),
}


def short_period(words: Words, period: str) -> str:
    """A period as the head of a column: 2026, 1ste helft 2026 as H1 2026, K2 2026."""
    try:
        found = PartialDate.parse(period)
    except Invalid:
        return period
    year = found.first.year
    if found.precision is Precision.QUARTER:
        return words.say("Q{n} {year}", n=(found.first.month + 2) // 3, year=year)
    if found.precision is Precision.HALF:
        return words.say("H{n} {year}", n=1 if found.first.month == 1 else 2, year=year)
    return words.formats.period(period)
