"""Spreadsheets in and out, as a script brings them."""

from __future__ import annotations

import csv

import pytest

from tests.cli.conftest import run

NAMES = ("Mechelen", "Lier", "Duffel")


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "werk"
    assert run("area", "Rivierenland", "12025", "12021", "12009", "--workspace", folder).code == 0
    return folder


@pytest.fixture
def figures(tmp_path):
    """Employment rates of three municipalities, as an export gives them."""
    path = tmp_path / "werkzaamheidsgraad 2015.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["NIS-code", "Gemeente", "Werkzaamheidsgraad 20-64 (%) 2015"])
        for code, name, rate in zip(("12025", "12021", "12009"), NAMES, ("70,1", "74,2", "76,3"), strict=True):
            writer.writerow([code, name, rate])
    return path


def test_a_dry_run_says_what_would_happen_and_writes_nothing(workspace, figures):
    before = run("history", "--workspace", workspace, "--json").json
    done = run("import", figures, "--workspace", workspace, "--dry-run", "--json")
    assert done.code == 0, done.err
    assert {r["nis"]: r["value"] for r in done.json["records"]} == {"12025": 70.1, "12021": 74.2, "12009": 76.3}
    assert (done.json["imported"], done.json["changes"]["added"]) == (False, 3)
    assert run("history", "--workspace", workspace, "--json").json == before


def test_the_same_file_twice_changes_nothing(workspace, figures):
    first = run("import", figures, "--workspace", workspace, "--json").json
    second = run("import", figures, "--workspace", workspace, "--json").json
    assert first["changes"] == {"added": 3, "changed": 0, "same": 0}
    assert second["changes"] == {"added": 0, "changed": 0, "same": 3}
    assert len(run("history", "--workspace", workspace, "--json").json) == 2
    (past, *_) = run("history", "--workspace", workspace, "--imports", "--json").json
    assert past["rows"]["source"] == sum(past["rows"][key] for key in ("imported", "flagged", "skipped"))
    assert (past["undone"], past["report"]["source_rows"]) == (False, past["rows"]["source"])
    assert past["file"] in run("history", "--workspace", workspace, "--imports").out


def test_source_rows_are_imported_flagged_or_skipped_and_none_is_lost(workspace, figures):
    found = run("import", figures, "--workspace", workspace, "--json", "--dry-run").json
    counts = found["counts"]
    assert counts["source"] == counts["import"] + counts["flagged"] + counts["skipped"] == 4


def test_an_unreadable_file_is_refused_and_the_others_still_come_in(workspace, figures, tmp_path):
    broken = tmp_path / "stuk.xlsx"
    broken.write_bytes(b"PK\x03\x04 half")
    done = run("import", broken, figures, "--workspace", workspace)
    assert done.code == 1
    assert done.err.startswith("stuk.xlsx: ")
    assert "Traceback" not in done.err
    assert "3" in done.out
    assert run("check", "--workspace", workspace).code == 0


def test_what_was_imported_can_be_exported_and_read_back(workspace, figures, tmp_path):
    run("import", figures, "--workspace", workspace)
    out = tmp_path / "cijfers.xlsx"
    done = run("export", "--what", "figures", "--out", out, "--workspace", workspace)
    assert done.code == 0, done.err
    assert out.read_bytes().startswith(b"PK")
    back = run("import", out, "--workspace", workspace, "--dry-run", "--kind", "figures", "--json")
    assert back.code == 0, back.err
    assert {r["nis"]: r["value"] for r in back.json["records"]} == {"12025": 70.1, "12021": 74.2, "12009": 76.3}


def test_there_is_nothing_to_export_from_an_empty_workspace(workspace, tmp_path):
    done = run("export", "--what", "agreements", "--out", tmp_path / "x.xlsx", "--workspace", workspace)
    assert (done.code, (tmp_path / "x.xlsx").exists()) == (1, False)
    assert done.err == "Er is niets om weg te schrijven.\n"


@pytest.mark.parametrize("what", ["agreements", "figures", "actions"])
def test_everything_of_the_example_can_be_exported(example, tmp_path, what):
    out = tmp_path / f"{what}.xlsx"
    done = run("export", "--what", what, "--area", "Voorbeeldstreek", "--out", out, "--workspace", example)
    assert done.code == 0, done.err
    assert str(out) in done.out
    # Read back, all of it is known, the invented municipalities too, and nothing would change.
    back = run("import", out, "--workspace", example, "--area", "Voorbeeldstreek", "--dry-run", "--json").json
    assert len(back["records"]) > 10
    assert (back["changes"]["added"], back["changes"]["changed"]) == (0, 0)
    assert {row["reason"] for row in back["flagged"]} <= {"in_preparation"}  # what is not agreed yet is always asked


def test_actions_go_into_the_plan_of_the_area(workspace, tmp_path, shared):
    file = shared / "annexes" / "actieplan_Denderregio_2022-2025.xlsx"
    done = run("import", file, "--kind", "actions", "--area", "Rivierenland", "--workspace", workspace, "--json")
    assert done.code == 0, done.err
    assert done.json["changes"]["added"] >= 14
    out = tmp_path / "acties.xlsx"
    assert run("export", "--what", "actions", "--out", out, "--workspace", workspace).code == 0


def test_actions_without_a_known_area_are_refused(workspace, shared):
    file = shared / "annexes" / "actieplan_Denderregio_2022-2025.xlsx"
    done = run("import", file, "--kind", "actions", "--area", "Nergens", "--workspace", workspace)
    assert done.code == 1
    assert "Nergens" in done.err
