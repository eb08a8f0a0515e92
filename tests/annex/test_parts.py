"""Milestones, indicators and evidence of an action leave in a cell and come back out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.commands import Imported
from coopdesk.annex.meaning.parts import measures_in, proofs_in, steps_in, years_in
from coopdesk.annex.model import Choices, Rule
from coopdesk.annex.parts import Measure, Proof, Step, Year
from coopdesk.desk.desk import Desk
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.parts import ReviseMilestone
from coopdesk.plan.model import Evidence
from tests.annex.conftest import Read
from tests.annex.test_again import actions, plan  # noqa: F401 (a fixture)

HEAD = ["Code", "Actie", "Mijlpalen", "Gemeten met", "Bewijsstukken"]
STEPS = "✓ Locatie · 1/3/2026\n○ Beurs · 6/2026"
MEASURED = "Bezoekers · 120 (2025) → 200,5 (2027) · personen · 2026: 150; 2027: 200,5"
PROVEN = "Affiche · 2/2026 · https://example.org/affiche\nVerslag · – · verslag.pdf"
ROW = ["1.1", "Jobbeurs", STEPS, MEASURED, PROVEN]
Bring = Callable[..., Imported]


def parts(desk: Desk[Any]) -> tuple[list[str], list[str], list[str]]:
    with desk.look() as work:
        found = work.plans
        steps = [f"{one.title} {one.due and one.due.canonical()} {one.done}" for one in found.milestones("plan-1")]
        measures = [f"{one.title} {one.baseline} {one.target} {one.unit}" for one in found.indicators("plan-1")]
        years = [f"{one.year}: {one.value}" for one in found.targets("plan-1")]
        return steps, [*measures, *sorted(years)], [f"{one.title} {one.link}" for one in found.evidence("plan-1")]


def test_a_new_action_comes_with_its_parts_and_the_same_file_changes_none(
    desk: Desk[Any], bring: Bring, plan: str  # noqa: F811
) -> None:  # fmt: skip
    bring([HEAD, ROW], plan)
    assert parts(desk) == (
        ["Locatie 2026-03-01 True", "Beurs 2026-06 False"],
        ["Bezoekers 120 200.5 personen", "2026: 150", "2027: 200.5"],
        ["Affiche https://example.org/affiche"],  # a file does not travel in a cell
    )
    assert bring([HEAD, ROW], plan).batch_id == ""


def test_parts_that_changed_in_the_file_change_in_the_plan_in_one_step(
    desk: Desk[Any], bring: Bring, plan: str  # noqa: F811
) -> None:  # fmt: skip
    bring([HEAD, ROW], plan)
    before = parts(desk)
    desk.do(ReviseAction(replace(actions(desk)["1.1"], auto_progress=True)))
    newer = [*ROW[:2], "✓ Locatie · 1/3/2026\n✓ Beurs · 6/2026\n✓ Evaluatie · –", "Standen", "Affiche · 2/2026 · –"]
    assert bring([HEAD, newer], plan).tally.changed == 1
    assert parts(desk) == (
        ["Locatie 2026-03-01 True", "Beurs 2026-06 True", "Evaluatie None True"], ["Standen None None "], ["Affiche "],
    )  # fmt: skip
    assert actions(desk)["1.1"].progress == 100
    desk.undo()
    assert parts(desk) == before


@pytest.mark.parametrize(("rule", "stays"), [(Rule.ASK, True), (Rule.MINE, True), (Rule.SOURCE, False)])
def test_milestones_that_both_changed_follow_the_rule_of_the_column(
    desk: Desk[Any], bring: Bring, plan: str, rule: Rule, stays: bool  # noqa: F811
) -> None:  # fmt: skip
    bring([HEAD, ROW], plan)
    with desk.look() as work:
        fair = work.plans.milestones(plan)[1]
    desk.do(ReviseMilestone(replace(fair, done=True)))
    bring([HEAD, [*ROW[:2], STEPS.replace("6/2026", "9/2026"), *ROW[3:]]], plan, Choices(rules=(("milestones", rule),)))
    assert ("Beurs 2026-06 True" in parts(desk)[0]) is stays


def test_a_file_that_shows_something_was_done_stays_whatever_the_list_says(
    desk: Desk[Any], bring: Bring, plan: str  # noqa: F811
) -> None:  # fmt: skip
    bring([HEAD, ROW], plan)
    action = actions(desk)["1.1"]

    class AddFile:
        label = "file"

        def run(self, work: Any) -> None:
            work.plans.add(
                Evidence("e", action.id, "Verslag", file_name="verslag.pdf", sha256="ab", size=3, position=1)
            )

    desk.do(AddFile())
    bring([HEAD, [*ROW[:4], "Persbericht · – · –"]], plan)
    assert parts(desk)[2] == ["Persbericht ", "Verslag "]
    with desk.look() as work:
        kept = next(one for one in work.plans.evidence(plan) if one.id == "e")
    assert (kept.sha256, kept.position) == ("ab", 1)


def test_a_line_in_any_other_form_is_a_title() -> None:
    assert steps_in("Overleg in mei\n\n✓ Klaar") == (Step("Overleg in mei"), Step("Klaar", done=True))
    assert measures_in("Bezoekers · 1.234 → 2.000 · personen · –") == (
        Measure("Bezoekers · 1.234 → 2.000 · personen · –"),
    )
    assert proofs_in("Foto · van de beurs · zie map") == (Proof("Foto · van de beurs · zie map"),)


titles = st.text(st.sampled_from("ab ·[]:→✓–1"), min_size=1, max_size=9).map(lambda text: " ".join(text.split()))
titles = titles.filter(lambda text: text and text[0] not in "✓○·" and not text.endswith("]"))
days = (
    st.none()
    | st.dates(date(1950, 1, 1), date(2090, 1, 1)).map(PartialDate.day)
    | st.integers(1950, 2090).map(PartialDate.year)
)
numbers = st.none() | st.integers(-(10**6), 10**6).map(lambda n: Decimal(n).scaleb(-2))
aims = st.tuples(numbers, st.none() | st.integers(1950, 2090))
years = st.dictionaries(st.integers(1950, 2090), numbers.filter(lambda n: n is not None), max_size=3)


@given(titles, days, st.booleans())
def test_a_milestone_that_was_written_is_read_as_it_is(title: str, due: PartialDate | None, done: bool) -> None:
    line = Step(title, due, done).line()
    assert [one.line() for one in steps_in(line)] == [line]


@given(titles, st.sampled_from(["", "employment_rate"]), aims, aims, st.sampled_from(["", "%", "plaatsen"]), years)
def test_an_indicator_that_was_written_is_read_as_it_is(
    title: str, code: str, baseline: Any, target: Any, unit: str, per_year: dict[int, Decimal]
) -> None:
    told = Measure(title, code, baseline, target, unit, tuple(sorted(per_year.items())))
    assert measures_in(told.line()) == (told,)


def test_a_year_in_any_other_form_is_no_budget_and_is_said(read: Read) -> None:
    assert years_in("2026: € 1.000,00\n2025: 2.000") == (Year(2025, 200_000), Year(2026, 100_000))
    assert years_in("2026 · € 1.000,00 · – · – · –\nvolgend jaar evenveel") == ()
    reading = read([["Code", "Actie", "Budget per jaar"], ["1.1", "Jobbeurs", "elk jaar 500 euro"]])
    assert [(flag.reason, flag.rows) for flag in reading.flags] == [("told_columns", (2,))]


cents = st.integers(0, 10**9)


@given(
    st.integers(1950, 2090), cents, st.none() | cents, st.none() | cents, st.sampled_from(["", "ESF+", "stad · OCMW"])
)
def test_a_budget_of_a_year_that_was_written_is_read_as_it_is(
    year: int, estimate: int, spent: int | None, own: int | None, source: str
) -> None:
    told = Year(year, estimate, spent, own if own is None or own <= estimate else None, source)
    assert years_in(told.line(lambda value: f"€ {value / 100:.2f}".replace(".", ",") if value is not None else "")) == (
        told,
    )
