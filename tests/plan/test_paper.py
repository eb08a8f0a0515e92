"""The time line on paper reads back as a PDF with every action on it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from coopdesk.charts.paper import Caption, Paper, TimeLine, timeline_pdf
from coopdesk.plan.moving import span
from coopdesk.plan.ui.neighbours import Gathering
from coopdesk.plan.ui.paper import timeline_meetings, timeline_tasks
from coopdesk.shell.place import Place
from coopdesk.words.catalogue import Words
from tests.dossier.matterhorn.checks import CHECKS
from tests.dossier.matterhorn.model import PdfModel
from tests.plan.conftest import GATHERINGS, Story


def test_every_dated_action_stands_on_a_sheet_with_its_heading(story: Story, words: Words) -> None:
    view, today = story.view(), story.clock.today()
    rows = [
        replace(row, action=replace(row.action, title=f"{n} {row.action.title}")) for n in range(8) for row in view.rows
    ]
    tasks = timeline_tasks(rows)
    years = span(view.plan, [row.action for row in rows], today)
    caption = Caption("Actieplan 2026–2028", "10 acties", "8 acties zonder datum")
    line = TimeLine(tasks, years, today, timeline_meetings(GATHERINGS))
    pdf = timeline_pdf(line, caption, words, Paper.A4)
    assert pdf == timeline_pdf(line, caption, words, Paper.A4)
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    wide, high = document[0].get_size()
    document.close()
    assert wide > high
    assert all(f"Pagina {n + 1} van {len(texts)}" in text and "2027" in text for n, text in enumerate(texts))
    assert sum(text.count("Jobbeurs") for text in texts) == 8
    assert len(tasks) == 8 * 9


def test_a_screen_reader_finds_the_title_and_each_sheet_as_a_figure_in_words(story: Story, words: Words) -> None:
    view, today = story.view(), story.clock.today()
    tasks = timeline_tasks(view.rows) * 5
    years = span(view.plan, [row.action for row in view.rows], today)
    line, caption = TimeLine(tasks, years, today), Caption("Actieplan", "Feiten", "Noot")
    reader = PdfReader(BytesIO(timeline_pdf(line, caption, words, Paper.A3)))
    root = reader.root_object
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nl-BE", True)
    parts = [part.get_object() for part in root["/StructTreeRoot"]["/K"][0].get_object()["/K"]]
    assert [part["/S"] for part in parts] == ["/H1", "/P", *["/Figure"] * len(reader.pages), "/P"]
    figures = [part["/Alt"] for part in parts if part["/S"] == "/Figure"]
    assert all(text.startswith("Tijdlijn van") for text in figures)
    for page in reader.pages:
        code = page.get_contents().get_data()
        assert code.count(b" BDC") + code.count(b" BMC") == code.count(b"EMC")


def test_what_is_reached_is_filled_and_what_is_late_says_so(story: Story) -> None:
    tasks = {task.name: task for task in timeline_tasks(story.view().rows)}
    learning = next(task for name, task in tasks.items() if "Werkplekleren" in name)
    reached = {row.title: row.done for row in story.row("Werkplekleren").milestones}
    assert {one.name: one.done for one in learning.milestones} == reached
    assert len(set(reached.values())) == 2


def test_the_meetings_stand_above_the_bars_of_every_sheet_and_are_said(story: Story, words: Words) -> None:
    view, today = story.view(), story.clock.today()
    tasks = timeline_tasks(view.rows) * 8
    years = span(view.plan, [row.action for row in view.rows], today)
    outside = Gathering("x", date(2040, 1, 1), "Later", Place("followup"))
    line = TimeLine(tasks, years, today, timeline_meetings([*GATHERINGS, outside]))
    pdf = timeline_pdf(line, Caption("Actieplan", "Feiten"), words, Paper.A3)
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(texts) > 1
    assert all("Overleg" in text and "Stuurgroep werk" in text and "Later" not in text for text in texts)
    reader = PdfReader(BytesIO(pdf))
    parts = [one.get_object() for one in reader.root_object["/StructTreeRoot"]["/K"][0].get_object()["/K"]]
    said = next(part["/Alt"] for part in parts if part["/S"] == "/Figure")
    assert said.endswith("Overleg: Stuurgroep werk, 4 november 2026 en Werkgroep zorg, 3 februari 2027.")


def test_the_checkers_for_accessible_files_find_nothing(story: Story, words: Words, tmp_path: Path) -> None:
    view, today = story.view(), story.clock.today()
    years = span(view.plan, [row.action for row in view.rows], today)
    line = TimeLine(timeline_tasks(view.rows) * 5, years, today, timeline_meetings(GATHERINGS))
    content = timeline_pdf(line, Caption("Actieplan <2026> & verder", "Feiten", "Noot"), words, Paper.A4)
    model = PdfModel(content)
    assert {number: found for number, check in CHECKS.items() if (found := list(check(model)))} == {}
    checker, path = Path(sys.executable).with_name("pdfua"), tmp_path / "tijdlijn.pdf"
    if not checker.exists():
        pytest.skip("pdfua is not here")
    path.write_bytes(content)
    said = subprocess.run([str(checker), "check", str(path)], capture_output=True, text=True, check=False)
    assert "errors=0 warnings=0 info=0" in said.stdout + said.stderr


def test_a_letter_no_font_has_is_not_called_accessible(story: Story, words: Words) -> None:
    view, today = story.view(), story.clock.today()
    years = span(view.plan, [row.action for row in view.rows], today)
    line = TimeLine(timeline_tasks(view.rows), years, today)

    def claims(title: str) -> bool:
        return (
            b"pdfuaid:part"
            in PdfReader(BytesIO(timeline_pdf(line, Caption(title, "Feiten"), words)))
            .root_object["/Metadata"]
            .get_object()
            .get_data()
        )

    assert claims("Één actieplan")
    assert not claims("Actieplan 漢")
