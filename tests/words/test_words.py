"""A text in one language, with its fields, its plural and its context."""

from __future__ import annotations

import pytest

from coopdesk.kernel.errors import Invalid
from coopdesk.words.catalogue import open_words


@pytest.fixture(scope="module")
def english():
    return open_words("en")


def test_an_error_is_told_in_the_language_of_the_window(words, english):
    error = Invalid("“{text}” is not a date.", text="31/14")
    assert words.tell(error) == "“31/14” is geen datum."
    assert english.tell(error) == "“31/14” is not a date."


def test_two_languages_are_open_at_once(words, english):
    assert (words.say("Language"), english.say("Language")) == ("Taal", "Language")


def test_a_plural_has_its_number_as_the_language_writes_it(words, english):
    one, many = "{n} row in {path}", "{n} rows in {path}"
    assert words.count(one, many, 1, path="a.xlsx") == "1 rij in a.xlsx"
    assert words.count(one, many, 12_500, path="a.xlsx") == "12.500 rijen in a.xlsx"
    assert english.count(one, many, 12_500, path="a.xlsx") == "12,500 rows in a.xlsx"


def test_braces_in_a_value_stay_as_they_are(words):
    assert "{name}" in words.say("There is no area called “{name}”.", name="{name}")


def test_an_unknown_language_is_not_silently_english():
    with pytest.raises((KeyError, FileNotFoundError)):
        open_words("fr")
