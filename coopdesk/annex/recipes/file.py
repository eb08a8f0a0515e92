"""A mapping as a small file that can be mailed: JSON with a version, checked word by word when it comes in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from coopdesk.annex.kept import KeptColumn, Recipe
from coopdesk.annex.model import AnnexKind, ColumnChoice, Meaning, Rule
from coopdesk.annex.recipes.rules import NAME_LENGTH
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.kernel.errors import Refused
from coopdesk.words.marks import N_

VERSION = 1
MOST_BYTES = 200_000
_COLUMNS, _TEXTS, _LENGTH = 500, 2_000, 400
_STYLES = ("", "1.234,5", "1,234.5", "fraction", "mdy")
_PRINT = re.compile(r"[0-9a-f]{16}")
_CODE = re.compile(r"[a-z_0-9]{1,60}")
_PLACE = re.compile(r".{1,200}=(?:\d{5})?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RecipeFile:
    """What such a file holds."""

    name: str
    kind: AnnexKind
    fingerprint: str
    headings: tuple[str, ...]
    columns: tuple[tuple[int, ColumnChoice], ...]
    accepted: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def write_recipe(recipe: Recipe, columns: list[KeptColumn]) -> bytes:
    """The file of a recipe."""
    mine = [c for c in columns if (c.fingerprint, c.kind) == (recipe.fingerprint, recipe.kind)]
    data = {
        "coopdesk": "recipe", "version": VERSION, "name": recipe.name, "kind": recipe.kind.value,
        "fingerprint": recipe.fingerprint, "headings": recipe.headings,
        "columns": [{"position": c.position, "meaning": c.meaning.value, "indicator": c.indicator, "style": c.style}
                    for c in mine],
        "accepted": recipe.accepted, "places": recipe.places, "rules": recipe.rules,
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def is_recipe(data: Any) -> bool:
    """Whether this JSON says that it is a mapping of ours."""
    return isinstance(data, dict) and data.get("coopdesk") == "recipe"


def read_recipe(content: bytes, name: str) -> RecipeFile:
    """The mapping in a file; Refused with what is wrong with it. Nothing of it is believed unchecked."""
    if len(content) > MOST_BYTES:
        raise Refused(N_("“{file}” is too large to be a mapping. Ask for the file once more."), file=name)
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _broken(name) from error
    if not is_recipe(data):
        raise _broken(name)
    if data.get("version") != VERSION:
        raise Refused(N_("“{file}” was made with a newer Coopdesk. Install the newest version."), file=name)
    try:
        return _checked(data)
    except (KeyError, TypeError, ValueError) as error:
        raise _broken(name) from error


def _broken(name: str) -> Refused:
    return Refused(N_("“{file}” is not a whole mapping of Coopdesk. Ask for the file once more."), file=name)


def _checked(data: dict[str, Any]) -> RecipeFile:
    columns = [_column(one) for one in _list(data["columns"], _COLUMNS)]
    if len({position for position, _ in columns}) != len(columns):
        raise ValueError
    return RecipeFile(
        _text(data["name"], NAME_LENGTH), AnnexKind(data["kind"]), _match(_PRINT, data["fingerprint"]),
        tuple(_text(one, _LENGTH) for one in _list(data["headings"], _COLUMNS)), tuple(columns),
        tuple(_match(_CODE, one) for one in _list(data["accepted"], _TEXTS)),
        tuple(_match(_PLACE, one) for one in _list(data["places"], _TEXTS)),
        tuple(_rule(one) for one in _list(data["rules"], _TEXTS)),
    )  # fmt: skip


def _column(one: Any) -> tuple[int, ColumnChoice]:
    position, indicator, style = one["position"], one["indicator"], one["style"]
    if isinstance(position, bool) or not isinstance(position, int) or not 0 < position <= _COLUMNS:
        raise ValueError
    if style not in _STYLES or (indicator and indicator not in BY_CODE):
        raise ValueError
    return position, ColumnChoice(Meaning(one["meaning"]), indicator, style=style)


def _rule(one: Any) -> str:
    field, _, rule = _text(one, _LENGTH).rpartition("=")
    return f"{_match(_CODE, field)}={Rule(rule).value}"


def _list(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError
    return value


def _text(value: Any, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise ValueError
    return value


def _match(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError
    return value
