"""The chapters on paper say what the screen says."""

from __future__ import annotations

from dataclasses import replace

from coopdesk.analysis.commands import ReviseChapter, StartAnalysis
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.chapter import drafted_chapter
from coopdesk.analysis.queries.printed import printed_chapters
from coopdesk.charts.look import Look
from coopdesk.charts.themes import PRINT
from coopdesk.desk.desk import Desk
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words
from coopdesk.work import SqlWork


def test_chapters_in_the_dossier_come_with_text_drawing_and_source(
    desk: Desk[SqlWork], area_id: str, gazetteer: Gazetteer, words: Words
) -> None:
    made = desk.do(StartAnalysis(area_id, 2015))
    with desk.look() as work:
        population, gap, *_ = work.analyses.chapters(made)
        text = drafted_chapter(Basis(work, gazetteer, words, work.analyses.analysis(made)), gap)
    desk.do(ReviseChapter(replace(gap, commentary=text)))
    desk.do(ReviseChapter(replace(population, in_dossier=False)))
    with desk.look() as work:
        printed = printed_chapters(work, gazetteer, words, area_id)
    assert len(printed) == 5
    first = printed[0]
    assert first.name == "Kloof naar 80%"
    assert first.paragraphs[0].startswith("In 2015 werkt 73,4% van de 20- tot 64-jarigen in Voorbeeldstreek.")
    assert first.source == "Bron: Voorbeeldcijfers (verzonnen)."
    assert first.draw is not None
    chart = first.draw(Look(PRINT, words))
    assert chart.title == "Geen enkele gemeente haalt 80%; Berlaar en Lier blijven het verst achter"
    assert first.changed == 0
