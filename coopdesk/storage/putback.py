"""Puts rows back from the images of a step."""

from __future__ import annotations

from collections.abc import Iterable

from coopdesk.kernel.changes import Row, RowChange, content
from coopdesk.kernel.errors import Conflict
from coopdesk.storage.rows import Rows


def put_rows_back(rows: Rows, changes: Iterable[RowChange]) -> None:
    """Put every row as it was before the step that made these changes.

    A row may only be put back while it still reads as the step left it. Its version is no measure of that: versions
    only grow, so undoing a later step has already moved it on.
    """
    for change in changes:
        known = change.before or change.after
        assert known is not None
        here = rows.find(change.table, change.id, tuple(known))
        if content(here) != content(change.after):
            raise Conflict("This was changed again since; it can no longer be undone.")
        rows.change(change.table, here, _next_version(change, here))


def _next_version(change: RowChange, here: Row | None) -> Row | None:
    if change.before is None:
        return None
    versions = [image["version"] for image in (change.before, change.after, here) if image]
    return {**change.before, "version": max(v for v in versions if isinstance(v, int)) + 1}
