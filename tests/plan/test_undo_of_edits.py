"""Two hundred edits of all kinds through the list of actions, and as many times Ctrl+Z: the plan equals its start."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.annex.sheet.write import workbook
from coopdesk.cli.action_sheet import action_rows
from coopdesk.desk.desk import Desk
from coopdesk.plan.ui.page import PlanPage
from coopdesk.words.catalogue import Words
from tests.plan.conftest import Story

Key, Ctrl, Shift, Alt = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
EDITS = 200
TYPED = {
    "title": ("Actie #", 'Met "aanhaling" #'), "lead": ("Xu #", "Ann Peeters", ""),
    "status": ("gepland", "afgerond", "x"), "progress": ("#", "#%", "12,5"), "end": ("mei 20#", "31/5/20#", "ooit", ""),
    "budget": ("#.500", "#,75", "veel"),
}  # fmt: skip


def kept(desk: Desk, tables: tuple[str, ...] = ("action", "objective", "budget_line", "milestone")) -> bytes:
    """The plan as it is in the database: every row of its tables but the versions, which only grow."""
    with desk.look() as work:
        rows = {table: sorted(work.rows.fetch(f"SELECT * FROM {table}")) for table in tables}
        named = {table: work.rows.names(table) for table in tables}
    return json.dumps(
        {
            table: [[v for name, v in zip(named[table], row, strict=True) if name != "version"] for row in rows[table]]
            for table in tables
        },
        ensure_ascii=False,
    ).encode()


def exported(story: Story, words: Words) -> bytes:
    """The plan as the file that `coopdesk export --what actions` writes."""
    return workbook("Acties", *action_rows(story.view(), lambda codes: codes, words))


class Driver:
    """Someone at the keyboard who does whatever comes up."""

    def __init__(self, page: PlanPage, qtbot: QtBot, seed: int) -> None:
        self.page, self.qtbot, self.chance = page, qtbot, random.Random(seed)
        self.grid = page.grid

    def stand(self) -> str:
        """Somewhere in the list; the key of the column."""
        lines = [line.id for line in self.grid.model.lines if line.row is not None]
        key = self.chance.choice(list(TYPED))
        self.grid.widths.show(key, shown=True)
        self.grid.select(self.chance.choice(lines), key)
        self.grid.view.setFocus()
        return key

    def type(self) -> None:
        text = self.chance.choice(TYPED[self.stand()]).replace("#", str(self.chance.randint(1, 99)))
        self.grid.model.setData(self.grid.view.currentIndex(), text)

    def press(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.grid.view, key, modifier)

    def fill(self) -> None:
        self.stand()
        for _ in range(self.chance.randint(1, 3)):
            self.press(Key.Key_Down, Shift)
        self.press(Key.Key_D, Ctrl)

    def clear(self) -> None:
        self.stand()
        self.press(Key.Key_Right, Shift)
        self.press(Key.Key_Delete)

    def paste(self) -> None:
        self.stand()
        lines = "\r\n".join(self.chance.choice(("Een\tTwee", "45\tklaar", '"a\nb"\t12', "\t")) for _ in range(3))
        QGuiApplication.clipboard().setText(lines)
        self.press(Key.Key_V, Ctrl)

    def move(self) -> None:
        self.stand()
        self.press(self.chance.choice((Key.Key_Up, Key.Key_Down)), Alt | Shift)  # type: ignore[arg-type]

    def remove(self) -> None:
        if len(self.grid.rows) > 4:
            self.stand()
            self.press(Key.Key_Delete, Ctrl)

    def step(self) -> None:
        deeds: list[Callable[[], None]] = [self.type] * 5
        deeds += [self.fill, self.clear, self.paste, self.move, self.remove]
        self.chance.choice(deeds)()
        QApplication.processEvents()


@pytest.mark.slow
def test_two_hundred_edits_and_as_many_times_undo_give_the_plan_of_the_start(
    page: PlanPage,
    story: Story,
    words: Words,
    qtbot: QtBot,
) -> None:
    start, file = kept(story.desk), exported(story, words)
    driver = Driver(page, qtbot, 20261124)
    made: list[str] = []
    story.desk.bus.subscribe(lambda step, _: made.append(step.label))
    while len(made) < EDITS:
        driver.step()
    assert kept(story.desk) != start
    assert exported(story, words) != file
    assert len(set(made)) > 4
    for _ in range(EDITS):
        page.window().undo()  # type: ignore[attr-defined]
    assert kept(story.desk) == start
    assert exported(story, words) == file


def test_the_file_of_a_plan_holds_nothing_of_the_moment_it_was_made(story: Story, words: Words) -> None:
    assert exported(story, words) == exported(story, words)
    with ZipFile(BytesIO(exported(story, words))) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in file.read("docProps/core.xml").partition(b">")[2]
    assert openpyxl.load_workbook(BytesIO(exported(story, words))).active.max_row > 1
