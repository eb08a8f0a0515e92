"""Who compares two texts sees the words that went and came, not two walls of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.words.differing import Fate, Piece, compared, side

TEXTS = st.lists(st.sampled_from(["de", "jobbeurs", "zorg.", "zorg", "50+", "in\n", "2027"]), max_size=12).map(" ".join)


def test_one_changed_word_stands_out_in_its_sentence():
    assert compared("Zes werkplekken in de zorg.", "Zes leerplekken in de zorg.") == (
        Piece("Zes "), Piece("werkplekken ", Fate.GONE), Piece("leerplekken ", Fate.CAME), Piece("in de zorg."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"), [("31 mei", "30 juni"), ("", "Een nieuwe tekst"), ("een twee drie", "vier vijf zes")]
)
def test_short_and_unlike_texts_are_told_whole(old, new):
    assert compared(old, new) == ()


def test_a_change_at_the_end_of_a_long_text_is_in_sight():
    long = " ".join(f"woord{n}" for n in range(200))
    shown = side(compared(f"{long} oud", f"{long} nieuw"), Fate.CAME)
    assert [piece.text for piece in shown] == ["… woord198 woord199 ", "nieuw"]


def test_a_text_to_which_words_were_only_added_is_shown_as_it_was():
    assert side(compared("een twee drie vier vijf", "een twee drie ook vier vijf"), Fate.GONE) == (
        Piece("een twee drie vier vijf"),
    )


@given(TEXTS, TEXTS)
def test_the_pieces_hold_every_word_of_both_texts(old, new):
    pieces = compared(old, new)
    for text, fate in ((old, Fate.GONE), (new, Fate.CAME)):
        read = "".join(piece.text if piece.text[-1:].isspace() else f"{piece.text} " for piece in pieces
                       if piece.fate in (Fate.SAME, fate))  # fmt: skip
        assert not pieces or read.split() == text.split()
