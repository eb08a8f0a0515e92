"""Every workspace is brought to the present schema on a copy, or left exactly as it was."""

from __future__ import annotations

from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Integer, String, inspect

from coopdesk.kernel.errors import Refused
from coopdesk.opening import open_desk
from coopdesk.storage import migrate, schema, workspace
from coopdesk.storage.schema import NEWEST, REVISIONS, is_newer, revision_of
from coopdesk.storage.verify import problems
from tests.storage.conftest import files
from tests.tables import METADATA, TABLES


def at_revision(path, revision):
    """A database as the Coopdesk of that revision made it."""
    scripts, engine = migrate._scripts(), migrate.plain_engine(path)
    with engine.begin() as connection:
        context = MigrationContext.configure(
            connection, opts={"render_as_batch": True, "fn": lambda rev, _: scripts._upgrade_revs(revision, rev)}
        )
        with migrate.Operations.context(context):
            context.run_migrations()
    engine.dispose()


def test_the_program_knows_exactly_the_revisions_there_are_migrations_for():
    assert list(REVISIONS) == migrate.known()


def test_migrating_from_nothing_gives_the_schema_of_the_records(tmp_path):
    path = tmp_path / "desk.db"
    migrate.upgrade(path)
    engine = migrate.plain_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": _other_type, "render_as_batch": True})
        differences = compare_metadata(context, METADATA)
    engine.dispose()
    assert differences == []


def _other_type(_context, _inspected, _column, found, wanted):
    """Whether a column is of another kind; every value of ours is kept as text or a whole number."""
    kept = wanted.impl if hasattr(wanted, "impl") else wanted
    return not any(isinstance(found, kind) and isinstance(kept, kind) for kind in (String, Integer, type(kept)))


def test_the_comparison_of_schemas_notices_a_difference(tmp_path):
    path = tmp_path / "desk.db"
    migrate.upgrade(path)
    with closing(sqlite.connect(str(path))) as connection:
        connection.execute("ALTER TABLE area ADD COLUMN stray TEXT")
        connection.execute("DROP TABLE milestone")
    engine = migrate.plain_engine(path)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()
    assert {"add_table", "remove_column"} <= {d[0] for d in differences if isinstance(d, tuple)}


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_workspace_of_every_earlier_version_opens_with_its_data(tmp_path, clock, revision):
    folder = tmp_path / "workspace"
    folder.mkdir()
    at_revision(folder / "desk.db", revision)
    with closing(sqlite.connect(str(folder / "desk.db"))) as connection:
        connection.execute(
            "INSERT INTO area (id, version, name, kind, begin_year, end_year, legal_form, source, is_verified, remark,"
            " is_example) VALUES ('a', 1, 'Rivierenland', 'steering_area', 2020, 2025, '', '', 1, '', 0)"
        )
        connection.commit()
    opened = open_desk(folder, clock)
    with opened.desk.look() as work:
        assert [a.name for a in work.territory.areas()] == ["Rivierenland"]
    assert (revision_of(opened.workspace.database), opened.workspace.problems()) == (NEWEST, [])
    backups = [b.name for b in opened.workspace.backups.all()]
    opened.close()
    assert backups == ([] if revision == NEWEST else ["before updating"])


def test_a_workspace_of_a_newer_coopdesk_is_refused_unharmed(folder, clock):
    with closing(sqlite.connect(str(folder / "desk.db"))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = files(folder)
    assert is_newer(folder / "desk.db")
    with pytest.raises(Refused) as refused:
        open_desk(folder, clock)
    assert "newer Coopdesk" in str(refused.value)
    assert files(folder) == before


def test_a_migration_that_fails_halfway_leaves_the_old_workspace(tmp_path, clock):
    folder = tmp_path / "workspace"
    folder.mkdir()
    at_revision(folder / "desk.db", "0004")
    with closing(sqlite.connect(str(folder / "desk.db"))) as connection:
        connection.execute("CREATE TABLE evidence (id TEXT)")  # the next migration stumbles over its second table
        connection.commit()
    before = files(folder)
    with pytest.raises(Refused):
        open_desk(folder, clock)
    after = files(folder)
    assert {name: after[name] for name in before} == before
    left = set(after) - set(before)
    assert all(name.startswith("backups") for name in left)
    assert all(problems(folder / name) == [] for name in left)


def test_every_migrated_table_has_the_index_and_keys_of_its_record(tmp_path):
    path = tmp_path / "desk.db"
    migrate.upgrade(path)
    engine = migrate.plain_engine(path)
    found = inspect(engine)
    for table in TABLES:
        keys = {(key["constrained_columns"][0], key["referred_table"]) for key in found.get_foreign_keys(table.name)}
        assert keys == {(f.parent.name, f.column.table.name) for f in table.foreign_keys}, table.name
    engine.dispose()
    assert schema.revision_of(path) == workspace.NEWEST
