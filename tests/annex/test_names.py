"""Several names in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.meaning.names import listed, names_in


@pytest.mark.parametrize(
    ("cell", "names"),
    [("VDAB, OCMW; Groep Intro\nIGO", ("VDAB", "OCMW", "Groep Intro", "IGO")),
     ('"Stad Gent, dienst Werk", VDAB', ("Stad Gent, dienst Werk", "VDAB")),
     ('vzw "Ons Huis", VDAB', ('vzw "Ons Huis"', "VDAB")), ('"Ons Huis" vzw, VDAB', ('"Ons Huis" vzw', "VDAB")),
     ('"Ons Huis, VDAB', ('"Ons Huis', "VDAB")), (" , ;", ()), ("VDAB, VDAB", ("VDAB",))],
)  # fmt: skip
def test_names_are_parted_by_signs_outside_quotes(cell: str, names: tuple[str, ...]) -> None:
    assert names_in(cell) == names


names = (
    st.text(st.sampled_from('ab ,;\n"'), min_size=1, max_size=8).map(lambda name: " ".join(name.split())).filter(bool)
)


@given(st.lists(names, unique=True))
def test_names_that_an_export_wrote_are_read_as_they_are(those: list[str]) -> None:
    assert names_in(listed(those)) == tuple(those)
