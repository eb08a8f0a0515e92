"""Annexes of every layout we could think of, each row becoming what a careful person would make of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coopdesk.annex.interpret import interpret
from coopdesk.annex.meaning.register import Register
from tests.annex.conftest import TODAY
from tests.annex.sketch import differences, draw

FOLDER = Path(__file__).with_name("layouts")


def layouts() -> list[tuple[str, str]]:
    """The name and the drawing of every layout."""
    sections = [s for f in sorted(FOLDER.glob("*.txt")) for s in re.split("^== ", f.read_text("utf-8"), flags=re.M)[1:]]
    return [(name, drawing) for name, _, drawing in (section.partition("\n") for section in sections)]


@pytest.mark.parametrize("drawing", [pytest.param(drawing, id=name) for name, drawing in layouts()])
def test_every_row_of_a_layout_becomes_what_a_careful_person_would_make_of_it(register: Register, drawing: str) -> None:
    sketch = draw(drawing)
    assert differences(interpret(sketch.book, register, TODAY), sketch) == []
