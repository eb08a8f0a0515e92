"""Figures by occupation and by place of work: from the annex to the charts of the dossier, and as a map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from coopdesk.analysis.commands import ReviseChapter
from coopdesk.analysis.model import ChapterKind, ChartKind
from coopdesk.analysis.queries.overview import current
from coopdesk.annex.interpret import interpret
from coopdesk.annex.meaning.known import register_of
from coopdesk.annex.model import Choices, FigureEntry
from coopdesk.annex.sheet.reader import read_book
from coopdesk.desk.desk import Desk
from coopdesk.dossier.model import Document, FigureBlock
from coopdesk.figures.model import Observation
from coopdesk.kernel.ids import new_id
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.territory.queries import members
from coopdesk.words.catalogue import Words
from tests.dossier.composed import GAZETTEER, ON, blocks, composed, table, whole

OCCUPATIONS = {"Kok": (40, 20), "Verpleegkundige": (10, 50), "Bakker": (6, 3)}  # jobseekers, vacancies


def entries(folder: Path, text: str) -> dict[tuple[str, str, str], Decimal | None]:
    """The figures of an annex by indicator, municipality and part."""
    path = folder / "bijlage.csv"
    path.write_text(text, encoding="utf-8")
    read = interpret(read_book(path), register_of(open_gazetteer()), date(2026, 11, 24), Choices())
    found = [one for line in read.lines for one in line.entries if isinstance(one, FigureEntry)]
    return {(one.indicator, one.nis, one.breakdown): one.value for one in found}


def test_an_annex_by_occupation_keeps_the_occupations(tmp_path: Path) -> None:
    rows = "Gemeente;Jaar;Beroep;Vacatures\nDuffel;2025;Kok (m/v);12\nDuffel;2025;Totaal;40\nLier;2025;Lasser;7\n"
    assert entries(tmp_path, rows) == {
        ("vacancies", "12009", "occupation=Kok (m/v)"): Decimal(12),
        ("vacancies", "12009", ""): Decimal(40),
        ("vacancies", "12021", "occupation=Lasser"): Decimal(7),
    }


def test_an_annex_of_commuters_tells_where_people_live_from_where_they_work(tmp_path: Path) -> None:
    rows = "Woongemeente;Werkgemeente;Jaar;Pendelaars\n" + "".join(
        f"{home};{work};2025;{n}\n"
        for home, work, n in (("Duffel", "LIER", 120), ("Duffel", "Nederland", 8), ("Lier", "Duffel", 60),
                              ("Lier", "mechelen", 90), ("Bonheiden", "Mechelen", 70), ("Mechelen", "Lier", 31))
    )  # fmt: skip
    found = entries(tmp_path, rows)
    assert found["outgoing_commuters", "12009", "to=Lier"] == 120
    assert found["outgoing_commuters", "12009", "to=Nederland"] == 8
    assert found["outgoing_commuters", "12021", "to=Mechelen"] == 90
    assert len(found) == 6


@dataclass(frozen=True, slots=True)
class AddSplits:
    """Vacancies, jobseekers and commuters of two municipalities, as an annex brings them."""

    codes: tuple[str, ...]
    source: str
    jobseekers: bool = True
    label: str = "Figures in parts"

    def run(self, work: Any) -> None:
        found = [("vacancies", self.codes[0], f"occupation={name}", n) for name, (_, n) in OCCUPATIONS.items()]
        found += [("vacancies", self.codes[1], "occupation=Kok", 20)]
        if self.jobseekers:
            found += [("jobseekers", self.codes[0], f"occupation={name}", n) for name, (n, _) in OCCUPATIONS.items()]
        goals = {"Lindemeer": 900, "Antwerpen": 300, "As": 3} | {f"Elders {i}": 10 for i in range(8)}
        found += [("outgoing_commuters", self.codes[0], f"to={name}", n) for name, n in goals.items()]
        found += [
            ("outgoing_commuters", self.codes[1], "to=Lindemeer", 3),
            ("outgoing_commuters", self.codes[1], "to=As", 70),
        ]
        for indicator, code, part, n in found:
            value = Observation(new_id(), 1, indicator, code, "2025", Decimal(n), breakdown=part, source_id=self.source)
            work.figures.add(value)


def with_splits(desk: Desk[Any], area: str, words: Words, *, jobseekers: bool = True) -> Document:
    with desk.look() as work:
        codes, source = members(work, area, GAZETTEER, ON), work.figures.sources()[0].id
    desk.do(AddSplits(tuple(codes[:2]), source, jobseekers))
    return composed(desk, area, words)


def test_occupations_stand_from_few_to_many_jobseekers_for_each_vacancy(
    desk: Desk[Any], area: str, words: Words
) -> None:
    document = with_splits(desk, area, words)
    twin = table(document, "Werkzoekenden per vacature, naar beroep")
    assert [row.cells for row in twin.rows] == [
        ("Verpleegkundige", "0,2"), ("Kok", "1,0"), ("Bakker", "2,0"), ("deze beroepen samen", "0,6"),
    ]  # fmt: skip
    figure = next(one for one in blocks(document, FigureBlock) if one.twin is twin)
    assert figure.caption.endswith("Minste werkzoekenden per vacature: Verpleegkundige (0,2)")
    cited = table(document, "Bronnen van cijfers, overeenkomsten en acties")
    assert "Werkzoekenden per vacature, naar beroep, 2025" in {row.cells[0] for row in cited.rows}


def test_without_jobseekers_the_vacancies_are_told_by_occupation(desk: Desk[Any], area: str, words: Words) -> None:
    twin = table(with_splits(desk, area, words, jobseekers=False), "Vacatures per beroep")
    assert [row.cells for row in twin.rows] == [("Verpleegkundige", "50"), ("Kok", "40"), ("Bakker", "3")]


def test_commuters_stand_by_where_they_work_and_few_of_them_are_taken_together(
    desk: Desk[Any], area: str, words: Words
) -> None:
    twin = table(with_splits(desk, area, words), "Pendelaars naar plaats van werk")
    heads = [column.title for column in twin.columns]
    assert heads[1:4] == ["Lindemeer", "Antwerpen", "As"]
    assert len(heads) == 10
    assert twin.rows[0].cells[1:4] == ("900", "300", "–")
    assert twin.rows[0].cells[-1] == "33"
    assert twin.rows[1].cells[1:4] == ("–", "–", "70")
    assert twin.rows[1].cells[-1] == "–"


def test_a_chapter_may_show_its_figures_on_the_map(desk: Desk[Any], area: str, words: Words) -> None:
    with desk.look() as work:
        analysis = current(work, area)
        assert analysis is not None
        chapters = {chapter.kind: chapter for chapter in work.analyses.chapters(analysis.id)}
    for kind in (ChapterKind.NON_WORKING, ChapterKind.DEMAND):
        desk.do(ReviseChapter(replace(chapters[kind], chart=ChartKind.MAP)))
    document = composed(desk, area, words, whole(area))
    (rates,) = (one.twin for one in blocks(document, FigureBlock) if "Werkloosheidsgraad" in one.alt)
    assert [len(rates.rows), len(rates.columns), rates.note] == [8, 2, ""]
    alts = [figure.alt for figure in blocks(document, FigureBlock)]
    assert any(alt.startswith("Kaart met een cirkel voor 8 gemeenten, Ontvangen vacatures 2025.") for alt in alts)
    assert any(alt.startswith("Tegelkaart van 8 gemeenten, Werkloosheidsgraad 15–64 2025.") for alt in alts)
