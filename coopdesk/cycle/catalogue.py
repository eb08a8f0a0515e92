"""The kinds of action that ship with the program, in one language."""

from __future__ import annotations

import tomllib
from typing import Any

from coopdesk.cycle.rules.template import Catalogue, Template, TemplateIndicator, TemplateMilestone
from coopdesk.kernel.resources import resource


def open_catalogue(language: str) -> Catalogue:
    """All kinds of action in the words of "nl" or "en"."""
    facts, texts = _table("plan/actions.toml"), _table(f"plan/actions.{language}.toml")
    return Catalogue(
        tuple(texts["ambitions"].items()), tuple(_template(key, facts[key], texts[key]) for key in facts)
    )  # fmt: skip


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(name).read_text(encoding="utf-8"))


def _template(key: str, facts: dict[str, Any], text: dict[str, Any]) -> Template:
    return Template(
        key=key,
        ambition=facts["ambition"],
        title=text["title"],
        description=text["description"],
        target_groups=tuple(text["groups"]),
        partners=tuple(text["partners"]),
        priorities=tuple(facts["priorities"]),
        indicators=tuple(TemplateIndicator(title, unit) for title, unit in text["indicators"]),
        milestones=tuple(TemplateMilestone(*pair) for pair in zip(text["milestones"], facts["after"], strict=True)),
        months=facts.get("months", 0),
        yearly=facts.get("yearly", False),
    )
