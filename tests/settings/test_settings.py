"""Settings hold at once, survive a restart, and a broken file never stops the program."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.settings.file import Settings
from coopdesk.settings.schema import BY_KEY, SETTINGS


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_a_new_user_has_the_defaults(path):
    settings = Settings(path)
    assert {key: settings.chosen(key) for key in BY_KEY} == {s.key: s.default for s in SETTINGS}
    assert not path.exists()


def test_a_choice_and_a_memory_are_there_after_a_restart(path):
    settings = Settings(path)
    settings.choose("theme", "dark")
    settings.put("plan/widths", "120,80")
    again = Settings(path)
    assert (again.chosen("theme"), again.get("plan/widths"), again.get("never")) == ("dark", "120,80", None)
    assert [p.name for p in path.parent.iterdir()] == ["settings.json"]


def test_a_value_that_is_no_longer_a_choice_counts_as_none(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"chosen": {"zoom": "999", "language": "nl"}, "remembered": {}}))
    assert Settings(path).chosen("zoom") == "100"


def test_every_default_is_among_its_choices():
    assert all(s.default in dict(s.choices) for s in SETTINGS if s.choices)


def test_every_setting_has_words_in_dutch(words):
    texts = {s.title for s in SETTINGS} | {s.group for s in SETTINGS} | {s.help for s in SETTINGS if s.help}
    texts |= {name for s in SETTINGS for code, name in s.choices if not name.rstrip("%").isdigit()}
    assert {text for text in texts if words.say(text) == text} <= {"Zoom"}


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"chosen": []}', '{"chosen": {"zoom": 3}, "remembered": null}', "\0\0\0"]
)
def test_a_broken_file_counts_as_none_and_is_replaced_by_the_next_choice(path, content):
    path.parent.mkdir()
    path.write_text(content)
    settings = Settings(path)
    assert settings.chosen("theme") == "system"
    settings.choose("theme", "dark")
    assert Settings(path).chosen("theme") == "dark"


@given(content=st.binary(max_size=60))
def test_any_bytes_in_the_file_let_the_program_start(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert Settings(path).chosen("language") == "nl"


def test_an_unknown_setting_is_a_mistake_of_ours(path):
    with pytest.raises((KeyError, AssertionError)):
        Settings(path).choose("colour of the moon", "blue")
