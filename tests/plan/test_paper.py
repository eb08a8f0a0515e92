"""The time line on paper reads back as a PDF with every action on it."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

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
