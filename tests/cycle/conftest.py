"""The plan of the plan's own tests, and ways to read it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.cycle.queries.contents import content_of
from coopdesk.cycle.queries.differences import DifferenceReport
from coopdesk.cycle.rules.content import PlanContent
from coopdesk.cycle.ui.doors import Doors
from coopdesk.cycle.ui.extras import CycleExtras
from coopdesk.desk.desk import Desk
from coopdesk.kernel.clock import FixedClock
from coopdesk.kernel.workbook import Workbook
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.about import Facts
from coopdesk.shell.areas import AreaEntry, Areas
from coopdesk.shell.context import Context
from coopdesk.shell.memory import ShortMemory
from coopdesk.shell.page import PageSpec
from coopdesk.shell.theme import Theme
from coopdesk.shell.window import Window
from coopdesk.words.catalogue import Words
from tests.answers import Files
from tests.plan.conftest import TOWNS, Story, tell

Read = Callable[[], PlanContent]


@pytest.fixture
def story(desk: Desk, clock: FixedClock) -> Story:
    return tell(desk, clock)


@pytest.fixture
def whole(story: Story) -> Read:
    """The whole content of the plan now."""

    def read() -> PlanContent:
        with story.desk.look() as work:
            return content_of(work, story.plan_id)

    return read


class Books:
    """What was handed over to be saved as a workbook."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, Callable[[], Workbook]]] = []

    def keep(self, name: str, make: Callable[[], Workbook]) -> None:
        self.saved.append((name, make))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "bestand.xlsx")


@pytest.fixture
def doors(saved: list[DifferenceReport], books: Books) -> Doors:
    return Doors(
        towns=lambda area_id: TOWNS, area_name=lambda area_id: "Voorbeeldstreek", save_book=books.keep,
        save_pdf=saved.append,
    )  # fmt: skip


@pytest.fixture
def books() -> Books:
    return Books()


@pytest.fixture
def saved() -> list[DifferenceReport]:
    """What was handed over to be saved as a PDF."""
    return []


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, words: Words, clock: FixedClock, story: Story, doors: Doors, files: Files
) -> Iterator[Window]:  # fmt: skip
    """A real window on the plan with everything around it."""
    theme = Theme(qapp, "light", 100)
    theme.choose("light")
    window = Window(words, clock, theme, ShortMemory(), Facts("test"), files)
    window.resize(1440, 860)

    def make(context: Context) -> PlanPage:
        return PlanPage(context, Neighbours(municipalities=lambda area_id: TOWNS), CycleExtras(context, doors))

    specs = [PageSpec("plan", "Action plan", "clipboard_task", "", make)]
    window.open(story.desk, specs, areas=Areas(lambda: [AreaEntry(story.area_id, "Voorbeeldstreek")]))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qapp.processEvents()
    yield window
    window.tasks.cancel_all()
    window.tasks.wait()
    window.close()
    window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def page(window: Window) -> PlanPage:
    found = window.page
    assert isinstance(found, PlanPage)
    return found
