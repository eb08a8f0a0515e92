"""Every figure of a dossier is the one the screens show, and small numbers of people are in none of its places."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.analysis.commands import AddChapter, ReviseChapter, StartAnalysis
from coopdesk.analysis.model import ChartKind
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.gap import gap_view
from coopdesk.analysis.queries.overview import current
from coopdesk.desk.desk import Desk
from coopdesk.dossier import rules
from coopdesk.dossier.commands import ChangeHouseStyle
from coopdesk.dossier.model import FactsBlock, FigureBlock, Paragraph, TableBlock
from coopdesk.dossier.queries import style_of
from coopdesk.dossier.setup import ACTIONS, CONTACTS, FIGURES
from coopdesk.dossier.small import left_out
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.commands import AddObservation
from coopdesk.figures.queries import Reader
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.parts import AddBudgetLine, AddMilestone, ReviseMilestone
from coopdesk.plan.commands.proof import AddEvidence
from coopdesk.plan.model import Milestone
from coopdesk.plan.queries import plan_of, view
from coopdesk.plan.rules import total
from coopdesk.territory.commands import AddArea, AddMunicipalities
from coopdesk.territory.gazetteer import AREA
from coopdesk.words.catalogue import Words, open_words
from tests.dossier.composed import GAZETTEER, ON, annexed, blocks, composed, everything, table, whole

RECIPIENTS = open_words("nl").say(BY_CODE["social_assistance_recipients"].title)
TOWNS = ("12021", "12025", "12005")


def test_the_key_figures_are_those_of_the_analysis(desk: Desk[Any], area: str, words: Words) -> None:
    document, formats = composed(desk, area, words), words.formats
    with desk.look() as work:
        own = gap_view(Basis(work, GAZETTEER, words, current(work, area))).table.own
    shown = {fact.value for block in blocks(document, FactsBlock) for fact in block.facts}
    assert {formats.rate(own.now), formats.points(own.gap_pp, sign=False), formats.number(own.extra_persons)} <= shown


def test_every_row_of_the_gap_table_is_the_row_on_the_screen_and_the_parts_add_up(
    desk: Desk[Any], area: str, words: Words
) -> None:
    twin, formats = table(composed(desk, area, words), "Werkzaamheidsgraad en kloof per gebied"), words.formats
    with desk.look() as work:
        found = gap_view(Basis(work, GAZETTEER, words, current(work, area))).table
    rows = {row.cells[0]: row.cells for row in twin.rows}
    for one in found.rows:
        assert formats.rate(one.now) in rows[one.name]
        assert formats.number(one.extra_persons) in rows[one.name]
    assert sum(one.extra_persons or 0 for one in found.rows) == found.own.extra_persons


def test_the_tables_of_the_annex_hold_exactly_what_the_figures_hold(desk: Desk[Any], area: str, words: Words) -> None:
    document = composed(desk, area, words)
    annex = annexed(document, "Inwoners 20")
    assert annex
    periods = [column.title for column in annex[0].columns[1:]]
    with desk.look() as work:
        reader = Reader(work, GAZETTEER)
        for row in annex[0].rows[:-1]:
            code = GAZETTEER.by_name(row.cells[0], ON)
            values = [reader.figure("population_20_64", str(code), period).value for period in periods]
            assert row.cells[1:] == tuple(words.formats.number(value) for value in values)
        own = [reader.figure("population_20_64", AREA + area, period).value for period in periods]
    assert annex[0].rows[-1].cells[1:] == tuple(words.formats.number(value) for value in own)


def test_budgets_add_up_to_the_plan_and_say_what_they_leave_out(desk: Desk[Any], area: str, words: Words) -> None:
    document = composed(desk, area, words)
    with desk.look() as work:
        plan = view(work, plan_of(work, area).id, ON)
    whole_sum = total(line for row in plan.rows for line in row.lines)
    annex = table(document, "Alle acties")
    assert words.formats.money(whole_sum) in annex.rows[-1].cells
    bare = sum(row.budget is None for row in plan.rows)
    assert bare
    assert f"zonder {bare} acties" in annex.note
    per_objective = [t for t in blocks(document, TableBlock) if "Acties voor" in t.caption]
    assert len(per_objective) == len(plan.objectives)
    assert sum(len(t.rows) - 1 for t in per_objective) == len(plan.rows)


def test_the_action_table_holds_steps_money_and_evidence_where_the_action_stands(
    desk: Desk[Any], area: str, words: Words
) -> None:
    with desk.look() as work:
        action = work.plans.actions(plan_of(work, area).id)[-1]
    desk.do(ReviseAction(replace(action, description="Met twee scholen samen.", yearly=True)))
    step = desk.do(AddMilestone(action.id, "Scholen akkoord", PartialDate.month(2026, 3)))
    with desk.look() as work:
        made = work.plans.get(Milestone, step)
    desk.do(ReviseMilestone(replace(made, done=True)))
    desk.do(AddBudgetLine(action.id, 2026, 500_000, source="VDAB", own=100_000))
    desk.do(AddEvidence(action.id, "Foto van de bouwklas"))
    cells = next(r.cells for r in table(composed(desk, area, words), "Alle acties").rows if r.cells[0] == action.code)
    told = cells[1].split("\n")
    assert told[:2] == [action.title, "Met twee scholen samen."]
    assert any(line.startswith("Mijlpalen: ") and "Scholen akkoord (maart 2026, bereikt)" in line for line in told)
    assert "Eigen aandeel: €\u00a01.000" in told
    assert any(line.startswith("Financiering: ") and "VDAB" in line for line in told)
    assert any(line.startswith("Bewijsstukken: ") and "Foto van de bouwklas" in line for line in told)
    assert cells[4].endswith("\nelk jaar")


def test_the_data_the_parties_exchange_stand_in_a_table_per_agreement_that_has_not_ended(
    desk: Desk[Any], area: str, words: Words
) -> None:
    document = composed(desk, area, words)
    captions = [t.caption for t in blocks(document, TableBlock) if "Gegevens die worden uitgewisseld" in t.caption]
    assert [caption.split(": ")[1] for caption in captions] == [
        "Nieuwe samenwerkingsovereenkomst VDAB – Voorbeeldstreek",
        "Samenwerkingsovereenkomst VDAB – Voorbeeldstreek",
    ]
    cells = table(document, captions[0]).rows[-1].cells
    assert cells[:2] == ("Openstaande vacatures bij lokale werkgevers", "van Kreekhoven naar VDAB")
    assert cells[-1] == "–"


def test_every_figure_and_key_figure_names_its_source(desk: Desk[Any], area: str, words: Words) -> None:
    document = composed(desk, area, words)
    assert all(figure.source.startswith("Bron: ") for figure in blocks(document, FigureBlock))
    assert all(facts.source.startswith("Bron: ") for facts in blocks(document, FactsBlock))
    sources = table(document, "Bronnen van cijfers, overeenkomsten en acties")
    assert {"Werkzaamheidsgraad 20–64, 2020–2025"} <= {row.cells[0] for row in sources.rows}
    assert all(row.cells[1] != "–" and row.cells[4] != "" for row in sources.rows)


@pytest.fixture
def small(desk: Desk[Any]) -> str:
    """An area of three municipalities with 3, 8 and 40 recipients in 2025, 6, 7 and 40 in 2024."""
    area = str(desk.do(AddArea("Klein gebied", TOWNS, 2026, 2031)))
    for period, values in (("2024", (6, 7, 40)), ("2025", (3, 8, 40))):
        for code, value in zip(TOWNS, values, strict=True):
            desk.do(AddObservation("social_assistance_recipients", code, period, Decimal(value), "POD MI", ON))
    analysis = str(desk.do(StartAnalysis(area, 2025, 2024, Decimal(80))))
    chapter = str(desk.do(AddChapter(analysis, "Leefloon")))
    with desk.look() as work:
        kept = work.analyses.chapter(chapter)
    desk.do(ReviseChapter(replace(kept, indicator="social_assistance_recipients", chart=ChartKind.RANKING)))
    return area


def test_a_small_number_is_nowhere_and_neither_is_the_one_that_gives_it_away(
    desk: Desk[Any], small: str, words: Words
) -> None:
    document = composed(desk, small, words)
    annex = annexed(document, RECIPIENTS)[0]
    rows = {row.cells[0]: row.cells[1:] for row in annex.rows}
    names = [GAZETTEER.name(code) for code in TOWNS]
    assert [rows[name] for name in names] == [("6", "–"), ("7", "–"), ("40", "40")]
    assert rows["Klein gebied"] == ("53", "51")
    assert "klein aantal personen" in annex.note
    twin = next(t for t in blocks(document, TableBlock) if RECIPIENTS in t.caption and t is not annex)
    shown = {row.cells[0]: row.cells[1:] for row in twin.rows}
    assert shown[names[0]][-1] == shown[names[1]][-1] == "–"


def test_a_steering_group_sees_small_numbers_and_the_threshold_is_a_choice(
    desk: Desk[Any], small: str, words: Words
) -> None:
    open_ = replace(whole(small), hides_small=False)
    annex = annexed(composed(desk, small, words, open_))
    assert any(row.cells[-1] == "3" for t in annex for row in t.rows)
    with desk.look() as work:
        style = style_of(work)
    desk.do(ChangeHouseStyle(replace(style, threshold=3)))
    annex = annexed(composed(desk, small, words))
    assert any(row.cells[-1] == "3" for t in annex for row in t.rows)
    with desk.look() as work:
        style = style_of(work)
    desk.do(ChangeHouseStyle(replace(style, threshold=50)))
    annex = annexed(composed(desk, small, words))
    assert not any(cell in ("3", "8", "40") for t in annex for row in t.rows for cell in row.cells)


@given(st.lists(st.none() | st.integers(0, 60).map(Decimal), max_size=12), st.integers(0, 20))
def test_what_is_left_out_cannot_be_computed_from_the_total(values: list[Decimal | None], threshold: int) -> None:
    hidden = left_out(values, threshold)
    for at, value in enumerate(values):
        if value is not None and 0 < value < threshold:
            assert at in hidden
    positive = [at for at, value in enumerate(values) if value]
    assert len(hidden) != 1 or len(positive) == 1
    assert all(values[at] for at in hidden)


def test_a_dossier_of_one_municipality_is_about_that_one(desk: Desk[Any], area: str, words: Words) -> None:
    with desk.look() as work:
        code = next(row for row in plan_rows(work, area) if row.action.nis).action.nis[0]
        others = [row.action.title for row in plan_rows(work, area) if row.action.nis and code not in row.action.nis]
        own = gap_view(Basis(work, GAZETTEER, words, current(work, area))).table
    document = composed(desk, area, words, focus=code)
    assert document.cover is not None
    assert document.cover.title == GAZETTEER.name(code)
    row = next(one for one in own.rows if one.place == code)
    shown = {fact.value for block in blocks(document, FactsBlock) for fact in block.facts}
    assert words.formats.rate(row.now) in shown
    text = repr([t.rows for t in blocks(document, TableBlock)])
    assert others
    plan = next(
        fact for block in blocks(document, FactsBlock) for fact in block.facts if fact.label == "Acties in het plan"
    )
    told = next(t for t in blocks(document, TableBlock) if "Waar de partners aan werken" in t.caption)
    assert sum(int(row.cells[-1]) for row in told.rows) == int(plan.value)
    assert not any(title in text for title in others)


def test_a_missing_figure_is_a_dash_with_its_reason_and_a_part_of_a_total_is_named(
    desk: Desk[Any], small: str, words: Words
) -> None:
    desk.do(AddMunicipalities(small, ("12040",)))
    document = composed(desk, small, words)
    annex, name = annexed(document, RECIPIENTS)[0], GAZETTEER.name("12040")
    assert {row.cells[0]: row.cells[1:] for row in annex.rows}[name] == ("–", "–")
    assert f"niet beschikbaar: {name} 2024, 2025" in annex.note
    assert f"2024 en 2025: het totaal is zonder {name}." in annex.note
    twin = next(t for t in blocks(document, TableBlock) if RECIPIENTS in t.caption and t is not annex)
    assert f"het totaal is zonder {name}." in twin.note


def plan_rows(work: Any, area: str) -> Any:
    return view(work, plan_of(work, area).id, ON).rows


def test_contacts_are_in_only_when_asked_for(desk: Desk[Any], area: str, words: Words) -> None:
    with desk.look() as work:
        mails = [person.email for person in work.contacts.persons() if person.email]
    assert mails
    assert not any(mail in everything(composed(desk, area, words)) for mail in mails)
    asked = rules.ticked(whole(area), CONTACTS, on=True, siblings=(FIGURES, ACTIONS, CONTACTS))
    assert any(mail in everything(composed(desk, area, words, asked)) for mail in mails)


def test_the_arrangements_say_that_standard_texts_are_no_legal_advice_once(
    desk: Desk[Any], area: str, words: Words
) -> None:
    texts = [block.text for block in blocks(composed(desk, area, words), Paragraph)]
    assert sum("geen juridisch advies" in text for text in texts) == 1
    assert any("Voorbeeldstreek werk vinden" in text for text in texts)
    assert not any("{" in text for text in texts)
