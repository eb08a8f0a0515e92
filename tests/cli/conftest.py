"""The program as a script uses it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Done]


def run(*arguments: object) -> Done:
    """One command, in a process of its own."""
    command = [sys.executable, "-m", "coopdesk", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the example area, made once; tests that change it copy it."""
    folder = tmp_path_factory.mktemp("cli") / "voorbeeld"
    done = run("example", "--workspace", folder)
    assert done.code == 0, done.err
    return folder
