"""Brings a database to the present schema: on a copy, checked, and swapped in only when everything holds."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, NullPool, create_engine, event
from sqlalchemy.exc import DatabaseError

from coopdesk.kernel.errors import Refused
from coopdesk.storage.failures import in_words
from coopdesk.storage.verify import problems


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return ScriptDirectory.from_config(config)


def known() -> list[str]:
    """The revisions there are migrations for, oldest first."""
    return [script.revision for script in _scripts().walk_revisions()][::-1]


def upgrade(path: Path) -> None:
    """Run the missing migrations on this file (a copy: the caller swaps it in afterwards).

    Foreign keys are off meanwhile, because a rebuilt parent table would empty its children, and everything is checked
    before the end. Refused when a migration fails.
    """
    engine = plain_engine(path)
    try:
        _run(engine)
    except DatabaseError as error:
        refused = Refused("The workspace could not be brought up to date: {reason}", reason=str(error.orig))
        raise in_words(error.orig) or refused from error
    finally:
        engine.dispose()
    if found := problems(path):
        raise Refused("The workspace could not be brought up to date: {reason}", reason=found[0])


def _run(engine: Engine) -> None:
    scripts = _scripts()
    with engine.begin() as connection:
        context = MigrationContext.configure(
            connection,
            # The way alembic's own environments run without its command line; it has no public name for it.
            opts={"render_as_batch": True, "fn": lambda rev, _: scripts._upgrade_revs("head", rev)},  # noqa: SLF001
        )
        with Operations.context(context):
            context.run_migrations()


def plain_engine(path: Path) -> Engine:
    """An engine for changing the schema of a file."""
    engine = create_engine(f"sqlite:///{path}", module=sqlite, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _settle(connection: sqlite.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA trusted_schema = OFF")

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine
