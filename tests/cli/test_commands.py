"""Each command: what it says, what it does, and exit code 0, 1 or 2."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coopdesk.settings.file import own_settings
from tests.cli.conftest import ROOT, run
from tests.storage.conftest import files

AREA = "Voorbeeldstreek"


@pytest.fixture
def own(example, tmp_path):
    """The example in a folder of one's own."""
    folder = tmp_path / "eigen"
    shutil.copytree(example, folder)
    return folder


def test_help_and_version_need_no_workspace():
    assert run("--version").out.startswith("Coopdesk ")
    helped = run("--help")
    assert helped.code == 0
    for command in ("example", "area", "import", "gap", "dossier", "export", "check", "backup", "restore", "history"):
        assert command in helped.out


@pytest.mark.parametrize(
    "arguments",
    [("gap",), ("area", "--workspace", "x"), ("gap", "--workspace", "x", "--area", "y", "--year", "veel"),
     ("export", "--workspace", "x", "--what", "iets", "--out", "y"), ("check",),
     ("dossier", "--workspace", "x", "--area", "y", "--out", "z", "--on", "gisteren")],
)  # fmt: skip
def test_wrong_usage_is_exit_code_2_and_makes_nothing(arguments, tmp_path):
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "usage" in done.err


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("backup",), ("restore",), ("history",), ("gap", "--area", AREA, "--year", "2015"),
     ("dossier", "--area", AREA, "--out", "x.pdf"), ("import", "x.csv"),
     ("export", "--what", "actions", "--out", "x.xlsx")],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_a_mistyped_folder_is_told_and_makes_no_new_workspace(arguments, tmp_path):
    done = run(*arguments, "--workspace", tmp_path / "tikfout")
    assert (done.code, done.out) == (1, "")
    assert "tikfout staat geen werkruimte" in done.err
    assert list(tmp_path.iterdir()) == []


def test_the_example_fills_a_new_workspace_once(example):
    again = run("example", "--workspace", example)
    assert again.code == 1
    assert again.err == "In deze werkruimte staat al een gebied. Kies een lege map voor het voorbeeld.\n"


def test_an_area_is_made_of_real_municipalities_only(tmp_path):
    refused = run("area", "Rivierenland", "12021", "99999", "00000", "--workspace", tmp_path / "w")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "Geen gemeente in Vlaanderen: 99999 en 00000.\n"
    assert list(tmp_path.iterdir()) == []
    made = run("area", "Rivierenland", "12021", "12014", "12021", "--workspace", tmp_path / "w")
    assert (made.code, made.out) == (0, "“Rivierenland” is aangemaakt met 2 gemeenten.\n")
    assert run("area", "rivierenland", "12021", "--workspace", tmp_path / "w").code == 1


def test_the_gap_as_json_has_every_part_and_they_add_up(example):
    done = run("gap", "--workspace", example, "--area", AREA, "--year", latest_year(example), "--json")
    assert done.code == 0, done.err
    found = done.json
    assert {"area", "year", "target", "rate", "gap_pp", "extra_persons", "population", "employed", "municipalities",
            "references", "sources", "missing", "population_period"} <= set(found)  # fmt: skip
    lines = found["municipalities"].values()
    assert len(lines) == 8
    assert all(set(line) >= {"name", "rate", "gap_pp", "extra_persons", "population", "missing"} for line in lines)
    assert sum(line["extra_persons"] for line in lines if line["extra_persons"]) >= found["extra_persons"]
    assert sum(line["population"] for line in lines) == pytest.approx(found["population"])


def latest_year(folder):
    """The last year the example has rates for: it moves with the calendar of the example, not of the computer."""
    for year in range(2032, 2009, -1):
        if run("gap", "--workspace", folder, "--area", AREA, "--year", year, "--json").code == 0:
            return year
    raise AssertionError("no year")


def test_a_year_without_figures_or_an_unknown_area_is_told(example):
    for arguments, said in (
        (("--area", AREA, "--year", "1950"), "1950"),
        (("--area", "Nergens", "--year", "2020"), "Nergens"),
    ):
        done = run("gap", "--workspace", example, *arguments)
        assert (done.code, done.out) == (1, "")
        assert said in done.err


def test_a_sound_workspace_is_checked_in_words_of_both_languages(example):
    assert run("check", "--workspace", example).out == "De werkruimte is in orde.\n"
    assert run("check", "--workspace", example, "--lang", "en").out == "The workspace is whole.\n"


def test_a_damaged_workspace_fails_its_check_and_can_be_restored(own):
    made = run("backup", "--workspace", own, "--name", "voor de raad")
    assert made.code == 0
    assert "voor de raad" in made.out
    content = (own / "desk.db").read_bytes()
    (own / "desk.db").write_bytes(content[:8192] + b"\xff" * 8192 + content[16384:])
    before = files(own)
    broken = run("check", "--workspace", own)
    assert (broken.code, broken.out) == (1, "")
    assert broken.err
    assert files(own) == before
    restored = run("restore", "--workspace", own)
    assert restored.code == 0, restored.err
    assert run("check", "--workspace", own).code == 0


def test_a_changed_attachment_fails_the_check(own):
    (own / "attachments").mkdir(exist_ok=True)
    (own / "attachments" / ("0" * 64)).write_bytes(b"iets anders")
    assert run("check", "--workspace", own).code == 1


def test_restoring_brings_back_what_was_there_and_can_itself_be_restored(own):
    run("backup", "--workspace", own)
    assert run("area", "Rivierenland", "12021", "--workspace", own).code == 0
    assert run("restore", "--workspace", own).code == 0
    assert "Rivierenland" not in run("history", "--workspace", own).out
    assert run("restore", "--workspace", own).code == 0
    assert "Rivierenland" in run("history", "--workspace", own).out


def test_only_a_backup_of_this_workspace_can_be_put_back(own, tmp_path):
    assert run("restore", "--workspace", own).code == 1
    run("backup", "--workspace", own)
    (tmp_path / "vreemd.db").write_bytes(b"x")
    done = run("restore", tmp_path / "vreemd.db", "--workspace", own)
    assert (done.code, done.err) == (1, "“vreemd.db” is geen reservekopie van deze werkruimte.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the folder of settings cannot be put aside")
def test_a_name_in_the_settings_stands_with_what_was_done_since(own, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    own_settings().choose("name", "Ann Peeters")
    run("area", "Rivierenland", "12021", "--workspace", own)
    first, second, *_ = run("history", "--workspace", own, "--limit", 2).out.splitlines()
    assert first.endswith("Rivierenland  (Ann Peeters)")
    assert not second.endswith(")")


def test_the_history_is_listed_newest_first(own):
    run("area", "Rivierenland", "12021", "--workspace", own)
    told = run("history", "--workspace", own, "--limit", 2)
    assert len(told.out.splitlines()) == 2
    assert "Rivierenland" in told.out.splitlines()[0]
    steps = run("history", "--workspace", own, "--limit", 3, "--json").json
    assert [set(step) for step in steps] == [{"id", "at", "kind", "label", "subject", "who"}] * 3
    assert (steps[0]["subject"], steps[0]["kind"]) == ("Rivierenland", "do")


def test_a_dossier_is_a_pdf_of_that_day(example, tmp_path):
    out = tmp_path / "dossier.pdf"
    done = run("dossier", "--workspace", example, "--area", AREA, "--out", out, "--on", "2026-11-24")
    assert done.code == 0, done.err
    assert out.read_bytes().startswith(b"%PDF-")
    assert str(out) in done.out
    again = tmp_path / "again.pdf"
    run("dossier", "--workspace", example, "--area", AREA, "--out", again, "--on", "2026-11-24")
    assert again.read_bytes() == out.read_bytes()


def test_a_dossier_that_cannot_be_written_is_told(example, tmp_path):
    done = run("dossier", "--workspace", example, "--area", AREA, "--out", tmp_path / "geen map" / "x.pdf")
    assert done.code == 1
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_the_workspace_may_stand_before_the_command(example: Path) -> None:
    assert run("--workspace", example, "check").code == 0
    assert run(f"--workspace={example}", "history", "--limit", "1").code == 0


def test_a_word_that_is_no_command_and_no_file_is_wrong_usage() -> None:
    done = run("verzin", "iets")
    assert done.code == 2
    assert "verzin" in run("verzin").err


@pytest.mark.parametrize("target", ["0", "100,1", "-5", "nan", "tachtig"])
def test_a_target_that_is_no_percentage_is_wrong_usage(example: Path, target: str) -> None:
    area = ("gap", "--workspace", example, "--area", "Voorbeeldstreek", "--year", "2025")
    assert run(*area, f"--target={target}").code == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_without_a_screen_the_window_says_so_instead_of_crashing(tmp_path: Path) -> None:
    bare = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-m", "coopdesk", "--workspace", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no screen" in done.stderr


def test_the_agreements_per_municipality_come_as_pdf_and_as_workbook(example, tmp_path):
    for name, start in (("overzicht.pdf", b"%PDF-"), ("overzicht.xlsx", b"PK")):
        out = tmp_path / name
        done = run("report", "--workspace", example, "--what", "agreements", "--area", AREA, "--out", out)
        assert done.code == 0, done.err
        assert out.read_bytes().startswith(start)
        assert str(out) in done.out


def test_a_follow_up_report_needs_a_half_year_there_is(example, tmp_path):
    out = tmp_path / "opvolging.pdf"
    asked = ("report", "--workspace", example, "--what", "followup", "--out", out)
    assert run(*asked, "--period", "2026-H1").code == 0
    assert out.read_bytes().startswith(b"%PDF-")
    wrong = run(*asked, "--period", "volgende keer")
    assert wrong.code == 1
    assert "Traceback" not in wrong.err


def test_a_province_that_is_none_is_told(example, tmp_path):
    done = run(
        "report", "--workspace", example, "--what", "agreements", "--province", "Namen", "--out", tmp_path / "x.pdf"
    )
    assert done.code == 1
    assert "Namen" in done.err
