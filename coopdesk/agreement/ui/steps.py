"""What one party decided, step by step: a mark and a line per decision, each a button that opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.agreement import rules
from coopdesk.agreement.model import DecidingBody, Decision, DecisionKind
from coopdesk.agreement.ui.link import LinkButton
from coopdesk.agreement.wording import BODIES, DECISIONS
from coopdesk.shell.labels import Label
from coopdesk.shell.theme import current_theme
from coopdesk.shell.widgets import Picture
from coopdesk.words.catalogue import Words

DONE, OPEN, NEXT = "checkmark_circle_16_regular", "circle_16_regular", "circle_half_fill_16_regular"


class Steps(QWidget):
    """The decisions of a party in the order they are taken, and the step that comes next when it is not noted yet."""

    def __init__(
        self, words: Words, open_step: Callable[[str], object], plan_step: Callable[[DecisionKind], object]
    ) -> None:
        super().__init__()
        self._words, self._open, self._plan = words, open_step, plan_step
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_steps(self, decisions: Sequence[Decision], day: date) -> None:
        """Shows the decisions as they stand on a day."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        coming = rules.next_step(decisions, day)
        for decision in sorted(decisions, key=_place):
            done = rules.decided(decision, day)
            icon = DONE if done else NEXT if decision.kind is coming else OPEN
            run = self._runner(decision.id)
            when = self._words.formats.partial(decision.date) if decision.date else self._words.say("still to do")
            self._column.addWidget(self._line(icon, decision, when, run))
        if coming and all(d.kind is not coming for d in decisions):
            planned = Decision("", "", coming)
            todo = self._words.say("still to do")
            self._column.addWidget(self._line(NEXT, planned, todo, lambda: self._plan(coming)))

    def _runner(self, id: str) -> Callable[[], object]:
        return lambda: self._open(id)

    def _line(self, icon: str, decision: Decision, when: str, run: Callable[[], object]) -> QWidget:
        done, text = icon == DONE, self._words.say(DECISIONS[decision.kind])
        body = "" if decision.body is DecidingBody.NONE else self._words.say(BODIES[decision.body])
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(4)
        column.addLayout(row)
        row.addWidget(Picture(icon, "okFg" if done else "text2", 16))
        change = self._words.say("Change this step")
        button = LinkButton(text, "", run, f"{text} · {change}")
        button.setAccessibleName(", ".join(part for part in (text, body, when) if part))
        row.addWidget(button, 1)
        row.addWidget(Label(when, "small", "text" if done else "text2"))
        if body:
            caption = Label(body, "caption", "text2", wrap=True)
            caption.setIndent(current_theme().px(32))
            column.addWidget(caption)
        return line


def _place(decision: Decision) -> tuple[int, date]:
    return rules.STEPS.index(decision.kind), decision.date.first if decision.date else date.max
