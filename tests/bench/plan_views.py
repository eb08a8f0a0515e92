"""How fast the time line and the board are beside a bare QTableView over tuples, in one run:
`python -m tests.bench.plan_views`.

300 and 5,000 actions, filled and painted offscreen: the first paint with everything it needs, and a frame while
scrolling. Exit code 1 when a goal in milliseconds is missed; the ratio says how much of it is ours.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTableView, QWidget

from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Action, ActionStatus, Milestone, Objective, Plan
from coopdesk.plan.queries import ActionRow, Counts, ObjectiveRow, PlanView
from coopdesk.plan.ui.board.cards import ActionCard, Sorting, heads, sorted_out
from coopdesk.plan.ui.board.painter import ActionPainter
from coopdesk.plan.ui.timeline.view import TimelineView
from coopdesk.shell.board.board import Board
from coopdesk.shell.grid.arrange import Line
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import open_words
from tests.bench.grid import Tuples

TODAY, SIZE = date(2026, 11, 24), (1100, 620)
PAINT, SCROLL = 50.0, 16.0  # milliseconds
FRAMES, ROUNDS = 40, 5
STATES = tuple(ActionStatus)


def plan_of(n: int) -> PlanView:
    """A plan of so many actions under ten objectives, each with two milestones."""
    objectives = [Objective(f"o{at}", "p", str(at), f"Doelstelling {at}", position=at) for at in range(10)]
    rows = tuple(_row(at, objectives[at * 10 // n]) for at in range(n))
    found = tuple(ObjectiveRow(one, (), (), n // 10, 0) for one in objectives)
    return PlanView(Plan("p", "a", 2026, 2031), found, rows, Counts(10, n, 0, 0), (), ())


def _row(at: int, objective: Objective) -> ActionRow:
    begin = date(2026, 1, 1) + timedelta(at * 7 % 1500)
    end = begin + timedelta(30 + at % 400)
    action = Action(
        f"a{at}", "p", objective.id, f"{objective.code}.{at}", f"Jobbeurs {at} voor werkzoekenden in de streek",
        lead=f"Ann Peeters {at % 40}", status=STATES[at % 5], progress=at % 101, begin=PartialDate.day(begin),
        end=PartialDate.day(end), position=at,
    )  # fmt: skip
    milestones = tuple(
        Milestone(f"m{at}.{k}", action.id, f"Stap {k}", PartialDate.day(begin + timedelta(20 * k)), done=k == 1)
        for k in (1, 2)
    )
    return ActionRow(action, objective, None, max(0, (TODAY - end).days), milestones, (), (), measured=True)


def painted(widget: QWidget) -> float:
    """One paint, in milliseconds of this process's own work: a busy computer must not change the outcome."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    began = time.process_time()
    widget.render(image)
    return (time.process_time() - began) * 1000


def scrolled(area: QAbstractScrollArea) -> float:
    """The median frame while the rows scroll by."""
    bar, took = area.verticalScrollBar(), []
    for frame in range(FRAMES):
        bar.setValue(bar.maximum() * frame // FRAMES)
        took.append(painted(area.viewport()))
    return statistics.median(took)


Made = tuple[QWidget, QAbstractScrollArea]


def bare(n: int) -> Callable[[], Made]:
    rows = [tuple(f"{at} {k}" for k in range(12)) for at in range(n)]

    def make() -> Made:
        view = QTableView()
        view.resize(*SIZE)
        view.setModel(Tuples(rows))
        return view, view

    return make


def timeline(n: int) -> Callable[[], Made]:
    words, view = open_words("nl"), plan_of(n)
    lines = [Line(row.id, row) for row in view.rows]

    def make() -> Made:
        found = TimelineView(words, lambda: TODAY)
        found.resize(*SIZE)
        found.show_lines(lines, frozenset(), (date(2026, 1, 1), date(2031, 12, 31)))
        return found, found

    return make


def board(n: int, theme: Theme) -> Callable[[], Made]:
    words, view = open_words("nl"), plan_of(n)

    def make() -> Made:
        found = Board(theme, words, lambda at: ActionPainter(theme, at), "", str)
        found.resize(*SIZE)
        found.show_heads(heads(Sorting.STATUS, view, (), words))
        found.fill(sorted_out([ActionCard(row, words) for row in view.rows], Sorting.STATUS, ()))
        return found, found.columns[0].list

    return make


def measured(make: Callable[[], Made]) -> tuple[float, float]:
    """First paint with all that is made for it, and a frame; medians after one round to warm up."""
    first, frames = [], []
    for _ in range(ROUNDS + 1):
        began = time.process_time()
        widget, area = make()
        widget.show()
        painted(widget)
        first.append((time.process_time() - began) * 1000)
        frames.append(scrolled(area))
        widget.close()
        widget.deleteLater()
        QApplication.processEvents()
    return statistics.median(first[1:]), statistics.median(frames[1:])


def main() -> int:
    app: Any = QApplication.instance() or QApplication([])
    theme = Theme(app, "light", 100)
    met = True
    for n in (300, 5000):
        base = measured(bare(n))
        for name, make in (("time line", timeline(n)), ("board", board(n, theme))):
            first, frame = measured(make)
            met = met and first <= PAINT and frame <= SCROLL
            sys.stdout.write(
                f"{name:<10} {n:>5} actions: first paint {first:6.1f} ms = {first / base[0]:4.1f} x bare "
                f"(<= {PAINT:.0f} ms), frame {frame:5.1f} ms = {frame / base[1]:4.1f} x bare (<= {SCROLL:.0f} ms)\n"
            )
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
