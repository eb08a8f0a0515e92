"""Issuing a dossier: frozen bytes under a number, and what a later one says otherwise."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.dossier.issued import (
    IssuedDossier,
    Line,
    as_issued,
    differences,
    dumped,
    lines_of,
    loaded,
    next_number,
    summed_up,
)
from coopdesk.dossier.make import Made, Order, draft, to_issue
from coopdesk.dossier.model import Column, Document, Heading, Paragraph, Section, TableBlock, TableRow
from coopdesk.dossier.ui.issued import said
from coopdesk.dossier.ui.page import DossierPage
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.errors import Conflict, Refused
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.place import Place
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import Words, open_words
from tests.dossier.sample import document
from tests.dossier.test_whole import Files

LINES = st.lists(st.builds(Line, st.sampled_from("ab"), st.text(max_size=4)), max_size=12)


def issued(number: str) -> IssuedDossier:
    return IssuedDossier("x", 1, "a", number, "t", date(2026, 1, 1), "nl", 1, "", "")


@pytest.fixture
def made(desk: Desk[Any], area: str, clock: FixedClock, words: Words) -> Made:
    return draft(desk.look, Order(area, clock.today()), words)


def text(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def test_numbers_run_on_within_a_year() -> None:
    assert next_number([], 2026) == "2026/1"
    assert next_number([issued("2026/1"), issued("2025/9"), issued("2026/10")], 2026) == "2026/11"


def test_an_issued_dossier_has_its_number_where_the_draft_says_that_it_is_one(made: Made, desk: Desk[Any], area: str,
                                                                            clock: FixedClock) -> None:  # fmt: skip
    command = to_issue(desk.look, area, made, clock.today())
    assert "Concept" in text(made.pdf.data).split("Inhoud")[0]
    assert "Nr. 2026/1, 24 november 2026" in text(command.pdf)
    assert "Concept" not in text(command.pdf).split("Inhoud")[0]


def test_the_very_bytes_are_kept_and_undo_takes_them_out_of_the_list(
    made: Made, desk: Desk[Any], area: str, clock: FixedClock
) -> None:
    command = to_issue(desk.look, area, made, clock.today())
    desk.do(command)
    with desk.look() as work:
        (one,) = work.dossiers.issued()
        assert work.attachments.read(one.digest) == command.pdf
        assert loaded(work.attachments.read(one.said)) == lines_of(made.document)
    with pytest.raises(Conflict):
        desk.do(command)
    desk.undo()
    with desk.look() as work:
        assert work.dossiers.issued() == []


def test_a_changed_figure_is_named_with_its_chapter(words: Words) -> None:
    before = [Line("4 Kloof", "Werkzaamheidsgraad · 72,6%"), Line("4 Kloof", "Extra nodig · 5.160")]
    after = [Line("4 Kloof", "Werkzaamheidsgraad · 73,1%"), *before[1:], Line("5 Kansen", "Zorg")]
    told = [said(change, words.say) for change in differences(before, after)]
    assert told == [
        "4 Kloof\n“Werkzaamheidsgraad · 72,6%” werd “Werkzaamheidsgraad · 73,1%”",
        "5 Kansen\nNieuw: “Zorg”",
    ]
    assert said(differences(after, before)[-1], words.say) == "5 Kansen\nWeg: “Zorg”"


@given(LINES, LINES)
def test_differences_lead_from_the_one_to_the_other(before: list[Line], after: list[Line]) -> None:
    found = differences(before, after)
    assert differences(before, before) == ()
    came, went = [d.after for d in found if d.after], [d.before for d in found if d.before]
    old, new = [line.text for line in before if line.text], [line.text for line in after if line.text]
    for one in went:
        old.remove(one)
    for one in came:
        new.remove(one)
    assert sorted(old) == sorted(new)


@given(LINES)
def test_what_was_said_is_kept_as_it_was(lines: list[Line]) -> None:
    assert loaded(dumped(lines)) == tuple(lines)


@pytest.mark.parametrize("data", [b"", b"{}1", b"[1]", b"\xff"])
def test_a_kept_text_that_is_not_ours_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        loaded(data)


def test_a_chapter_that_is_left_out_is_one_difference_and_renumbers_nothing(words: Words) -> None:
    def chapters(*names: str) -> tuple[Line, ...]:
        blocks = (b for at, n in enumerate(names, 1) for b in (Heading(f"{at}\u2002{n}"), Paragraph(f"Over {n}."),
                  TableBlock((Column("x"),), (TableRow((f"rij {n}",)),), f"Tabel {at}.1 – Cijfers")))  # fmt: skip
        return lines_of(document(blocks=(Section(tuple(blocks)),)))

    before, after = chapters("Kader", "Kloof", "Kansen"), chapters("Kloof", "Kansen")
    found = summed_up(differences(before, after), before, after)
    assert [said(change, words.say) for change in found] == ["Weg: “Kader”"]


def test_a_chapter_with_another_name_tells_what_changed_in_it(words: Words) -> None:
    def chapter(name: str, text: str) -> tuple[Line, ...]:
        return lines_of(document(blocks=(Section((Heading(f"5\u2002{name}"), Paragraph(text))),)))

    before, after = chapter("Gezamenlijke visie", "Samen."), chapter("Onze visie", "Iedereen aan de slag.")
    found = summed_up(differences(before, after), before, after)
    assert [said(change, words.say) for change in found] == [
        "“Gezamenlijke visie” werd “Onze visie”",
        "Onze visie\n“Samen.” werd “Iedereen aan de slag.”",
    ]


def test_only_what_says_draft_changes() -> None:
    before = document(2)
    after: Document = as_issued(before, "Nr. 2026/1")
    assert after.sections == before.sections
    assert after.cover is not None
    assert [fact.value for fact in after.cover.facts] == ["8 gemeenten", "Nr. 2026/1", "1 januari 2026"]


def test_the_screen_issues_shows_saves_the_same_bytes_and_tells_what_changed(
    qtbot: QtBot, qapp: Any, desk: Desk[Any], area: str, clock: FixedClock, tmp_path: Path
) -> None:
    words, out = open_words("nl"), tmp_path / "opnieuw.pdf"
    window = Window(words, clock, Theme(qapp, "light", contrast=lambda: False), ShortMemory(), Facts("0"), Files(out))
    gazetteer = open_gazetteer()
    spec = PageSpec("dossier", "Dossier", "document_pdf", "", lambda context: DossierPage(context, gazetteer, _no_book))
    areas = Areas(lambda: [AreaEntry(area, "Voorbeeldstreek")], preferred=lambda: area)
    context = window.open(desk, [spec], areas=areas, first=Place("dossier"))
    window.resize(1440, 860)
    qtbot.addWidget(window)
    window.show()
    page = window.findChild(DossierPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.made is not None, timeout=20_000)
    page.head.show_view("issued")
    (button,) = page.issued.empty.buttons
    button.click()
    qtbot.waitUntil(lambda: page.issued.pdf is not None, timeout=20_000)
    assert page.issued.empty.isHidden()
    with desk.look() as work:
        assert work.dossiers.issued()[0].digest in page.issued.digest.text().replace(" ", "")
    assert "2026/1" in page.issued.list.item(0).text()
    assert page.issued.file_name.endswith("2026-1.pdf")
    page.output.save()
    qtbot.waitUntil(out.exists, timeout=20_000)
    with desk.look() as work:
        (one,) = work.dossiers.issued()
        assert out.read_bytes() == work.attachments.read(one.digest)
    page.issued.compare.click()
    assert (
        page.issued.changes.item(0).text() == "Er is niets veranderd: het dossier zegt hetzelfde als het uitgebrachte."
    )
    page.head.show_view("pages")
    context.tasks.wait()
    qtbot.waitUntil(lambda: "laatst uitgebracht: 2026/1 op 24" in page.head._facts.text(), timeout=20_000)


def _no_book(*_: object) -> bytes:
    return b""
