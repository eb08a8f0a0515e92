"""What imports left behind for a person to look at, for the first screen."""

from __future__ import annotations

from datetime import timedelta

from coopdesk.shell.context import Context

LOOKED_BACK = 14  # days


def remarks(context: Context) -> int:
    """Rows that imports of the last two weeks put before a person."""
    since = context.clock.today() - timedelta(days=LOOKED_BACK)
    with context.desk.look() as work:
        return sum(batch.flagged for batch in work.imports.batches() if batch.at >= since)
