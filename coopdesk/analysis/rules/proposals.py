"""Rules that propose opportunities from figures; each says what it saw, so that a person can judge it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from coopdesk.analysis.model import OWN_AREA, LiveFigure, Measure
from coopdesk.analysis.rules.gap import RATE, GapRow, GapTable, target_text
from coopdesk.analysis.rules.telling import Fields, Names, Told
from coopdesk.words.marks import N_

FELL = Decimal("0.5")  # points over the period of the analysis
NEAR = Decimal("1.5")  # points to the target
BEHIND = Decimal(5)  # points under the same group in the widest place beside the area
ROSE = Decimal(5)  # percent more jobseekers
WORSE = Decimal(1)  # points of unemployment above the widest place beside the area


class Rule(StrEnum):
    """The rules by the code that is kept with an opportunity."""

    GAP_IN_PERSONS = "gap_in_persons"
    FALLING_RATE = "falling_rate"
    NEARLY_THERE = "nearly_there"
    GROUP_BEHIND = "group_behind"
    RISING_JOBSEEKERS = "rising_jobseekers"
    MORE_UNEMPLOYMENT = "more_unemployment"


WHY: Mapping[Rule, str] = {
    Rule.GAP_IN_PERSONS: N_("The municipalities that lack most people together account for at least half of the gap."),
    Rule.FALLING_RATE: N_("The employment rate of a municipality fell by at least half a percentage point."),
    Rule.NEARLY_THERE: N_("A municipality is at most 1.5 percentage points below the target."),
    Rule.GROUP_BEHIND: N_("A group is at least 5 percentage points behind the same group elsewhere."),
    Rule.RISING_JOBSEEKERS: N_("The number of jobseekers rose by at least 5%."),
    Rule.MORE_UNEMPLOYMENT: N_("Unemployment is at least 1 percentage point higher than elsewhere."),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the own area beside that of another place, or of the same area in an earlier year.

    `subject` names the group or indicator in the user's words; values in the unit of the indicator.
    """

    indicator: str
    subject: str
    period: str
    now: Decimal
    other: Decimal
    other_name: str = ""
    other_place: str = ""
    other_period: str = ""
    observation_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """An opportunity a rule proposes: title and reason as sentences, scores 1 to 4, the figures it rests on."""

    rule: Rule
    title: Told
    reason: Told
    indicator: str
    period: str
    nis: tuple[str, ...]
    observation_ids: tuple[str, ...] = ()
    impact: int = 2
    feasibility: int = 2


def from_gap(table: GapTable) -> list[Proposal]:
    """What the gap table alone gives rise to, the most weighty first."""
    return [*_heads(table), *_falling(table), *_nearly(table)]


def _heads(table: GapTable) -> list[Proposal]:
    """The fewest municipalities that together lack at least half of the people, at most three."""
    heavy = table.heaviest
    if len(heavy) < 2:
        return []
    chosen = next((heavy[:n] for n in (1, 2, 3) if (table.share_pct(heavy[:n]) or 0) >= 50), heavy[:3])
    if len(chosen) == len(heavy):
        chosen = heavy[:1]
    share = table.share_pct(chosen) or Decimal(0)
    names = Names(tuple(row.name for row in chosen))
    people = sum(row.extra_persons or 0 for row in chosen)
    period, target = str(table.year), target_text(table.target)
    together, whole = "+".join(row.place for row in chosen), share.quantize(Decimal(1), "ROUND_HALF_UP")
    told = (
        N_("{names} accounts for {share} of the extra people needed: {extra} of {total}.")
        if len(chosen) == 1
        else N_("{names} account for {share} of the extra people needed: {extra} of {total}.")
    )
    fields: Fields = {
        "names": names,
        "share": LiveFigure(RATE, together, period, whole, Measure.SHARE_PCT, target),
        "extra": LiveFigure(RATE, together, period, Decimal(people), Measure.EXTRA_PERSONS, target),
        "total": LiveFigure(RATE, OWN_AREA, period, Decimal(table.lacking), Measure.EXTRA_PERSONS, target),
    }
    title = Told(N_("Focus on {names}"), {"names": names})
    return [
        _proposal(Rule.GAP_IN_PERSONS, title, Told(told, fields), table, chosen, impact=_impact(share), feasibility=2)
    ]


def _falling(table: GapTable) -> list[Proposal]:
    """Municipalities that fell back while the figures of the area are known."""
    found = []
    for row in table.falling[:2]:
        fall = -(row.change_pp or Decimal(0))
        if fall < FELL:
            continue
        fields: Fields = {
            "name": row.name,
            "change": table.quote(row, fall, Measure.FALL_PP, str(table.since)),
            "since": str(table.since),
            "now": table.rate(row),
        }
        title = Told(N_("Turn the tide in {name}"), {"name": row.name})
        reason = Told(N_("The employment rate in {name} fell by {change} since {since}, to {now}."), fields)
        share = table.share_pct([row]) or Decimal(0)
        found.append(_proposal(Rule.FALLING_RATE, title, reason, table, [row], impact=_impact(share), feasibility=2))
    return found


def _nearly(table: GapTable) -> list[Proposal]:
    """The municipality that is closest below the target."""
    near = [row for row in table.known if row.gap_pp is not None and 0 < row.gap_pp <= NEAR]
    if not near:
        return []
    row = near[0]
    fields: Fields = {"name": row.name, "gap": table.gap(row), "extra": table.persons(row)}
    title = Told(N_("Bring {name} to the target"), {"name": row.name})
    reason = Told(N_("{name} is only {gap} below the target: {extra} people."), fields)
    return [_proposal(Rule.NEARLY_THERE, title, reason, table, [row], impact=1, feasibility=4)]


def _proposal(
    rule: Rule, title: Told, reason: Told, table: GapTable, rows: Sequence[GapRow], *, impact: int, feasibility: int
) -> Proposal:
    """A proposal about municipalities of the gap table."""
    ids = tuple(one for row in rows for one in row.observation_ids)
    places = tuple(row.place for row in rows)
    return Proposal(rule, title, reason, RATE, str(table.year), places, ids, impact, feasibility)


def _impact(share: Decimal) -> int:
    """1 to 4 by the part of the missing people it is about."""
    return 4 if share >= 50 else 3 if share >= 25 else 2 if share >= 10 else 1


def groups_behind(groups: Sequence[Compared]) -> list[Proposal]:
    """Groups whose rate is far behind that of the same group elsewhere, the furthest first, at most two."""
    behind = sorted((g for g in groups if g.other - g.now >= BEHIND), key=lambda g: (g.now - g.other, g.subject))
    return [
        _compared(
            Rule.GROUP_BEHIND,
            g,
            Told(N_("More {group} in work"), {"group": g.subject}),
            N_("Of {group} {now} are in work, {points} less than in {other}."),
            Measure.BELOW_PP,
        )
        for g in behind[:2]
    ]


def more_unemployment(rates: Sequence[Compared]) -> list[Proposal]:
    """Unemployment that is clearly higher than elsewhere."""
    return [
        _compared(
            Rule.MORE_UNEMPLOYMENT,
            rate,
            Told(N_("Bring unemployment down to that of {other}"), {"other": rate.other_name}),
            N_("The {group} is {now}, {points} more than in {other}."),
            Measure.ABOVE_PP,
        )
        for rate in rates
        if rate.now - rate.other >= WORSE
    ]


def rising_jobseekers(counts: Sequence[Compared]) -> list[Proposal]:
    """Numbers of jobseekers that rose by more than a ripple since the earlier period."""
    found = []
    for count in counts:
        if count.other <= 0:
            continue
        rise = 100 * (count.now - count.other) / count.other
        if rise < ROSE:
            continue
        fields: Fields = {
            "group": count.subject,
            "rise": LiveFigure(count.indicator, OWN_AREA, count.period, rise, Measure.RISE_PCT, count.other_period),
            "since": count.other_period,
            "now": LiveFigure(count.indicator, OWN_AREA, count.period, count.now),
        }
        reason = Told(N_("{group}: {rise} more than in {since}, now {now}."), fields)
        title = Told(N_("Answer the rise in jobseekers"), {})
        ids = count.observation_ids
        found.append(Proposal(Rule.RISING_JOBSEEKERS, title, reason, count.indicator, count.period, (), ids, impact=3))
    return found


def _compared(rule: Rule, one: Compared, title: Told, told: str, measure: Measure) -> Proposal:
    """A proposal from a figure of the area beside that of another place."""
    points = abs(one.now - one.other)
    fields: Fields = {
        "group": one.subject,
        "now": LiveFigure(one.indicator, OWN_AREA, one.period, one.now),
        "points": LiveFigure(one.indicator, OWN_AREA, one.period, points, measure, one.other_place),
        "other": one.other_name,
    }
    impact = 4 if points >= 2 * BEHIND else 3
    return Proposal(rule, title, Told(told, fields), one.indicator, one.period, (), one.observation_ids, impact)
