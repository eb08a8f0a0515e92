"""The words and codes of one plan: what its levels are called, which years it holds, how actions are numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from coopdesk.plan.codes import DEFAULT, PATTERNS, proposed
from coopdesk.plan.commands.plans import RevisePlan
from coopdesk.plan.model import Plan
from coopdesk.plan.queries import PlanView
from coopdesk.plan.wording import DOMAIN_WORDS, OBJECTIVE_WORDS
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import YearField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Label
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

# What the tokens of a pattern are called in the language of the window.
_TOKENS = (("objective", N_("objective")), ("domain", N_("level")), ("number", N_("digits")))


class PlanSetupDialog(Dialog):
    """Every field is kept when it is left, as in the pane; closing asks nothing."""

    def __init__(self, parent: QWidget | None, context: Context, view: PlanView) -> None:
        say = context.words.say
        super().__init__(parent, say("Words and codes of this plan"))
        self._context, self._plan, self._view = context, view.plan, view
        levels, domains = _options(context.words, OBJECTIVE_WORDS), _options(context.words, DOMAIN_WORDS)
        self.fields: dict[str, Field] = {
            "title": TextField(context, say("Title"), hint=say("Empty: Action plan with its years.")),
            "begin_year": YearField(context, say("First year")),
            "end_year": YearField(context, say("Last year")),
            "objective_word": ChoiceField(context, say("The first level is called"), levels),
            "domain_word": ChoiceField(context, say("The level under it is called"), domains),
            "own_objective": TextField(context, say("Or your own word")),
            "own_domain": TextField(context, say("Or your own word")),
            "own_objectives": TextField(context, say("And of several")),
            "own_domains": TextField(context, say("And of several")),
            "code_pattern": TextField(context, say("Number of a new action")),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.fields["title"], 0, 0, 1, 2)
        pairs = (("begin_year", "end_year"), ("objective_word", "domain_word"), ("own_objective", "own_domain"),
                 ("own_objectives", "own_domains"))  # fmt: skip
        for at, pair in enumerate(pairs):
            for side, key in enumerate(pair):
                grid.addWidget(self.fields[key], at + 1, side)
        grid.addWidget(self.fields["code_pattern"], len(pairs) + 1, 0, 1, 2)
        self.body.addLayout(grid)
        self.example = Label("", "small", "text2", wrap=True)
        self.body.addWidget(self.example)
        patterns = self.fields["code_pattern"]
        assert isinstance(patterns, TextField)
        patterns.offer([_told(context.words, pattern) for pattern in PATTERNS])
        for key, field in self.fields.items():
            field.committed.connect(lambda value, key=key: self._keep(key, value))
        self.add_button(say("Close"), self.close, primary=True)
        self.resize(context.theme.px(560), self.sizeHint().height())
        self._show()

    def _show(self) -> None:
        for key, field in self.fields.items():
            value = getattr(self._plan, key)
            field.show_value(_told(self._context.words, value or DEFAULT) if key == "code_pattern" else value)
        words, head = self._context.words, self._view.objectives[0] if self._view.objectives else None
        objective = head.objective.code if head else "1"
        domain = head.domains[0].code if head and head.domains else ""
        codes = [row.action.code for row in self._view.rows]
        example = proposed(self._plan.code_pattern, objective, domain, codes)
        tokens = ", ".join(f"{{{words.say(text)}}}" for _, text in _TOKENS)
        self.example.setText(
            words.say("Next: {code}. You can use {tokens}, and {n}, {nn} or {nnn} for the number.", code=example,
                      tokens=tokens, n="{n}", nn="{nn}", nnn="{nnn}")
        )  # fmt: skip

    def _keep(self, key: str, value: Any) -> None:
        if key == "code_pattern":
            value = _meant(self._context.words, value)
            value = "" if value == DEFAULT else value
        if key in ("begin_year", "end_year") and value is None:
            value = getattr(self._plan, key)
        changed = replace(self._plan, **{key: value})
        if changed != self._plan and not self._context.submit(RevisePlan(changed), self.fields[key]):
            return
        with self._context.desk.look() as work:
            self._plan = work.plans.get(Plan, self._plan.id)
        self._show()


def _options(words: Words, texts: Any) -> Sequence[tuple[Any, str]]:
    return [(code, words.say(text)) for code, text in texts.items()]


def _told(words: Words, pattern: str) -> str:
    """A pattern with its tokens in the language of the window."""
    for token, text in _TOKENS:
        pattern = pattern.replace(f"{{{token}}}", f"{{{words.say(text)}}}")
    return pattern


def _meant(words: Words, pattern: str) -> str:
    """The reverse: tokens in that language, or in English, as they are kept."""
    for token, text in _TOKENS:
        pattern = pattern.replace(f"{{{words.say(text)}}}", f"{{{token}}}")
    return pattern
