"""The charts a dossier adds when the figures are there: courses, groups of people, ages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.overview import current
from coopdesk.desk.desk import Desk
from coopdesk.dossier.model import FigureBlock, TableBlock
from coopdesk.figures.commands import ReviseObservation
from coopdesk.figures.model import Observation
from coopdesk.figures.queries import Reader
from coopdesk.kernel.ids import new_id
from coopdesk.territory.gazetteer import AREA
from coopdesk.territory.queries import members
from coopdesk.words.catalogue import Words
from tests.dossier.composed import GAZETTEER, ON, blocks, composed, table, whole


def test_the_course_of_every_municipality_is_drawn_when_there_are_years_enough(
    desk: Desk[Any], area: str, words: Words
) -> None:
    document = composed(desk, area, words)
    drawn = next(f for f in blocks(document, FigureBlock) if "per gemeente, in %" in f.subtitle)
    assert "gemeenten is de werkzaamheidsgraad hoger dan in 2020" in drawn.caption
    assert drawn.twin is not None
    with desk.look() as work:
        analysis = current(work, area)
        assert analysis is not None
        basis = Basis(work, GAZETTEER, words, analysis)
        names = [basis.name(code) for code in basis.codes]
        rates = [basis.reader.figure("employment_rate", code, "2025").value for code in basis.codes]
    assert [row.cells[0] for row in drawn.twin.rows] == names
    assert drawn.twin.columns[-1].title == "2025"
    assert [row.cells[-1] for row in drawn.twin.rows] == [words.formats.rate(rate) for rate in rates]


def test_groups_of_people_stand_in_a_heat_table_and_small_ones_are_left_out(
    desk: Desk[Any], area: str, words: Words
) -> None:
    assert not any("per gemeente en groep" in f.caption for f in blocks(composed(desk, area, words), FigureBlock))
    with desk.look() as work:
        analysis = current(work, area)
        assert analysis is not None
        codes = Basis(work, GAZETTEER, words, analysis).codes[:3]
        source = next(iter(work.figures.sources()))
    desk.do(AddGroups(source.id, tuple(codes)))
    document = composed(desk, area, words)
    drawn = next(f for f in blocks(document, FigureBlock) if "per gemeente en groep" in f.caption)
    assert drawn.source.startswith("Bron: ")
    assert "tabel" in drawn.alt.casefold()
    assert drawn.twin is not None
    assert [column.title for column in drawn.twin.columns[1:]] == ["Vrouwen", "Mannen"]
    assert [row.cells[1:] for row in drawn.twin.rows] == [("–", "74,0%"), ("71,0%", "75,0%"), ("72,0%", "76,0%")]


@dataclass(frozen=True, slots=True)
class AddGroups:
    """Rates of women and men from an annex, and of the first municipality that three women are in work."""

    source: str
    codes: tuple[str, ...]
    label: str = "Figures of groups"

    def run(self, work: Any) -> None:
        found = []
        for at, code in enumerate(self.codes):
            for part, rate in (("sex=f", 70 + at), ("sex=m", 74 + at)):
                found.append(("employment_rate", code, part, Decimal(rate)))
        found.append(("employed_20_64", self.codes[0], "sex=f", Decimal(3)))
        for indicator, code, part, value in found:
            work.figures.add(
                Observation(new_id(), 1, indicator, code, "2025", value, breakdown=part, source_id=self.source)
            )


def test_the_pyramid_counts_every_inhabitant_once_and_says_where_that_stands(
    desk: Desk[Any], area: str, words: Words
) -> None:
    document = composed(desk, area, words)
    twin = table(document, "Inwoners naar leeftijd en geslacht")
    people = [int(cell.replace(".", "")) for row in twin.rows for cell in row.cells[1:3]]
    with desk.look() as work:
        whole = Reader(work, GAZETTEER).figure("population", AREA + area, "2025").value
    assert sum(people) == whole
    figure = next(one for one in blocks(document, FigureBlock) if one.twin is twin)
    assert "tegenover" in figure.caption
    assert f"{words.formats.number(whole)} inwoners" in figure.alt
    cited = table(document, "Bronnen van cijfers, overeenkomsten en acties")
    assert "Inwoners naar leeftijd en geslacht, 2025" in {row.cells[0] for row in cited.rows}


def test_a_bar_of_few_people_keeps_the_pyramid_out_unless_small_numbers_may_be_seen(
    desk: Desk[Any], area: str, words: Words
) -> None:
    title = "Inwoners naar leeftijd en geslacht"
    with desk.look() as work:
        codes = members(work, area, GAZETTEER, ON)
        young = work.figures.observations("population_15_17", codes, "2025", "sex=f")
        young += work.figures.observations("population_18_19", codes, "2025", "sex=f")
    for one in young:
        desk.do(ReviseObservation(one.id, one.version, Decimal(one is young[0])))
    assert not [t for t in blocks(composed(desk, area, words), TableBlock) if title in t.caption]
    seen = composed(desk, area, words, replace(whole(area), hides_small=False))
    assert [t for t in blocks(seen, TableBlock) if title in t.caption]


def test_who_is_not_in_work_adds_up_to_the_inhabitants_and_follows_the_rate(
    desk: Desk[Any], area: str, words: Words
) -> None:
    document = composed(desk, area, words)
    twin = table(document, "20- tot 64-jarigen: werkend, werkzoekend of geen van beide")
    figure = next(one for one in blocks(document, FigureBlock) if one.twin is twin)
    shares = {row.cells[0]: [Decimal(c.rstrip("%").replace(",", ".")) for c in row.cells[1:]] for row in twin.rows}
    assert all(abs(sum(row) - 100) <= Decimal("0.2") for row in shares.values())
    with desk.look() as work:
        reader = Reader(work, GAZETTEER)
        rates = {GAZETTEER.name(code): reader.figure("employment_rate", code, "2025").value
                 for code in members(work, area, GAZETTEER, ON)}  # fmt: skip
    assert rates.keys() < shares.keys()
    assert all(rate is not None and abs(shares[name][0] - rate) <= Decimal("0.1") for name, rate in rates.items())
    assert "werkt niet" in figure.caption
    assert "wat er van de inwoners overblijft" in figure.subtitle
