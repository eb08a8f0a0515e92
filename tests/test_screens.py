"""What must hold on every screen: of the example and of an area without anything, in four looks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from coopdesk.app.session import Session
from coopdesk.opening import Opened
from coopdesk.shell.window import Window
from coopdesk.words.catalogue import Words
from tests.audit import findings, left_in_english, overflow
from tests.gallery import Look, dialogs, dress, screens, settle, studio

LOOKS = (
    Look("light at 100%, small", "light", 100, 1280, 680),
    Look("dark at 100%", "dark", 100, 1440, 860),
    Look("light at 150%", "light", 150, 1440, 860),
    Look("dark at 150%, large", "dark", 150, 1920, 1030),
)
Studio = tuple[Window, Session, Opened]


@pytest.fixture(params=[True, False], ids=["example", "empty area"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Studio]:
    """A window of its own: none other has made it larger, and none that is left open is dressed along with it."""
    with studio(request.param, tmp_path) as made:
        yield made


def test_every_screen_passes_the_audit_and_is_dutch(fresh: Studio, words: Words) -> None:
    window, _, opened = fresh
    found: dict[tuple[str, str], object] = {}
    for look in LOOKS:
        dress(window, look)
        for name in screens(window, opened):
            left = left_in_english(window, words) if look is LOOKS[0] else []
            if (wrong := findings(window)) or left:
                found[look.name, name] = (wrong, left)
    assert not found


def test_f6_leaves_every_list_of_a_window_of_1024_by_640(fresh: Studio) -> None:
    window, _, opened = fresh
    dress(window, Look("least", width=1024, height=640))
    window.activateWindow()
    found: dict[str, list[str]] = {}
    for name in screens(window, opened):
        found[name] = []
        for one in window.findChildren(QAbstractItemView):
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                one.setFocus()
                QTest.keyClick(one, Qt.Key.Key_F6)
                found[name] += [one.accessibleName()] if one.hasFocus() else []
    assert not any(found.values()), found
    # A window asks for the most that any of its screens asks, each measured when it was on show.
    assert overflow(window) == []


def test_what_opens_over_a_screen_passes_the_audit(tmp_path: Path, words: Words) -> None:
    with studio(True, tmp_path) as (window, session, _):
        for look in LOOKS[1:3]:
            dress(window, look)
            settle(window)
        for name, shown in dialogs(window, session):
            assert not findings(shown), name
            assert not left_in_english(shown, words), name
