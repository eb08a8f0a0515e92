"""The time line on paper reads back as a PDF with every action on it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from coopdesk.charts.paper import Caption, Paper, timeline_pdf
from coopdesk.plan.moving import span
from coopdesk.plan.ui.paper import timeline_tasks
from coopdesk.words.catalogue import Words
from tests.plan.conftest import Story


def test_every_dated_action_stands_on_a_sheet_with_its_heading(story: Story, words: Words) -> None:
    view, today = story.view(), story.clock.today()
    rows = [
        replace(row, action=replace(row.action, title=f"{n} {row.action.title}")) for n in range(8) for row in view.rows
    ]
    tasks = timeline_tasks(rows)
    years = span(view.plan, [row.action for row in rows], today)
    caption = Caption("Actieplan 2026–2028", "10 acties", "8 acties zonder datum")
    pdf = timeline_pdf(tasks, years, today, caption, words, Paper.A4)
    assert pdf == timeline_pdf(tasks, years, today, caption, words, Paper.A4)
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
    reader = PdfReader(
        BytesIO(timeline_pdf(tasks, years, today, Caption("Actieplan", "Feiten", "Noot"), words, Paper.A3))
    )
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
