"""What several commands need: the workspace, the area that is meant, and saying things."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from coopdesk.kernel.clock import SystemClock
from coopdesk.kernel.errors import Refused
from coopdesk.opening import Opened, opened
from coopdesk.settings.file import own_settings
from coopdesk.storage.workspace import DATABASE
from coopdesk.territory.model import Area
from coopdesk.territory.queries import area_named
from coopdesk.work import SqlWork

CLOCK = SystemClock()


def me() -> str:
    """Who is at work, as the settings of the window say."""
    return own_settings().chosen("name")


@contextmanager
def existing(options: Namespace) -> Iterator[Opened]:
    """The workspace of the options; Refused when the folder holds none, so that a typing error makes no new one."""
    if not (options.workspace / DATABASE).exists():
        raise Refused("There is no workspace in {folder}.", folder=options.workspace)
    with opened(options.workspace, CLOCK, me) as found:
        yield found


def the_area(work: SqlWork, name: str | None) -> Area:
    """The area with this name, or the only one there is."""
    areas = work.territory.areas()
    if name is not None:
        found = area_named(work, name)
        if found is None:
            raise Refused("There is no area called “{name}”.", name=name)
        return found
    if len(areas) != 1:
        raise Refused("Say which area is meant: this workspace has {n}.", n=len(areas))
    return areas[0]


def say(text: str) -> None:
    """One line of output."""
    sys.stdout.write(f"{text}\n")


def say_json(value: Any) -> None:
    """A value as JSON, letters as they are."""
    say(json.dumps(value, ensure_ascii=False, indent=1))
