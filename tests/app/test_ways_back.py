"""What an action rests on shows the action, with the way there: a link goes both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coopdesk.plan.commands.proof import LinkAction, UnlinkAction
from coopdesk.plan.model import LinkKind
from coopdesk.shell.labels import NameButton
from coopdesk.shell.place import Place
from coopdesk.shell.ways import WayList
from tests.gallery import settle, studio


@pytest.fixture
def workplace(tmp_path: Path, qtbot: QtBot) -> Iterator[Any]:
    with studio(True, tmp_path) as opened:
        yield opened


def named(window: Any) -> list[NameButton]:
    """The buttons of the actions that rest on what the pane shows."""
    lists = [one for one in window.page.detail.findChildren(WayList) if one.isVisible()]
    return [button for one in lists for button in one.findChildren(NameButton) if button.isVisible()]


@pytest.mark.parametrize("kind", [LinkKind.AGREEMENT, LinkKind.FIGURE])
def test_what_an_action_rests_on_shows_the_action_and_the_way_there(
    workplace: Any, qtbot: QtBot, kind: LinkKind
) -> None:
    window, _, opened = workplace
    with opened.desk.look() as work:
        plan = work.plans.plans()[0]
        action = work.plans.actions(plan.id)[2]
        target = work.agreements.agreements()[0].id if kind is LinkKind.AGREEMENT else work.figures.indicators()[0]
    page = "agreements" if kind is LinkKind.AGREEMENT else "figures"
    opened.desk.do(LinkAction(action.id, kind, target))
    window.go.to(Place(page, target))
    window.page.detail.open()
    settle(window)
    (button,) = [one for one in named(window) if action.title in one.accessibleName()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window)
    assert window.page.name == "plan"
    assert window.page.grid.current().id == action.id
    opened.desk.do(UnlinkAction(action.id, kind, target))
    window.go.to(Place(page, target))
    window.page.detail.open()
    settle(window)
    assert action.title not in " ".join(one.accessibleName() for one in named(window))
