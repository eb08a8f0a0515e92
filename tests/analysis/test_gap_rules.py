"""Conclusions, commentary and proposals follow from the figures."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from coopdesk.analysis.model import LiveFigure
from coopdesk.analysis.rules import commentary, fractions, proposals
from coopdesk.analysis.rules.gap import GapRow, GapTable, conclusion
from coopdesk.analysis.rules.telling import Told

TARGET = Decimal(80)


def row(place: str, now: str | None, before: str | None = None, population: int = 10_000) -> GapRow:
    if now is None:
        return GapRow(place, place, None)
    gap = TARGET - Decimal(now)
    people = max(0, int(gap * population / 100))
    return GapRow(place, place, Decimal(now), None if before is None else Decimal(before), gap, people, population)


def table(*rows: GapRow, own: str = "72.6", since: str | None = "70.9", beside: tuple[GapRow, ...] = ()) -> GapTable:
    known = [r for r in rows if r.now is not None]
    area = row("Voorbeeldstreek", own, since, sum(r.population or 0 for r in known))
    return GapTable(2025, 2020, TARGET, rows, area, beside)


def msgids(told: Told) -> set[str]:
    inner = [field for field in told.fields.values() if isinstance(field, Told)]
    return {told.msgid}.union(*(msgids(field) for field in inner))


def test_the_title_says_that_nobody_reaches_the_target_and_who_is_furthest() -> None:
    found = conclusion(table(row("A", "78.4"), row("B", "68.3"), row("C", "74.9")), "80%")
    assert "Not one municipality reaches {target}" in msgids(found)
    assert "{name} lags furthest" in msgids(found)


def test_the_title_says_that_everybody_reaches_the_target() -> None:
    found = conclusion(table(row("A", "80"), row("B", "83.1"), own="81.5"), "80%")
    assert found.msgid == "Every municipality reaches {target}"


def test_one_municipality_at_the_target_is_named() -> None:
    assert "Only {name} reaches {target}" in msgids(conclusion(table(row("A", "80.2"), row("B", "70")), "80%"))


def test_without_figures_the_title_says_so() -> None:
    empty = GapTable(2025, 2020, TARGET, (row("A", None),), GapRow("area", "Streek", None))
    assert conclusion(empty, "80%").msgid == "No figures for {year} yet"


rates = st.decimals(min_value=40, max_value=95, places=1, allow_nan=False)


@given(st.lists(st.tuples(rates, rates, st.integers(100, 60_000)), min_size=1, max_size=8))
def test_every_set_of_figures_gets_a_title_a_commentary_and_sound_proposals(
    figures: list[tuple[Decimal, Decimal, int]],
) -> None:
    rows = [row(f"G{i}", str(now), str(before), people) for i, (now, before, people) in enumerate(figures)]
    people = sum(r.population or 0 for r in rows)
    rate = sum((r.now or 0) * (r.population or 0) for r in rows) / people
    made = table(*rows, own=str(Decimal(rate).quantize(Decimal("0.01"))))
    assert conclusion(made, "80%").msgid
    for paragraph in commentary.gap_commentary(made, "80%"):
        assert paragraph
        for told in paragraph:
            quoted = [field for field in told.fields.values() if isinstance(field, LiveFigure)]
            assert all(field.seen is not None for field in quoted)
    for found in proposals.from_gap(made):
        assert 1 <= found.impact <= 4
        assert set(found.nis) <= {r.place for r in rows}
        assert found.nis


@given(st.lists(st.integers(0, 5000), min_size=2, max_size=8))
def test_the_shares_of_all_municipalities_add_up_to_the_whole(people: list[int]) -> None:
    rows = [GapRow(f"G{i}", f"G{i}", Decimal(70), None, Decimal(10), n, 10 * n) for i, n in enumerate(people)]
    own = GapRow("area", "Streek", Decimal(70), None, Decimal(10), sum(people), 10 * sum(people))
    whole = GapTable(2025, 2020, TARGET, tuple(rows), own).share_pct(rows)
    assert whole == (None if sum(people) == 0 else 100)


def test_the_municipalities_with_half_of_the_gap_are_proposed() -> None:
    made = table(row("A", "78", population=4000), row("B", "68", population=20_000), row("C", "75", population=5000))
    first = proposals.from_gap(made)[0]
    assert (first.rule, first.nis) == (proposals.Rule.GAP_IN_PERSONS, ("B",))


def test_a_fall_of_less_than_half_a_point_proposes_nothing() -> None:
    made = table(row("A", "75.0", "75.4"), row("B", "70.0", "69.0"))
    assert all(p.rule is not proposals.Rule.FALLING_RATE for p in proposals.from_gap(made))


def test_a_real_fall_is_proposed() -> None:
    made = table(row("A", "74.0", "75.4"), row("B", "70.0", "69.0"))
    assert [p.nis for p in proposals.from_gap(made) if p.rule is proposals.Rule.FALLING_RATE] == [("A",)]


def compared(now: str, other: str) -> proposals.Compared:
    return proposals.Compared(
        "employment_rate", "55-plussers", "2025", Decimal(now), Decimal(other), "Vlaanderen", "02000"
    )


@given(rates, rates)
def test_a_group_is_proposed_exactly_when_it_is_five_points_behind(now: Decimal, other: Decimal) -> None:
    found = proposals.groups_behind([compared(str(now), str(other))])
    assert bool(found) == (other - now >= 5)


@given(st.integers(0, 9000), st.integers(0, 9000))
def test_jobseekers_are_proposed_exactly_when_they_rose_by_five_percent(now: int, before: int) -> None:
    one = proposals.Compared("jobseekers", "Werkzoekenden", "2025", Decimal(now), Decimal(before), other_period="2024")
    assert bool(proposals.rising_jobseekers([one])) == (before > 0 and 100 * (now - before) >= 5 * before)


@given(st.decimals(min_value=0, max_value=100, places=1, allow_nan=False))
def test_a_share_in_words_is_never_further_than_four_points_from_the_truth(share: Decimal) -> None:
    said = fractions.in_words(share)
    nearest = min((25, 100 / 3, 50, 200 / 3, 75, 90), key=lambda known: abs(known - float(share)))
    assert (said is not None) == (abs(nearest - float(share)) <= 4.0)
