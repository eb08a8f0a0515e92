"""What the places in texts are filled in with: {gebied}, {partijen}, {werkzaamheidsgraad}…"""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.agreement.model import AgreementState, CooperationClass
from coopdesk.agreement.ports import AgreementRow
from coopdesk.dossier.compose.chain import Chain
from coopdesk.dossier.compose.standing import standing_agreements, unique_parties
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.words.catalogue import Words


def place_values(chain: Chain, words: Words) -> Mapping[str, str]:
    """The value of each place by its code; empty where nothing is known."""
    formats, area = words.formats, chain.area
    begins, ends = _term(chain.agreements)
    named = formats.listing(chain.listed(chain.members))
    return {
        "area": chain.title,
        "municipalities": named if chain.members else "",
        "count": formats.number(len(chain.members)),
        "province": formats.listing(chain.provinces) if chain.provinces else "",
        "parties": formats.listing([p.party.name for p in unique_parties(standing_agreements(chain))]),
        "first": str(area.begin_year),
        "last": str(area.end_year),
        "begin": formats.long_partial(begins) if begins else "",
        "end": formats.long_partial(ends) if ends else "",
        "today": formats.long_day(chain.on),
        "actions": formats.number(len(chain.plan.rows)) if chain.plan else "",
        **_figures(chain, words),
    }


def _figures(chain: Chain, words: Words) -> Mapping[str, str]:
    row, formats = chain.gap_row, words.formats
    if chain.analysis is None or row is None or row.now is None:
        return {}
    gap = chain.analysis.gap
    return {
        "rate": formats.rate(row.now),
        "year": str(gap.year),
        "gap": formats.points(row.gap_pp, prose=True, sign=False),
        "needed": formats.number(row.extra_persons) if row.extra_persons is not None else "",
        "target": formats.rate(gap.target, 0 if gap.target % 1 == 0 else 1),
    }


def _term(rows: tuple[AgreementRow, ...]) -> tuple[PartialDate | None, PartialDate | None]:
    """First begin and last end of the structural agreements that have not ended."""
    standing = [
        r.agreement
        for r in rows
        if r.agreement.cooperation_class is CooperationClass.STRUCTURAL and r.state is not AgreementState.ENDED
    ]
    begins = [a.begin_date for a in standing if a.begin_date]
    ends = [a.end_date for a in standing if a.end_date]
    return (
        min(begins, key=lambda d: d.first, default=None),
        max(ends, key=lambda d: d.last, default=None) if len(ends) == len(standing) else None,
    )
