"""The dossier screen as someone uses it: keys on the parts, presets, logos, texts and the other documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coopdesk.app.links import workbook_of
from coopdesk.desk.desk import Desk
from coopdesk.dossier import rules
from coopdesk.dossier.queries import setup_of, style_of
from coopdesk.dossier.setup import CONTACTS, SUBPARTS, DossierSetup, Part, Readers
from coopdesk.dossier.ui.page import DossierPage
from coopdesk.dossier.ui.paperforms import TownForm
from coopdesk.dossier.ui.papers import Kind
from coopdesk.kernel.clock import FixedClock
from coopdesk.plan.commands.objectives import ReviseObjective
from coopdesk.plan.queries import plan_of
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.place import Place
from coopdesk.shell.tasks import Task
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import open_words
from tests.answers import Files
from tests.dossier.reading import words_in


class Screen:
    """A window on the dossier of the example."""

    def __init__(self, qtbot: QtBot, desk: Desk[Any], area: str, folder: Path, clock: FixedClock) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot, self.desk, self.area, self.files, self.folder = qtbot, desk, area, Files(folder=folder), folder
        self._read = (b"", "")
        words, theme = open_words("nl"), Theme(app, "light", contrast=lambda: False)
        self.window = Window(words, clock, theme, ShortMemory(), Facts("0"), self.files)
        make = partial(DossierPage, gazetteer=open_gazetteer(offers_invented=True), workbook=workbook_of)
        areas = Areas(lambda: [AreaEntry(area, "Voorbeeldstreek")], preferred=lambda: area)
        spec = PageSpec("dossier", "Dossier", "document_pdf", "", make)
        self.context = self.window.open(desk, [spec], areas=areas, first=Place("dossier"))
        self.window.resize(1280, 680)
        qtbot.addWidget(self.window)
        self.window.show()
        found = self.window.findChild(DossierPage)
        assert found is not None
        self.page = found
        self.settled()

    def settled(self) -> None:
        self.qtbot.waitUntil(lambda: not self.context.tasks.running, timeout=30_000)

    def reads(self, text: str) -> None:
        """Waits until the pages on show hold this text."""

        def shown() -> bool:
            made = self.page.pdf
            if made is not None and made.data is not self._read[0]:
                self._read = (made.data, words_in(made.data))
            return text in self._read[1]

        self.qtbot.waitUntil(shown, timeout=30_000)

    @property
    def setup(self) -> DossierSetup:
        with self.desk.look() as work:
            return setup_of(work, self.area)

    def row(self, name: str) -> None:
        """Chooses a part in the outline, as arrow keys would."""
        outline = self.page.choices.outline
        outline.setFocus()
        item = next(one for one in outline._items() if one.data(0, Qt.ItemDataRole.UserRole) == name)
        outline.expandAll()
        outline.setCurrentItem(item)

    def press(self, key: Qt.Key, *, moves: bool = False) -> None:
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(self.page.choices.outline, key, both if moves else Qt.KeyboardModifier.NoModifier)

    def done(self) -> None:
        """Until what was pressed has been told."""
        self.qtbot.waitUntil(lambda: not self.page.choices.outline._waiting)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk[Any], area: str, clock: FixedClock, tmp_path: Path) -> Iterator[Screen]:
    folder = tmp_path / "uit"
    folder.mkdir()
    found = Screen(qtbot, desk, area, folder, clock)
    yield found
    found.context.tasks.cancel_all()
    found.context.tasks.wait()


def test_space_leaves_a_part_out_and_alt_shift_arrows_move_it(screen: Screen) -> None:
    screen.row(Part.SUMMARY)
    screen.press(Qt.Key.Key_Space)
    screen.press(Qt.Key.Key_Down, moves=True)
    assert Part.SUMMARY not in rules.printed(screen.setup)
    assert screen.page.choices.outline.current_name == Part.SUMMARY
    order = rules.ordered(screen.setup)
    assert order.index(Part.SUMMARY) == order.index(Part.PARTIES) + 1
    screen.desk.undo()
    screen.desk.undo()
    assert Part.SUMMARY in rules.printed(screen.setup)


def test_a_chapter_can_be_left_out_by_itself(screen: Screen) -> None:
    screen.row("analysis/gap")
    screen.press(Qt.Key.Key_Space)
    screen.done()
    chapters = ("analysis/gap", "analysis/non_working", "analysis/strengths")
    assert "analysis/gap" not in rules.printed_within(screen.setup, chapters)
    assert Part.ANALYSIS in rules.printed(screen.setup)


def test_a_preset_of_ones_own_is_kept_under_a_name_and_can_be_chosen_again(screen: Screen) -> None:
    presets = screen.page.choices.readers
    screen.row(Part.SUMMARY)
    screen.press(Qt.Key.Key_Space)
    screen.done()
    presets.menu().actions()[0].trigger()
    QTest.keyClicks(presets.name.line, "Kort voor Lindemeer")
    QTest.keyClick(presets.name.line, Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: presets.choice.box.currentText() == "Kort voor Lindemeer")
    presets.choice.show_value(Readers.VDAB.value)
    presets.choice.committed.emit(Readers.VDAB.value)
    assert screen.setup.readers is Readers.VDAB
    presets.choice.box.setCurrentText("Kort voor Lindemeer")
    presets.choice.commit()
    assert Part.SUMMARY not in rules.printed(screen.setup)
    assert [action.text() for action in presets.menu().actions()][2:] == ["“Kort voor Lindemeer” verwijderen"]


def test_an_empty_name_for_a_preset_is_told_beside_the_field(screen: Screen) -> None:
    presets = screen.page.choices.readers
    presets.menu().actions()[0].trigger()
    QTest.keyClicks(presets.name.line, "   ")
    QTest.keyClick(presets.name.line, Qt.Key.Key_Return)
    assert presets.name.problem
    assert not presets.name.isHidden()


def test_a_logo_is_chosen_and_a_broken_one_refused(screen: Screen) -> None:
    target = BytesIO()
    Image.new("RGB", (200, 80), "#884400").save(target, "PNG")
    good, broken = screen.folder / "stad.png", screen.folder / "stuk.png"
    good.write_bytes(target.getvalue())
    broken.write_bytes(b"\x89PNG\r\n\x1a\nstuk")
    for path in (broken, good, screen.folder / "weg.png"):
        screen.files.answer = path
        screen.page.choices.design.add.click()
    with screen.desk.look() as work:
        assert style_of(work).logo_names == ("stad",)
    screen.settled()
    pdf = screen.page.preview.viewer.pages
    assert pdf is not None


def test_contacts_and_colour_are_ticked_in_the_layout(screen: Screen) -> None:
    design = screen.page.choices.design
    screen.page.choices.show_tab("design")
    design.contacts.box.click()
    assert CONTACTS in rules.printed_within(screen.setup, SUBPARTS[Part.ANNEX])
    design.colour.box.click()
    assert screen.setup.colour is False
    design.cover.line.setText("1f3a5f")
    QTest.keyClick(design.cover.line, Qt.Key.Key_Return)
    with screen.desk.look() as work:
        assert style_of(work).cover == "#1F3A5F"
    design.cover.line.setText("blauw")
    QTest.keyClick(design.cover.line, Qt.Key.Key_Return)
    assert design.cover.problem
    assert design.cover.text == "blauw"


def test_a_text_is_rewritten_checked_and_put_back(screen: Screen) -> None:
    screen.context.go.to(Place("dossier", "text/vision"))
    texts = screen.page.texts
    assert texts.part is Part.VISION
    texts.text.edit.setPlainText("Samen voor {gebeid}.")
    texts.text.commit()
    assert "gebeid" in texts.text.problem
    assert texts.text.text == "Samen voor {gebeid}."
    texts.text.edit.setPlainText("Samen voor ")
    texts.text.edit.moveCursor(texts.text.edit.textCursor().MoveOperation.End)
    assert texts.filled.isHidden()
    texts.menu().actions()[0].trigger()
    assert "Samen voor Voorbeeldstreek" in [label.text() for label in texts.filled.findChildren(QLabel)]
    texts.text.commit()
    assert not texts.text.problem
    screen.reads("Samen voor Voorbeeldstreek")
    texts.reset.click()
    assert "gebied" in texts.text.text


def test_ctrl_enter_keeps_a_text_and_makes_no_pdf(screen: Screen) -> None:
    screen.context.go.to(Place("dossier", "text/vision"))
    texts = screen.page.texts
    screen.window.activateWindow()
    for field, typed in ((texts.text.edit, "Samen aan het werk."), (texts.title.line, "Onze visie")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        screen.reads(typed)
    assert not list(screen.folder.iterdir())


def test_the_pages_follow_what_is_changed_elsewhere(screen: Screen) -> None:
    with screen.desk.look() as work:
        objective = work.plans.objectives(plan_of(work, screen.area).id)[0]
    screen.desk.do(ReviseObjective(replace(objective, title="Meer zestigplussers aan het werk")))

    screen.reads("zestigplussers")


def test_the_overview_is_made_as_pdf_and_as_workbook(screen: Screen) -> None:
    screen.context.go.to(Place("dossier", view="papers"))
    screen.qtbot.waitUntil(lambda: screen.page.papers.pdf is not None, timeout=30_000)
    screen.page.papers.excel.click()
    screen.page.output.save()
    screen.settled()
    kinds = sorted(path.suffix for path in screen.folder.iterdir())
    assert kinds == [".pdf", ".xlsx"]


def test_who_saves_for_word_reads_what_word_is_going_to_ask(screen: Screen) -> None:
    screen.reads("Inhoud")
    screen.page.output.save_word()
    screen.settled()
    assert [path.suffix for path in screen.folder.iterdir()] == [".docx"]
    assert any("velden mag bijwerken: zeg ja" in label.text() for label in screen.window.findChildren(QLabel))


def test_a_dossier_per_municipality_is_made_into_a_folder(screen: Screen) -> None:
    screen.context.go.to(Place("dossier", view="papers"))
    papers = screen.page.papers
    papers.choose(Kind.TOWNS)
    form = papers.forms[Kind.TOWNS]
    assert isinstance(form, TownForm)
    towns = form.town.box.count()
    screen.settled()
    papers.every.click()
    screen.settled()
    assert len(list(screen.folder.glob("*.pdf"))) == towns


def test_a_stop_halfway_leaves_whole_dossiers_and_says_which(screen: Screen) -> None:
    screen.context.go.to(Place("dossier", view="papers"))
    papers, tasks = screen.page.papers, screen.context.tasks
    papers.choose(Kind.TOWNS)
    screen.settled()
    screen.qtbot.waitUntil(lambda: papers.pdf is not None, timeout=30_000)

    def stop_at_the_third(task: Task, done: int, *_: object) -> None:
        if done == 2:
            task.cancel()

    tasks.progressed.connect(stop_at_the_third)
    papers.every.click()

    def said() -> str:
        return " ".join(label.text() for label in screen.window.findChildren(QLabel) if "Gestopt" in label.text())

    screen.qtbot.waitUntil(lambda: bool(said()), timeout=60_000)
    made = sorted(path.stem.removeprefix("Dossier ") for path in screen.folder.iterdir())
    assert 0 < len(made) < 8
    assert all(PdfReader(path).pages for path in screen.folder.iterdir())
    assert all(name in said() for name in made)
