from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.desk.desk import Desk
from coopdesk.dossier import rules
from coopdesk.dossier.commands import ChooseDossier
from coopdesk.dossier.queries import setup_of
from coopdesk.dossier.setup import CONTACTS, DossierSetup, Part, Readers
from coopdesk.kernel.errors import Conflict


def kept(desk: Desk[Any], area: str) -> DossierSetup:
    with desk.look() as work:
        return setup_of(work, area)


def test_choices_are_kept_and_undone(desk: Desk[Any], area: str) -> None:
    desk.do(ChooseDossier(rules.ticked(kept(desk, area), Part.SUMMARY, on=False)))
    assert Part.SUMMARY not in rules.printed(kept(desk, area))
    desk.do(ChooseDossier(rules.moved(kept(desk, area), Part.SOURCES, -2)))
    assert rules.ordered(kept(desk, area))[-3] is Part.SOURCES
    desk.undo()
    desk.undo()
    assert kept(desk, area) == rules.standard(area)


def test_a_choice_on_old_choices_is_refused(desk: Desk[Any], area: str) -> None:
    seen = kept(desk, area)
    desk.do(ChooseDossier(replace(seen, colour=False)))
    with pytest.raises(Conflict):
        desk.do(ChooseDossier(replace(seen, language="en")))


def test_contacts_are_in_no_standard_dossier() -> None:
    assert all(CONTACTS not in rules.standard("a", readers).chosen for readers in Readers)


@given(st.sampled_from(Part), st.integers(-20, 20))
def test_moving_a_part_loses_none_and_keeps_cover_and_contents_in_front(part: Part, places: int) -> None:
    moved = rules.moved(rules.standard("a"), part, places)
    assert sorted(rules.ordered(moved)) == sorted(Part)
    assert rules.ordered(moved)[:2] == (Part.COVER, Part.CONTENTS)
    assert set(moved.chosen) == set(rules.standard("a").chosen)


def test_parts_of_an_older_or_newer_program_do_no_harm() -> None:
    odd = replace(rules.standard("a"), parts=("cover", "hologram"), chosen=("cover", "hologram"))
    assert sorted(rules.ordered(odd)) == sorted(Part)
    assert rules.printed(odd) == (Part.COVER,)
