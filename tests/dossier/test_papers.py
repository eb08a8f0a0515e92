"""The documents beside the dossier: what they say is what the screens say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from coopdesk.agreement.commands.belonging import SetAbsenceReason
from coopdesk.agreement.model import CooperationClass
from coopdesk.agreement.queries.coverage import Coverage, coverage_on
from coopdesk.agreement.queries.lists import rows_on
from coopdesk.app.links import workbook_of
from coopdesk.cycle.commands.versions import FixPlan
from coopdesk.desk.desk import Desk
from coopdesk.dossier.batch import make_each, towns_of
from coopdesk.dossier.compose.gather import Order
from coopdesk.dossier.filenames import free_name, safe_name
from coopdesk.dossier.papers.choices import paper_choices
from coopdesk.dossier.papers.make import overview_table, paper
from coopdesk.dossier.papers.order import ChangesOrder, HalfYearOrder, OverviewOrder
from coopdesk.followup.commands import AddMeeting, Comment
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import Cancelled, Refused
from coopdesk.plan.commands.actions import RemoveActions, ReviseAction
from coopdesk.plan.queries import plan_of
from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from coopdesk.territory.queries import members
from coopdesk.words.catalogue import Words
from tests.dossier.reading import words_in

EVERY = tuple(CooperationClass)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(offers_invented=True)


def test_the_overview_names_every_agreement_with_its_dates_and_who_is_not_covered(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer
) -> None:
    on = clock.today()
    made = paper(desk.look, OverviewOrder(on, area, classes=EVERY), words, gazetteer)
    text = words_in(made.data)
    with desk.look() as work:
        rows, codes = rows_on(work, on), members(work, area, gazetteer, on)
        whole = coverage_on(rows, codes, [], gazetteer, on)
        bare = [row for row in whole if row.coverage not in (Coverage.IN_FORCE, Coverage.ENDING)]
        for row in rows:
            assert row.agreement.title in text
            assert " ".join(words.formats.partial(row.agreement.begin_date).split()) in text
    assert "onbepaalde duur" in text
    assert bare
    for row in bare:
        assert gazetteer.name(row.nis_code) in text.partition("2 Wat niet gedekt is")[2]
    assert f"{len(codes) - len(bare)} Met een lopende structurele overeenkomst" in text


def test_the_overview_can_ask_what_began_in_a_year_as_the_parliamentary_question_does(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer
) -> None:
    text = words_in(paper(desk.look, OverviewOrder(clock.today(), area, year=2022), words, gazetteer).data)
    assert "Samenwerkingsovereenkomst VDAB – Voorbeeldstreek" in text
    assert "Overeenkomst VDAB – Lindemeer" not in text.partition("2 Wat niet gedekt is")[0]
    none = words_in(paper(desk.look, OverviewOrder(clock.today(), area, year=1999), words, gazetteer).data)
    assert "Geen overeenkomst past bij deze vraag." in none


def test_the_overview_of_flanders_has_each_of_its_municipalities_once(
    desk: Desk[Any], clock: FixedClock, words: Words, gazetteer: Gazetteer
) -> None:
    desk.do(SetAbsenceReason("11001", 0, "De gemeenteraad beslist in het najaar."))
    title, headings, rows, note = overview_table(desk.look, OverviewOrder(clock.today()), words, gazetteer)
    assert len(rows) == len(gazetteer.at(clock.today()))
    assert len({row[1] for row in rows}) == len(rows)
    assert "De gemeenteraad beslist in het najaar." in {row[headings.index("Reden")] for row in rows}
    province = paper(desk.look, OverviewOrder(clock.today(), province="Limburg"), words, gazetteer)
    text = words_in(province.data)
    assert all(gazetteer.name(code) in text for code in gazetteer.in_province("Limburg", clock.today()))
    assert "zonder genoteerde reden" in text
    assert "Oost-Vlaanderen" not in text
    assert note.startswith("Vlaanderen")
    assert title == "Overeenkomsten"


def test_the_workbook_says_the_same_as_the_pages(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer
) -> None:
    order = OverviewOrder(clock.today(), area, classes=EVERY)
    title, headings, rows, note = overview_table(desk.look, order, words, gazetteer)
    sheet = load_workbook(BytesIO(workbook_of(title, headings, rows, note))).active
    found = [
        [cell or "" for cell in row] for row in sheet.iter_rows(min_row=2, max_row=1 + len(rows), values_only=True)
    ]
    assert found == [[str(cell or "") for cell in row] for row in rows]
    text = words_in(paper(desk.look, order, words, gazetteer).data)
    for row in rows:
        assert str(row[2]) in text
        assert str(row[3]) in text


def test_the_follow_up_report_tells_a_half_year(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer
) -> None:
    with desk.look() as work:
        action = work.plans.actions(plan_of(work, area).id)[0]
    desk.do(Comment(action.id, "2026-H1", "Twaalf werkgevers deden mee."))
    desk.do(AddMeeting(area, "Stuurgroep werk", date(2026, 4, 2)))
    text = words_in(paper(desk.look, HalfYearOrder(clock.today(), area, "2026-H1"), words, gazetteer).data)
    for part in ("Opvolgingsrapport 1ste helft 2026", "Twaalf werkgevers deden mee.", "Stuurgroep werk", "2 apr 2026"):
        assert part in text
    later = words_in(paper(desk.look, HalfYearOrder(clock.today(), area, "2025-H2"), words, gazetteer).data)
    assert "Twaalf werkgevers" not in later
    assert "geen vergadering genoteerd" in later


def test_the_report_of_changes_tells_what_differs_from_the_approved_plan(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer
) -> None:
    with desk.look() as work:
        plan = plan_of(work, area)
        first, second, *_ = work.plans.actions(plan.id)
    desk.do(FixPlan(plan.id, "Vastgesteld plan", date(2026, 11, 1), "Stuurgroep", clock.today()))
    versions = paper_choices(desk.look, gazetteer, area, clock.today()).versions
    order = ChangesOrder(clock.today(), area, next(one for one, name, _ in versions if name == "Vastgesteld plan"))
    assert "Er is sindsdien niets gewijzigd." in words_in(paper(desk.look, order, words, gazetteer).data)
    desk.do(ReviseAction(replace(first, lead="Sofie Jacobs", progress=80)))
    desk.do(RemoveActions((second.id,)))
    text = words_in(paper(desk.look, order, words, gazetteer).data)
    assert f"{first.progress}% 80%" in text
    assert f"{first.lead} Sofie Jacobs" in text
    assert second.title in text


def test_every_document_is_there_in_english_without_dutch_words_of_ours(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer
) -> None:
    overview = paper(desk.look, OverviewOrder(clock.today(), area, language="en"), words, gazetteer)
    assert "What is not covered" in words_in(overview.data)
    half = words_in(paper(desk.look, HalfYearOrder(clock.today(), area, "2026-H1", "en"), words, gazetteer).data)
    assert "Follow-up report" in half
    assert "Metingen" not in half


def test_a_dossier_per_municipality_comes_in_one_go(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    towns = towns_of(desk.look, gazetteer, area, clock.today())[:2]
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int, what: str = "") -> None:
        seen.append((done, total))

    order = Order(area, clock.today())
    first = make_each(desk.look, order, tmp_path, words, gazetteer, progress, towns)
    names = [f"Dossier {gazetteer.name(code)}.pdf" for code in towns]
    assert [path.name for path in first.made] == names
    assert seen == [(0, 2), (1, 2), (2, 2)]
    for code, path in zip(towns, first.made, strict=True):
        assert gazetteer.name(code) in words_in(path.read_bytes())
    again = make_each(desk.look, order, tmp_path, words, gazetteer, towns=towns)
    assert [path.name for path in again.same] == names
    (tmp_path / names[0]).write_bytes(b"a file of someone else")
    third = make_each(desk.look, order, tmp_path, words, gazetteer, towns=towns)
    assert [path.name for path in third.beside] == [names[0].replace(".pdf", " (2).pdf")]
    assert (tmp_path / names[0]).read_bytes() == b"a file of someone else"


def test_a_stop_halfway_keeps_what_was_ready(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    towns = towns_of(desk.look, gazetteer, area, clock.today())[:3]

    def stop(done: int, total: int, what: str = "") -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_each(desk.look, Order(area, clock.today()), tmp_path, words, gazetteer, stop, towns)
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_folder_that_is_not_there_is_refused_before_anything_is_made(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    with pytest.raises(Refused):
        make_each(desk.look, Order(area, clock.today()), tmp_path / "weg", words, gazetteer)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sint-Amelberga", "Sint-Amelberga"), ("A/B: C?", "A B C"), ("..\\..\\boot.ini", "boot.ini"), ("con", "con -"),
        ("  ", "Dossier"), ("x" * 300, "x" * 120), ("Einde.", "Einde"), ("é\u0000ß", "é ß"),
    ],
)  # fmt: skip
def test_any_name_becomes_one_every_system_takes(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    (tmp_path / "a (2).pdf").touch()
    assert free_name(tmp_path, "a", ".pdf").name == "a (3).pdf"


def test_a_document_may_begin_on_a_page_that_lies_down(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, gazetteer: Gazetteer
) -> None:
    page = PdfReader(BytesIO(paper(desk.look, OverviewOrder(clock.today(), area), words, gazetteer).data)).pages[0]
    assert page.mediabox.width > page.mediabox.height
