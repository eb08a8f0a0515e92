"""Where looking starts: the layouts and the hostile files of the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.annex.formats import TEXTS, WORKBOOKS
from tests.annex.hostile import FILES
from tests.annex.sketch import draw
from tests.annex.test_office_files import FILES as OFFICE_FILES
from tests.annex.test_sketches import FOLDER, layouts

_FEW = (
    "three level header",
    "clusters",
    "long format",
    "plan synonyms",
    "thousands of every kind",
    "month dates as columns",
)
_LARGEST = 100_000


def files() -> Iterator[bytes]:
    """Small files of every format that is read by our own code, sound ones and hostile ones."""
    known = dict(layouts())
    for name in _FEW:
        book = draw(known[name]).book
        for write in (*WORKBOOKS.values(), *TEXTS.values()):
            yield write(book)
    for path in sorted(OFFICE_FILES.glob("*.xlsb")):
        yield path.read_bytes()
    for make, _ in FILES.values():
        content = make()
        if 0 < len(content) <= _LARGEST:
            yield content


def rows() -> Iterator[bytes]:
    """Drawn layouts without what they must become: cells parted by "|", rows by line breaks."""
    for path in sorted(FOLDER.glob("*.txt")):
        for section in re.split("^== ", path.read_text("utf-8"), flags=re.M)[1:]:
            lines = [line.partition("=>")[0].rstrip() for line in section.splitlines()[1:] if not line.startswith(":")]
            yield "\n".join(lines).encode()
