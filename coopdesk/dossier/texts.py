"""The texts of a dossier: what ships with the program, and the places in them that are filled in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from coopdesk.dossier.setup import Part
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.resources import resource
from coopdesk.words.marks import N_

LONGEST = 20_000
_PLACE = re.compile(r"\{([^{}\n]{1,40})\}")
_LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Article:
    """A title and a text with places such as {area}, named in the language of the text."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Shipped:
    """The neutral texts of a language, what has to be said of them, and the names of the places by code."""

    notice: str
    articles: Mapping[Part, Article]
    places: Mapping[str, str]


@cache
def shipped(language: str) -> Shipped:
    """The texts that ship with the program (resources/dossier/articles.nl.toml); ours, neutral, no legal advice."""
    raw = tomllib.loads(resource(f"dossier/articles.{language}.toml").read_text(encoding="utf-8"))
    articles = {Part(a["part"]): Article(a["title"], a["text"].strip()) for a in raw["article"]}
    return Shipped(raw["notice"].strip(), articles, dict(raw["places"]))


def places_in(text: str) -> tuple[str, ...]:
    """The names between braces, each once, as they are written."""
    return tuple(dict.fromkeys(found.strip() for found in _PLACE.findall(text)))


def code_of(name: str) -> str | None:
    """The code of a place by its name in any language; None when there is none."""
    for language in _LANGUAGES:
        for code, known in shipped(language).places.items():
            if name.strip().casefold() == known.casefold():
                return code
    return None


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its places filled in; what is no place stays as it was typed, what has no value is an en dash."""

    def value(found: re.Match[str]) -> str:
        code = code_of(found.group(1))
        return found.group(0) if code is None else values.get(code) or "–"

    return _PLACE.sub(value, text)


def without_value(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The places of a text that nothing is known for."""
    return tuple(name for name in places_in(text) if (code := code_of(name)) and not values.get(code))


def checked(title: str, text: str) -> tuple[str, str]:
    """Title and text as they are kept; Invalid for no title, no place of that name, or more than a dossier can hold."""
    kept, body = " ".join(title.split()), text.strip()
    if not kept:
        raise Invalid(N_("Give the text a title."))
    if len(body) > LONGEST or len(kept) > 200:
        raise Invalid(N_("This text is too long for a dossier: {n} characters at most."), n=LONGEST)
    unknown = [name for name in (*places_in(kept), *places_in(body)) if code_of(name) is None]
    if unknown:
        raise Invalid(N_("There is nothing to fill in for “{name}”. Choose a place from the list."), name=unknown[0])
    return kept, body
