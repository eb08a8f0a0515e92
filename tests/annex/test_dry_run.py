"""A dry run always gives what was read, also when it cannot be compared with the workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done, run

ACTIONS = [["Ambitie", "Code", "Actie", "Trekker", "Start"], ["Meer werk", "1.1", "Jobbeurs", "Ann", "2022"]]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "werk"
    for name, nis in (("Dender", "41002"), ("Rivierenland", "12025")):
        assert run("area", name, nis, "--workspace", folder).code == 0
    return folder


def test_the_reading_is_given_when_the_area_is_not_known(workspace: Path, write: Callable[..., Path]) -> None:
    done = dry(workspace, write(ACTIONS), "--json", "--area", "Nergens")
    assert done.code == 0
    assert [record["title"] for record in done.json["records"]] == ["Jobbeurs"]
    assert done.json["changes"] is None
    assert "Nergens" in done.json["problem"]


def test_why_nothing_could_be_compared_is_said_on_the_error_stream(workspace: Path, write: Callable[..., Path]) -> None:
    done = dry(workspace, write(ACTIONS), "--area", "Nergens")
    assert "Nergens" in done.err


def test_what_can_be_compared_has_counts_and_no_problem(workspace: Path, write: Callable[..., Path]) -> None:
    done = dry(workspace, write(ACTIONS), "--json", "--area", "Dender")
    assert done.json["changes"] == {"added": 1, "changed": 0, "same": 0}
    assert "problem" not in done.json


def dry(workspace: Path, path: Path, *more: str) -> Done:
    return run("import", path, "--workspace", workspace, "--dry-run", *more)
