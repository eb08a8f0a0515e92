"""A mapping is remembered, named, handed on and used for next year's file."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.commands import Imported
from coopdesk.annex.model import AnnexKind, Choices, ColumnChoice, Meaning, Rule
from coopdesk.annex.queries import remembered
from coopdesk.annex.recipes.commands import AddRecipe, KeepRecipe, RemoveRecipe, RenameRecipe
from coopdesk.annex.recipes.file import read_recipe, write_recipe
from coopdesk.annex.recipes.rules import applied, recipe_for
from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Invalid, Refused
from tests.annex.conftest import Read
from tests.annex.test_import import AGREEMENTS, DOUBTFUL


def kept(desk: Desk[Any]) -> Any:
    with desk.look() as work:
        (recipe,) = work.imports.recipes()
        return recipe, work.imports.columns()


def test_what_a_person_decided_is_used_for_the_next_file_of_that_shape(
    desk: Desk[Any], bring: Callable[..., Imported], read: Read
) -> None:
    decided = Choices(
        accepted=frozenset({"imprecise_date"}), places=(("Gemt", "44021"),), rules=(("end", Rule.SOURCE),)
    )
    bring(DOUBTFUL, choices=decided)
    with desk.look() as work:
        memory = remembered(work)
    next_year = [*DOUBTFUL[:3], ["Gemt", "Leie", "2023", "eind 2027"]]
    recipe = recipe_for(read(next_year, memory.choices), memory.recipes)
    assert recipe is not None
    assert recipe.name == "bijlage"
    reading = read(next_year, applied(memory.choices, recipe))
    assert [entry.nis for entry in reading.entries] == ["41002", "41034", "44021"]  # type: ignore[union-attr]
    assert reading.choices.rule("end") is Rule.SOURCE


def test_a_file_that_was_read_right_leaves_no_recipe_behind(desk: Desk[Any], bring: Callable[..., Imported]) -> None:
    bring(AGREEMENTS)
    with desk.look() as work:
        assert work.imports.recipes() == []


def test_a_name_keeps_every_column_and_can_be_changed_and_forgotten(desk: Desk[Any], read: Read) -> None:
    desk.do(KeepRecipe(read(AGREEMENTS), "  Bijlage   2 "))
    recipe, columns = kept(desk)
    assert recipe.name == "Bijlage 2"
    assert [c.meaning for c in columns] == [Meaning.PLACE, Meaning.AGREEMENT, Meaning.BEGIN, Meaning.END]
    desk.do(RenameRecipe(recipe.id, recipe.version, "Overeenkomsten"))
    assert kept(desk)[0].name == "Overeenkomsten"
    with pytest.raises(Invalid):
        desk.do(RenameRecipe(recipe.id, recipe.version + 1, "  "))
    desk.do(RemoveRecipe(recipe.id))
    with desk.look() as work:
        assert (work.imports.recipes(), work.imports.columns()) == ([], [])
    desk.undo()
    assert kept(desk)[0].name == "Overeenkomsten"


def test_a_mapping_goes_to_a_colleague_as_a_file(desk: Desk[Any], read: Read) -> None:
    choices = Choices(accepted=frozenset({"imprecise_date"}), places=(("Gemt = Gent", "44021"),))
    desk.do(KeepRecipe(read(AGREEMENTS, choices), "Bijlage 2"))
    recipe, columns = kept(desk)
    content = write_recipe(recipe, columns)
    desk.do(RemoveRecipe(recipe.id))
    desk.do(AddRecipe(read_recipe(content, "Bijlage 2.json")))
    again, columns_again = kept(desk)
    told = ("fingerprint", "kind", "name", "headings", "accepted", "places", "rules")
    assert [getattr(again, name) for name in told] == [getattr(recipe, name) for name in told]
    assert [(c.position, c.meaning) for c in columns_again] == [(c.position, c.meaning) for c in columns]
    assert applied(Choices(), again).places == (("Gemt = Gent", "44021"),)


def good() -> dict[str, Any]:
    return {
        "coopdesk": "recipe", "version": 1, "name": "Bijlage 2", "kind": "figures", "fingerprint": "0123456789abcdef",
        "headings": ["NIS"], "columns": [{"position": 1, "meaning": "nis", "indicator": "", "style": ""}],
        "accepted": [], "places": [], "rules": [],
    }  # fmt: skip


def test_the_file_of_a_mapping_is_read_as_it_was_written() -> None:
    file = read_recipe(json.dumps(good()).encode(), "x.json")
    assert (file.kind, file.columns) == (AnnexKind.FIGURES, ((1, ColumnChoice(Meaning.NIS)),))


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 2}, {"kind": "people"}, {"fingerprint": "../../etc"}, {"name": 7}, {"headings": "NIS"},
        {"columns": [{"position": -1, "meaning": "nis", "indicator": "", "style": ""}]},
        {"columns": [{"position": 1, "meaning": "nis", "indicator": "no_such", "style": ""}]},
        {"columns": good()["columns"] * 2}, {"places": ["Gent=4"]}, {"rules": ["end=maybe"]}, {"accepted": [None]},
        {"coopdesk": "other"},
    ],
)  # fmt: skip
def test_a_file_with_anything_strange_in_it_is_refused_in_words(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        read_recipe(json.dumps(good() | wrong).encode(), "x.json")


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_reading_a_mapping_fail_otherwise(content: bytes) -> None:
    with pytest.raises(Refused):
        read_recipe(content, "x.json")
