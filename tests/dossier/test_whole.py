"""The dossier of the example area, from the workspace to the file and on the screen."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from coopdesk.app.links import workbook_of
from coopdesk.desk.desk import Desk
from coopdesk.dossier import rules
from coopdesk.dossier.commands import ChooseDossier
from coopdesk.dossier.compose.dossier import MAKERS
from coopdesk.dossier.make import Order, draft, make_dossier
from coopdesk.dossier.setup import Part
from coopdesk.dossier.ui.outline import Ticked
from coopdesk.dossier.ui.page import DossierPage
from coopdesk.kernel.clock import FixedClock
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.place import Place
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import Words, open_words
from tests.answers import Files
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.reading import languages, words_in


def test_the_dossier_holds_the_whole_chain(desk: Desk[Any], area: str, clock: FixedClock, words: Words) -> None:
    made = draft(desk.look, Order(area, clock.today()), words)
    text = words_in(made.pdf.data)
    with desk.look() as work:
        plan = work.plans.plans(area)[-1]
        titles = [a.title for a in work.plans.actions(plan.id)] + [o.title for o in work.plans.objectives(plan.id)]
        agreements = [a.title for a in work.agreements.agreements()]
    for title in (*titles, *agreements):
        assert " ".join(title.split()) in text
    for part in ("Partijen", "Arbeidsmarktanalyse", "Kansen", "Actieplan", "Handtekeningen", "Bronnen", "Figuur 4.1"):
        assert part in text
    assert made.pdf.missing == ()


def test_a_dossier_in_english_has_english_words_and_the_same_figures(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words
) -> None:
    dutch = draft(desk.look, Order(area, clock.today()), words)
    desk.do(ChooseDossier(replace(rules.standard(area), language="en")))
    english = draft(desk.look, Order(area, clock.today()), words)
    text = words_in(english.pdf.data)
    assert "Labour-market analysis" in text
    assert "Arbeidsmarktanalyse" not in text
    assert english.remarks == dutch.remarks


def test_a_reader_speaks_dutch_texts_in_an_english_dossier_as_dutch(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words
) -> None:
    desk.do(ChooseDossier(replace(rules.standard(area), language="en")))
    model = PdfModel(draft(desk.look, Order(area, clock.today()), words).pdf.data)
    spoken_as = {"".join(text.split()): language for language, text in languages(model)}
    assert model.lang == "en-GB"
    assert spoken_as["1Meervijftigplussersaanhetwerk"] == "nl-BE"
    assert spoken_as["4Labour-marketanalysis"] == "en-GB"
    assert spoken_as["No."] == "en-GB"


def test_short_chapters_and_the_tables_of_objectives_share_pages(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words
) -> None:
    pages = PdfReader(BytesIO(draft(desk.look, Order(area, clock.today()), words).pdf.data)).pages[2:]
    texts = [page.extract_text() for page in pages]
    framework = next(text for text in texts if "Situering en kader" in text)
    assert "2 Partijen" in framework
    lying = [text for page, text in zip(pages, texts, strict=True) if page.mediabox.width > page.mediabox.height]
    assert len(lying) == 2
    assert "1 Meer vijftigplussers" in lying[0]
    assert "2 Niet-beroepsactieven" in lying[0]


@pytest.mark.parametrize("part", sorted(MAKERS))
def test_each_part_can_stand_alone(desk: Desk[Any], area: str, clock: FixedClock, words: Words, part: Part) -> None:
    setup = replace(rules.standard(area), chosen=(part.value,))
    made = draft(desk.look, Order(area, clock.today(), setup), words)
    assert made.pdf.pages >= 1
    assert len(words_in(made.pdf.data)) > 80


def test_an_empty_area_has_a_dossier_that_says_what_is_missing(
    desk: Desk[Any], clock: FixedClock, words: Words
) -> None:
    area = str(desk.do(AddArea("Leeg gebied", ("12021", "12025"), 2026, 2031)))
    made = draft(desk.look, Order(area, clock.today()), words)
    assert "Leeg gebied" in words_in(made.pdf.data)
    assert len(made.remarks) >= 3


def test_nothing_chosen_still_gives_a_page(desk: Desk[Any], area: str, clock: FixedClock, words: Words) -> None:
    setup = replace(rules.standard(area), chosen=())
    assert draft(desk.look, Order(area, clock.today(), setup), words).pdf.pages == 1


def test_the_same_workspace_gives_the_same_file(
    desk: Desk[Any], area: str, clock: FixedClock, words: Words, tmp_path: Path
) -> None:
    for name in ("een.pdf", "twee.pdf"):
        make_dossier(desk, area, tmp_path / name, clock.today(), words)
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()


def test_the_screen_does_not_bring_in_reportlab_until_pages_are_made() -> None:
    code = "import sys, coopdesk.dossier.ui.page; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_screen_shows_the_real_pages_follows_choices_and_saves_them(
    qtbot: QtBot, qapp: Any, desk: Desk[Any], area: str, clock: FixedClock, tmp_path: Path
) -> None:
    words, out = open_words("nl"), tmp_path / "Dossier.pdf"
    window = Window(words, clock, Theme(qapp, "light", contrast=lambda: False), ShortMemory(), Facts("0"), Files(out))
    gazetteer = open_gazetteer()
    spec = PageSpec(
        "dossier", "Dossier", "document_pdf", "", lambda context: DossierPage(context, gazetteer, workbook_of)
    )
    areas = Areas(lambda: [AreaEntry(area, "Voorbeeldstreek")], preferred=lambda: area)
    context = window.open(desk, [spec], areas=areas, first=Place("dossier"))
    window.resize(1440, 860)
    qtbot.addWidget(window)
    window.show()
    page = window.findChild(DossierPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.preview.viewer.pages is not None, timeout=20_000)
    first = len(page.preview.viewer.pages or ())
    page.preview.step(3)
    assert page.preview.viewer.current == 3
    page.choices.outline.ticked.emit(Ticked("agreements", on=False))
    qtbot.waitUntil(lambda: len(page.preview.viewer.pages or ()) < first, timeout=20_000)
    page.output.save()
    qtbot.waitUntil(out.exists, timeout=20_000)
    assert len(PdfReader(out).pages) == len(page.preview.viewer.pages or ())
    context.tasks.wait()
