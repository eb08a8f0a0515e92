"""The picture in the README is the program itself: `COOPDESK_PICTURE=1 pytest tests/test_picture.py` draws it anew."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QImage

from coopdesk.shell.place import Place
from tests.gallery import LOOKS, dress, settle, studio

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "picture.png"
LEAST_COLOURS = 40


def drawn(folder: Path) -> QImage:
    """The action plan of the example with an action in the pane."""
    with studio(True, folder) as (window, _, opened):
        dress(window, LOOKS[0])
        with opened.desk.look() as work:
            plan = work.plans.plans(work.territory.areas()[0].id)[0]
            chosen = next(action for action in work.plans.actions(plan.id) if action.code == "1.3")
        window.go.to(Place("plan", chosen.id))
        settle(window)
        return window.grab().toImage()


def colours(image: QImage) -> int:
    """How many colours a coarse grid of points shows: a window that failed to draw has a handful."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 3)})


def test_the_picture_in_the_readme_shows_the_plan(tmp_path: Path) -> None:
    image = drawn(tmp_path)
    if os.environ.get("COOPDESK_PICTURE"):
        assert image.save(str(PICTURE))
    kept = QImage(str(PICTURE))
    assert (kept.width(), kept.height()) == (image.width(), image.height()) == (1440, 860)
    assert colours(image) > LEAST_COLOURS
    assert colours(kept) > LEAST_COLOURS


def test_the_readme_shows_the_picture() -> None:
    readme = (PICTURE.parents[1] / "README.md").read_text(encoding="utf-8")
    assert f"docs/{PICTURE.name}" in readme
