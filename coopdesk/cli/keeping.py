"""The commands that look after a workspace."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from coopdesk.annex.history import PastImport, past_imports
from coopdesk.annex.queries import imports
from coopdesk.cli.reaching import CLOCK, existing, say, say_json
from coopdesk.kernel.errors import Refused
from coopdesk.storage.backup import Backup
from coopdesk.storage.verify import problems
from coopdesk.storage.workspace import BACKUPS, DATABASE, open_workspace
from coopdesk.words.catalogue import Words


def run_check(options: Namespace, words: Words) -> int:
    """Say what is wrong; exit 1 when anything is."""
    database = options.workspace / DATABASE
    if not database.exists():
        raise Refused("There is no workspace in {folder}.", folder=options.workspace)
    found = problems(database)
    if not found:
        with existing(options) as open_one:
            found = open_one.workspace.problems()
    for problem in found:
        sys.stderr.write(f"{problem}\n")
    if found:
        return 1
    say(words.say("The workspace is whole."))
    return 0


def run_backup(options: Namespace, words: Words) -> int:
    """Make a verified copy; its path."""
    with existing(options) as found:
        made = found.workspace.backup(options.name)
    say(str(made.path))
    return 0


def run_restore(options: Namespace, words: Words) -> int:
    """Put a backup in place of the database."""
    if not any((options.workspace / name).exists() for name in (DATABASE, BACKUPS)):
        raise Refused("There is no workspace in {folder}.", folder=options.workspace)
    workspace = open_workspace(options.workspace, CLOCK, to_restore=True)
    try:
        backup = _chosen(workspace.backups.all(), options.file)
        workspace.restore(backup)
    finally:
        workspace.close()
    say(words.say("The backup of {moment} is back. What was there is kept as a backup too.",
                  moment=words.formats.moment(backup.at)))  # fmt: skip
    return 0


def _chosen(backups: list[Backup], file: Path | None) -> Backup:
    if file is None:
        if not backups:
            raise Refused("There is no backup in this workspace.")
        return backups[0]
    found = next((b for b in backups if b.path.resolve() == file.resolve() or b.path.name == file.name), None)
    if found is None:
        raise Refused("“{name}” is not a backup of this workspace.", name=file.name)
    return found


def run_history(options: Namespace, words: Words) -> int:
    """The steps, newest first; or the imports with what came in and whether they were taken back."""
    if options.imports:
        return _imports(options, words)
    with existing(options) as found:
        heads = found.desk.recent(options.limit)
    if options.json:
        say_json(
            [
                {"id": h.id, "at": h.at.isoformat(), "kind": h.kind.value, "label": words.say(h.label),
                 "subject": h.subject, "who": h.who}
                for h in heads
            ]
        )  # fmt: skip
        return 0
    for head in heads:
        subject = f": {head.subject}" if head.subject else ""
        who = f"  ({head.who})" if head.who else ""
        say(f"{words.formats.moment(head.at)}  {words.say(head.label)}{subject}{who}")
    return 0


def _imports(options: Namespace, words: Words) -> int:
    with existing(options) as found:
        with found.desk.look() as work:
            batches = imports(work)
        past = past_imports(found.desk, batches)[: options.limit]
    if options.json:
        say_json([_as_json(one) for one in past])
        return 0
    for one in past:
        batch, number = one.batch, words.formats.number
        state = words.say("Taken back") if one.undone else words.say("Present")
        rows = words.say(
            "{source} rows in the file = {imported} imported + {flagged} to check + {skipped} skipped",
            source=number(batch.source_rows), imported=number(batch.imported), flagged=number(batch.flagged),
            skipped=number(batch.skipped),
        )  # fmt: skip
        when = words.formats.moment(one.moment) if one.moment is not None else words.formats.day(batch.at)
        who = f"  ({one.who})" if one.who else ""
        say(f"{when}  {batch.name}  {rows}  {state}{who}")
    return 0


def _as_json(one: PastImport) -> dict[str, Any]:
    batch = one.batch
    return {
        "id": batch.id, "at": one.moment.isoformat() if one.moment else batch.at.isoformat(), "file": batch.name,
        "sha256": batch.sha256, "kind": batch.kind.value, "undone": one.undone, "who": one.who, "added": batch.added,
        "changed": batch.changed, "same": batch.same,
        "rows": {"source": batch.source_rows, "imported": batch.imported, "flagged": batch.flagged,
                 "skipped": batch.skipped},
        "report": json.loads(batch.report) if batch.report else None,
    }  # fmt: skip
