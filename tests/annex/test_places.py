"""Names of municipalities, through time and across languages."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.meaning.members import read_members
from coopdesk.annex.meaning.places import PlaceKind, Setting, read_place
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.model import Party

NOW = Setting(date(2026, 1, 1), flemish=True)
THEN = Setting(date(2022, 1, 1), flemish=True)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def test_every_spelling_seen_in_real_files_is_known(shared: Path, register: Register) -> None:
    wrong = []
    for row in rows(shared / "data" / "names" / "variants_should_match.csv"):
        place = read_place(row["variant"], register)
        if place.kind is not PlaceKind.MATCHED or place.nis not in row["nis"].split("/"):
            wrong.append((row["variant"], place))
    assert wrong == []


def test_no_lookalike_becomes_a_municipality(shared: Path, register: Register) -> None:
    listed = rows(shared / "data" / "names" / "must_not_match.csv")
    assert [
        row["text_seen"] for row in listed if read_place(row["text_seen"], register).kind is PlaceKind.MATCHED
    ] == []


@pytest.mark.parametrize(
    ("name", "kind", "nis"),
    [
        ("Beveren", PlaceKind.AMBIGUOUS, "46030"),
        ("Heule", PlaceKind.PART, "34022"),
        ("Kapellen (Leuven)", PlaceKind.PART, "24137"),
        ("Putten", PlaceKind.UNKNOWN, ""),
        ("Provincie Antwerpen", PlaceKind.AGGREGATE, ""),
        ("Elsene", PlaceKind.OUTSIDE, ""),
        ("Panne, De", PlaceKind.MATCHED, "38008"),
        ("St.L.Houtem", PlaceKind.MATCHED, "41063"),
        ("Rijkevorsel", PlaceKind.MATCHED, "13037"),
    ],
)
def test_a_name_says_what_it_may_mean(register: Register, name: str, kind: PlaceKind, nis: str) -> None:
    place = read_place(name, register, NOW)
    assert (place.kind, place.nis) == (kind, nis)


def test_one_name_has_two_codes_through_time(register: Register) -> None:
    assert read_place("Lokeren", register, THEN).nis == "46014"
    assert read_place("Lokeren", register, NOW).nis == "46029"


@pytest.mark.parametrize(
    ("name", "party"),
    [("OCMW Gent", Party.OCMW), ("Gemeente en OCMW Beerse", Party.BOTH), ("Stad Gent", Party.MUNICIPALITY),
     ("Gent (OCMW)", Party.OCMW)],
)  # fmt: skip
def test_the_board_is_told_from_the_name(register: Register, name: str, party: Party) -> None:
    place = read_place(name, register, NOW)
    assert (place.kind, place.party) == (PlaceKind.MATCHED, party)


@pytest.mark.parametrize("joint", [", ", " / ", "; ", "\n", " + ", " en ", " & "])
def test_a_cluster_is_split_however_it_is_joined(register: Register, joint: str) -> None:
    found = read_members(joint.join(["Berlaar", "Nijlen", "Heist o/d Berg"]), register, THEN)
    assert [place.nis for place in found.places] == ["12002", "12026", "12014"]


def test_everyone_is_not_a_name(register: Register) -> None:
    assert read_members("alle gemeenten", register, NOW).everyone
    assert read_members("alle gemeenten van het Meetjesland", register, NOW).vague


@given(data=st.data())
def test_a_misspelt_name_is_proposed_and_never_taken(register: Register, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(m.name for m in register.by_nis.values() if len(m.name) > 6)))
    at = data.draw(st.integers(1, len(name) - 2))
    place = read_place(name[:at] + "x" + name[at:], register, NOW)
    assert place.kind is not PlaceKind.MATCHED
