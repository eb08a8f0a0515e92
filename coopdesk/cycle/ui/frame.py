"""Small things the dialogs over the plan share: their size, and what a plan is called."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from coopdesk.plan.model import Plan
from coopdesk.shell.context import Context
from coopdesk.words.catalogue import Words


def sizing(dialog: QDialog, context: Context, width: int, height: int) -> None:
    """As large as asked, but never larger than the window it lies over."""
    parent, px = dialog.parentWidget(), context.theme.px
    wide, high = px(width), px(height)
    if parent is not None:
        wide, high = min(wide, parent.window().width() - 40), min(high, parent.window().height() - 40)
    dialog.resize(wide, high)


def plan_name(words: Words, plan: Plan) -> str:
    """The title of a plan with its years."""
    years = f"{plan.begin_year}–{plan.end_year}"
    return f"{plan.title} ({years})" if plan.title else words.say("Action plan {years}", years=years)
