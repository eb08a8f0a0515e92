"""Tables found wherever they stand, and rows that are no data."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl

from coopdesk.annex.model import ActionEntry, AnnexKind, Choices, FigureEntry, FigureState, MemberEntry, Verdict
from coopdesk.annex.queries import as_json, read_annex
from coopdesk.annex.reading import Reading
from coopdesk.territory.gazetteer import open_gazetteer
from tests.annex.conftest import TODAY, Read

HEAD = ["Gemeente", "Samenwerkingsverband", "Begindatum", "Einddatum"]


def reasons(reading: Reading) -> dict[int, str]:
    return {line.row: line.reason for line in reading.lines}


def test_a_heading_is_found_under_titles_and_blank_rows(read: Read) -> None:
    reading = read([["Overzicht overeenkomsten"], ["toestand 01/2022"], [], HEAD,
                    ["Aalst", "Dender", date(2022, 9, 1), "31/12/2025"]])  # fmt: skip
    assert reading.kind is AnnexKind.AGREEMENTS
    assert reading.tables[0].header_rows == (4,)
    (entry,) = reading.entries
    assert isinstance(entry, MemberEntry)
    assert (entry.nis, entry.begin.date.canonical(), entry.end.date.canonical()) == (
        "41002",
        "2022-09-01",
        "2025-12-31",
    )


def test_every_source_row_is_imported_flagged_or_skipped_with_a_reason(read: Read) -> None:
    reading = read([HEAD, ["Provincie Oost-Vlaanderen"], ["Aalst", "Dender", 2022, 2025], [],
                    ["Ninove", "Dender", 2022, "eind 2025"], ["Totaal", 2], ["Bron: VDAB"]])  # fmt: skip
    assert reasons(reading) == {1: "header", 2: "province_heading", 3: "", 4: "blank", 5: "imprecise_date",
                                6: "total", 7: "footnote"}  # fmt: skip
    assert sum(len(reading.of(verdict)) for verdict in Verdict) == 7


def test_a_heading_that_comes_back_on_each_page_is_no_row(read: Read) -> None:
    reading = read([HEAD, ["Aalst", "A", 2022, 2025], HEAD, ["Lede", "A", 2022, 2025]])
    assert reasons(reading)[3] == "repeated_header"
    assert len(reading.entries) == 2


def test_tables_side_by_side_are_read_apart(read: Read) -> None:
    reading = read([
        ["Gemeente", "Begin", "Einde", None, "Einde", "Stad of gemeente", "Start"],
        ["Aalst", 2022, 2025, None, 2024, "Genk", 2021],
        ["Lede", 2022, 2025],
    ])  # fmt: skip
    found = {
        (e.nis, e.begin.date.canonical(), e.end.date.canonical()) for e in reading.entries if isinstance(e, MemberEntry)
    }
    assert found == {("41002", "2022", "2025"), ("71016", "2021", "2024"), ("41034", "2022", "2025")}


def test_a_merged_province_and_a_two_level_heading_are_filled_in(tmp_path: Path, read: Read) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Provincie", "Bestuur", "Verband", "Periode", None], [None, None, None, "Aanvang", "Einde"],
                ["Limburg", "Genk", "G", "2021", "2025"],
                [None, "Alken", "H", "jan/22", "onbepaalde duur"]):  # fmt: skip
        sheet.append(row)
    for merged in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "A3:A4"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "twee.xlsx")
    reading = read(tmp_path / "twee.xlsx")
    assert reading.tables[0].header_rows == (1, 2)
    assert [e.begin.date.canonical() for e in reading.entries if isinstance(e, MemberEntry)] == ["2021", "2022-01"]


def test_years_as_columns_become_periods_and_secrets_stay_secret(read: Read) -> None:
    reading = read([["Werkzaamheidsgraad 20-64 jaar"], ["NIS", "Gemeente", 2014, 2015],
                    [11001, "Aartselaar", 73.29, "73,91"], [11002, "Antwerpen", "*", "-"],
                    [10000, "Provincie Antwerpen", 70, 70]])  # fmt: skip
    figures = [e for e in reading.entries if isinstance(e, FigureEntry)]
    assert [(f.nis, f.indicator, f.period, f.value, f.state) for f in figures] == [
        ("11001", "employment_rate", "2014", Decimal("73.29"), FigureState.OK),
        ("11001", "employment_rate", "2015", Decimal("73.91"), FigureState.OK),
        ("11002", "employment_rate", "2014", None, FigureState.SUPPRESSED),
        ("11002", "employment_rate", "2015", None, FigureState.MISSING),
    ]
    assert reasons(reading)[5] == "aggregate"


def test_sheets_per_year_each_keep_their_own_year(tmp_path: Path, read: Read) -> None:
    book = openpyxl.Workbook()
    for year in (2014, 2015):
        sheet = book.create_sheet(str(year))
        sheet.append(["NIS", "Gemeente", "Inwoners"])
        sheet.append([11001, "Aartselaar", 14000 + year])
        sheet.append([11002, "Antwerpen", 510000 + year])
    del book["Sheet"]
    book.save(tmp_path / "per_jaar.xlsx")
    figures = [e for e in read(tmp_path / "per_jaar.xlsx").entries if isinstance(e, FigureEntry)]
    assert [(f.period, f.value) for f in figures if f.nis == "11001"] == [("2014", 16014), ("2015", 16015)]


def test_accepting_a_cause_lets_its_rows_in_with_a_warning(read: Read) -> None:
    rows = [HEAD, ["Aalst", "A", 2022, "eind 2025"], ["Lede", "A", 2022, 2025]]
    assert len(read(rows).entries) == 1
    accepted = read(rows, Choices(accepted=frozenset({"imprecise_date"})))
    assert len(accepted.entries) == 2
    assert accepted.of(Verdict.IMPORT)[0].warnings == ("imprecise_date",)


def test_a_formula_saved_without_a_value_is_told(read: Read) -> None:
    reading = read([["Code", "Actie", "Trekker", "Budget", "Status"], ["1.1", "Jobbeurs", "Ann", 100, "lopend"],
                    ["", "Totaal", "", "=SUM(D2:D2)", ""]])  # fmt: skip
    assert [(f.reason, f.columns) for f in reading.flags] == [("formula_without_value", ("D",))]


def test_contact_data_stay_out(read: Read) -> None:
    reading = read(
        [[*HEAD, "Contactpersoon", "E-mail"], ["Aalst", "A", 2022, 2025, "Testpersoon", "a@voorbeeld.invalid"]]
    )
    assert [f.columns for f in reading.flags] == [("E", "F")]
    assert "voorbeeld.invalid" not in json.dumps(as_json(reading))


def test_the_export_of_employment_rates_comes_in_whole(shared: Path) -> None:
    path = shared / "data" / "spreadsheets" / "pinc_export_werkzaamheidsgraad_2003-2015.csv"
    figures = [e for e in read_annex(path, open_gazetteer(), TODAY).entries if isinstance(e, FigureEntry)]
    assert len(figures) == 308 * 13
    assert set(Counter(f.period for f in figures).values()) == {308}
    assert {f.indicator for f in figures} == {"employment_rate"}


def test_the_population_file_becomes_age_bands_of_its_year(shared: Path) -> None:
    reading = read_annex(shared / "data" / "labour" / "population_by_age_2015.csv", open_gazetteer(), TODAY)
    adults = [e for e in reading.entries if isinstance(e, FigureEntry) and e.indicator == "population_20_64"]
    assert (len(adults), sum(e.value or 0 for e in adults)) == (308, 3_804_014)
    assert (reading.period, reading.period_origin) == ("2015", "name")


def test_the_reference_annexes_are_read_without_one_mistake(shared: Path, tmp_path: Path) -> None:
    gazetteer = open_gazetteer()
    annexes = shared / "annexes"
    for expected in sorted(annexes.glob("*.expected.json")):
        name = expected.name.removesuffix(".expected.json")
        found = as_json(read_annex(annexes / name, gazetteer, TODAY))
        (tmp_path / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
    score = subprocess.run(
        [sys.executable, str(annexes / "check.py"), str(annexes), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert score.returncode == 0, score.stdout


def test_a_table_further_down_is_named_by_the_title_right_above_it(read: Read) -> None:
    head = ["Gemeente", 2020, 2021]
    first = [["Tabel 1: Inwoners"], head, ["Aalst", 85000, 86000]]
    reading = read([*first, [], ["Tabel 2: Werkzaamheidsgraad"], head, ["Aalst", 75.1, 75.5]])
    figures = [e for e in reading.entries if isinstance(e, FigureEntry)]
    assert [f.indicator for f in figures] == ["population", "population", "employment_rate", "employment_rate"]


def test_an_objective_said_once_counts_for_the_rows_below_it_until_a_blank_row(read: Read) -> None:
    head = ["Doelstelling", "Actie", "Status"]
    rows = [["Meer werk", "Jobbeurs", "lopend"], [None, "Audit", "klaar"], ["Leren", "Cursus", "lopend"], [],
            [None, "Los eindje", "gepland"]]  # fmt: skip
    actions = [e for e in read([head, *rows]).entries if isinstance(e, ActionEntry)]
    assert [a.objective for a in actions] == ["Meer werk", "Meer werk", "Leren", ""]


def test_a_heading_in_any_column_names_the_objective_of_the_actions_under_it(read: Read) -> None:
    rows = [["Nr", "Actie", "Wie", "Status"], ["Ambitie 1 - Meer werk"], ["1", "Jobbeurs", "VDAB", "lopend"],
            [None, "Leren"], ["2", "Cursus", "OCMW", "klaar"]]  # fmt: skip
    actions = [e for e in read(rows).entries if isinstance(e, ActionEntry)]
    assert [a.objective for a in actions] == ["Ambitie 1 - Meer werk", "Leren"]


def test_partners_that_are_boards_and_others_stay_partners(read: Read) -> None:
    rows = [["Actie", "Partners", "Status"], ["Jobbeurs", "VMM;Zaventem", "lopend"], ["Audit", "Tervuren", "klaar"]]
    actions = [e for e in read(rows).entries if isinstance(e, ActionEntry)]
    assert [a.partners for a in actions] == [("VMM", "Zaventem"), ("Tervuren",)]
