"""A person at work on a disk that fills up: `python -m tests.faults.full DIR [SIZE]` prints what happened as JSON.

With a size it first mounts a small disk of its own at DIR, which is gone when the process ends; run it in a mount
namespace (`unshare -rm`).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from coopdesk.contacts.commands.people import AddPerson
from coopdesk.kernel.clock import SystemClock
from coopdesk.kernel.errors import Refused
from coopdesk.opening import open_desk
from coopdesk.storage.parcel import save_copy
from coopdesk.words.catalogue import open_words


def main(folder: Path, size: str) -> None:
    if size:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    ballast = folder / "ballast"
    opened = open_desk(folder / "workspace", SystemClock())
    ballast.write_bytes(b"x" * 50_000)
    opened.workspace.backup()
    words, kept, told = open_words("nl"), 0, {}

    def attempt(name, do, *arguments):
        try:
            do(*arguments)
        except Refused as error:
            told[name] = words.tell(error)

    while "edit" not in told:
        attempt("edit", opened.desk.do, AddPerson(f"Persoon {kept}", remark="x" * 3000))
        kept += "edit" not in told
    attempt("undo", lambda: [opened.desk.undo() for _ in range(kept)])
    undone = kept - people(opened)
    attempt("backup", opened.workspace.backup)
    attempt("attachment", lambda: opened.workspace.attachments.keep(b"y" * 500_000))
    attempt("copy", lambda: save_copy(opened.workspace, folder / "kopie.coopdesk"))
    after, problems = people(opened), opened.workspace.problems()
    leftovers = [p.name for p in folder.rglob("*") if p.name.startswith(".") or p.name == "kopie.coopdesk"]
    backups = len(opened.workspace.backups.all())
    ballast.unlink()
    opened.desk.do(AddPerson("Persoon na opruimen"))
    print(json.dumps({"kept": kept, "undone": undone, "there": after, "told": told, "problems": problems,  # noqa: T201
                      "leftovers": leftovers, "backups": backups, "went on": people(opened) - after}))  # fmt: skip
    opened.close()


def people(opened) -> int:
    with opened.desk.look() as work:
        return len(work.contacts.persons())


if __name__ == "__main__":
    main(Path(sys.argv[1]), "".join(sys.argv[2:]))
