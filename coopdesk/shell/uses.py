"""How often which command was run from the search field, so that it offers those first."""

from __future__ import annotations

import json
from collections.abc import Mapping

from coopdesk.shell.memory import ViewMemory

KEY = "commands.used"


class Uses:
    """Kept with the settings of this user: ids of commands and numbers, nothing else."""

    def __init__(self, memory: ViewMemory) -> None:
        self._memory = memory

    def all(self) -> Mapping[str, int]:
        """The number of times by the id of the command."""
        try:
            found = json.loads(self._memory.get(KEY) or "{}")
        except ValueError:
            return {}
        return {str(key): n for key, n in found.items() if isinstance(n, int)} if isinstance(found, dict) else {}

    def note(self, id: str) -> None:
        """A command was run."""
        used = self.all()
        self._memory.put(KEY, json.dumps({**used, id: used.get(id, 0) + 1}))
