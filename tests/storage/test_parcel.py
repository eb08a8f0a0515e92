"""A `.coopdesk` file: a whole workspace that travels, and nothing else gets in with it."""

from __future__ import annotations

import json
import shutil
import zipfile
from contextlib import closing
from hashlib import sha256

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.errors import Refused
from coopdesk.opening import open_desk
from coopdesk.storage.parcel import MANIFEST, save_copy, unpack


@pytest.fixture
def parcel(opened, tmp_path):
    """A copy of a workspace with one area and one attached file."""
    opened.workspace.attachments.keep(b"de bijlage")
    target = tmp_path / "Rivierenland.coopdesk"
    save_copy(opened.workspace, target)
    return target


def contents(path):
    with zipfile.ZipFile(path) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def rewritten(path, files):
    with zipfile.ZipFile(path, "w") as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)


def with_manifest(contents, **changes):
    manifest = json.loads(contents[MANIFEST]) | changes
    return contents | {MANIFEST: json.dumps(manifest)}


def test_a_copy_opens_elsewhere_with_everything_in_it(parcel, tmp_path, clock):
    folder = tmp_path / "elders"
    unpack(parcel, folder)
    opened = open_desk(folder, clock)
    with opened.desk.look() as work:
        assert [a.name for a in work.territory.areas()] == ["Rivierenland"]
    assert opened.workspace.attachments.read(sha256(b"de bijlage").hexdigest()) == b"de bijlage"
    assert opened.workspace.problems() == []
    opened.desk.undo()
    opened.close()


def test_writing_a_copy_leaves_nothing_beside_it(parcel):
    assert [p.name for p in parcel.parent.glob(".*")] == []
    assert set(contents(parcel)) == {MANIFEST, "desk.db", f"attachments/{sha256(b'de bijlage').hexdigest()}"}


def test_a_copy_that_cannot_be_written_leaves_the_old_one(opened, parcel, tmp_path):
    before = parcel.read_bytes()
    with pytest.raises(Refused):
        save_copy(opened.workspace, tmp_path / "geen map" / "kopie.coopdesk")
    assert parcel.read_bytes() == before


def test_a_copy_never_goes_over_a_workspace(parcel, folder):
    before = (folder / "desk.db").read_bytes()
    with pytest.raises(Refused):
        unpack(parcel, folder)
    assert (folder / "desk.db").read_bytes() == before


def refused(parcel, tmp_path):
    """Unpacking is refused in words and leaves nothing, in the folder or around it."""
    before = {p for p in tmp_path.rglob("*") if "own" not in p.parts}
    with pytest.raises(Refused) as error:
        unpack(parcel, tmp_path / "elders")
    assert {p for p in tmp_path.rglob("*") if "own" not in p.parts} == before
    return error.value


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_half_a_file_is_refused(parcel, tmp_path, share):
    content = parcel.read_bytes()
    parcel.write_bytes(content[: int(len(content) * share)])
    refused(parcel, tmp_path)


def test_a_file_with_one_changed_byte_in_its_content_is_refused(parcel, tmp_path):
    files = contents(parcel)
    database = bytearray(files["desk.db"])
    database[5000] ^= 1
    rewritten(parcel, files | {"desk.db": bytes(database)})
    refused(parcel, tmp_path)


@pytest.mark.parametrize("name", ["../buiten.txt", "/tmp/buiten.txt", "attachments/../../buiten.txt", "lock", "a/b"])
def test_a_file_that_would_land_elsewhere_is_refused(parcel, tmp_path, name):
    files, digest = contents(parcel), sha256(b"kwaad").hexdigest()
    listed = json.loads(files[MANIFEST])["files"] | {name: digest}
    rewritten(parcel, with_manifest(files, files=listed) | {name: b"kwaad"})
    refused(parcel, tmp_path)


def test_an_attachment_under_another_name_than_its_hash_is_refused(parcel, tmp_path):
    files = contents(parcel)
    listed = json.loads(files[MANIFEST])["files"] | {f"attachments/{'0' * 64}": sha256(b"kwaad").hexdigest()}
    rewritten(parcel, with_manifest(files, files=listed) | {f"attachments/{'0' * 64}": b"kwaad"})
    refused(parcel, tmp_path)


@pytest.mark.parametrize("manifest", ["[]", "{}", "null", '"x"', "{", '{"format": "x", "files": {}}',
                                      '{"format": 1, "files": []}', '{"format": 1, "files": {}}'])  # fmt: skip
def test_a_manifest_that_says_something_else_is_refused(parcel, tmp_path, manifest):
    rewritten(parcel, contents(parcel) | {MANIFEST: manifest})
    refused(parcel, tmp_path)


def test_a_file_without_its_manifest_or_database_is_refused(parcel, tmp_path):
    files = contents(parcel)
    rewritten(parcel, {name: content for name, content in files.items() if name != MANIFEST})
    refused(parcel, tmp_path)
    rewritten(parcel, {name: content for name, content in files.items() if name != "desk.db"})
    refused(parcel, tmp_path)


def test_a_file_whose_database_is_no_database_is_refused(parcel, tmp_path):
    files, content = contents(parcel), b"geen database" * 999
    listed = json.loads(files[MANIFEST])["files"] | {"desk.db": sha256(content).hexdigest()}
    rewritten(parcel, with_manifest(files, files=listed) | {"desk.db": content})
    refused(parcel, tmp_path)


def test_a_file_of_a_newer_coopdesk_is_refused_by_name(parcel, tmp_path):
    rewritten(parcel, with_manifest(contents(parcel), format=99))
    assert "newer Coopdesk" in str(refused(parcel, tmp_path))


def test_a_file_with_a_workspace_of_a_newer_coopdesk_is_refused(parcel, tmp_path):
    files, path = contents(parcel), tmp_path / "own" / "nieuwer.db"
    path.write_bytes(files["desk.db"])
    with closing(sqlite.connect(str(path))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    content = path.read_bytes()
    listed = json.loads(files[MANIFEST])["files"] | {"desk.db": sha256(content).hexdigest()}
    rewritten(parcel, with_manifest(files, files=listed) | {"desk.db": content})
    assert "newer Coopdesk" in str(refused(parcel, tmp_path))


@given(data=st.data())
def test_any_damage_to_the_bytes_is_refused_or_harmless(parcel, tmp_path, data):
    whole = parcel.read_bytes()
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    parcel.write_bytes(bytes(damaged))
    folder = tmp_path / "elders"
    try:
        unpack(parcel, folder)
    except Refused:
        assert not folder.exists()
    else:
        shutil.rmtree(folder)
    finally:
        parcel.write_bytes(whole)
    assert [p for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_something_else_altogether_is_refused(tmp_path):
    other = tmp_path / "brief.coopdesk"
    other.write_text("Beste collega,")
    refused(other, tmp_path)
    refused(tmp_path / "er is niets.coopdesk", tmp_path)
