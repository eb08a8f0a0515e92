"""The plan and the window of the follow-up serve the start screen too."""

from __future__ import annotations

import pytest

from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from tests.followup.conftest import context, made, window

__all__ = ["context", "gazetteer", "made", "window"]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()
