"""The catalogue of kinds of action: the same in both languages, and complete enough to start from."""

from __future__ import annotations

import re

import pytest

from coopdesk.cycle.catalogue import open_catalogue
from coopdesk.plan.priorities import shipped


@pytest.mark.parametrize("language", ["nl", "en"])
def test_there_are_some_forty_kinds_of_action_and_each_has_all_it_takes(language):
    found = open_catalogue(language)
    assert 40 <= len(found.templates) <= 50
    assert len({t.title for t in found.templates}) == len(found.templates)
    codes = {p.code for p in shipped()}
    for one in found.templates:
        assert one.ambition in dict(found.ambitions)
        assert one.title, one.key
        assert all((one.description, one.target_groups, one.partners, one.indicators, one.milestones)), one.key
        assert set(one.priorities) <= codes, one.key
        assert one.priorities, one.key
        assert one.yearly != bool(one.months), one.key
        assert [m.after for m in one.milestones] == sorted(m.after for m in one.milestones), one.key
        assert not one.months or one.milestones[-1].after <= one.months, one.key


def test_both_languages_tell_of_the_same_things():
    dutch, english = open_catalogue("nl"), open_catalogue("en")
    for one, other in zip(dutch.templates, english.templates, strict=True):
        assert one.key == other.key
        for part in ("target_groups", "partners", "indicators", "milestones"):
            assert len(getattr(one, part)) == len(getattr(other, part)), (one.key, part)
        assert [i.unit == "%" for i in one.indicators] == [i.unit == "%" for i in other.indicators], one.key


def test_every_priority_and_every_ambition_has_kinds_of_action():
    found = open_catalogue("nl")
    assert {t.ambition for t in found.templates} == set(dict(found.ambitions))
    assert {code for t in found.templates for code in t.priorities} == {p.code for p in shipped()}


def test_the_texts_are_plain_flemish():
    for one in open_catalogue("nl").templates:
        assert not re.search(r"\b(gelieve|teneinde|indien|dienen te|betreffende|wethouder|bijstand)\b", one.description)
        assert len(one.description) <= 260, one.key
