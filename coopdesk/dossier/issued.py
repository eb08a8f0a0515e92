"""Dossiers that were issued: frozen bytes with a number and a day, and what a later one says otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest

from coopdesk.dossier.model import (
    Block,
    Bullets,
    Document,
    FactsBlock,
    FigureBlock,
    Heading,
    Paragraph,
    SignatureBlock,
    TableBlock,
)
from coopdesk.kernel.errors import Refused
from coopdesk.words.marks import N_

_BETWEEN = " · "
# "4 Kloof" with the space that the writer puts there, and "Tabel 4.1 – ".
_NUMBERED = re.compile(r"^(\d+(\.\d+)*\u2002|\w+ \w+\.\d+ – )")


@dataclass(frozen=True, slots=True)
class IssuedDossier:
    """What was issued: `digest` names the bytes of the PDF, `said` those of its text, both among the attachments."""

    id: str
    version: int
    area_id: str
    number: str
    title: str
    day: date
    language: str
    pages: int
    digest: str
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a document says, under the chapter it is in."""

    chapter: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What is said now against what was said then; an empty side means that it is new, or gone."""

    chapter: str
    before: str
    after: str


def next_number(issued: Iterable[IssuedDossier], year: int) -> str:
    """The number of the next dossier of a year: 2026/1, 2026/2 and so on, in the whole workspace."""
    used = [int(one.number.split("/")[1]) for one in issued if one.number.startswith(f"{year}/")]
    return f"{year}/{max(used, default=0) + 1}"


def as_issued(document: Document, said: str) -> Document:
    """The document with its number where the draft says that it is a draft."""
    draft, cover = document.furniture.header_right, document.cover
    if cover is not None:
        facts = tuple(replace(f, value=said) if f.value == draft else f for f in cover.facts)
        cover = replace(cover, facts=facts)
    return replace(document, cover=cover, furniture=replace(document.furniture, header_right=said))


def lines_of(document: Document) -> tuple[Line, ...]:
    """Everything the sections of a document say, in order, without numbers; a row of a table is one line."""
    found, chapter = [], ""
    for block in (block for section in document.sections for block in section.blocks):
        if isinstance(block, Heading) and block.level == 1:
            chapter = _bare(block.text)
        found += [Line(chapter, _bare(text)) for text in _texts(block)]
    return tuple(line for line in found if line.text)


def _bare(text: str) -> str:
    """The text without the number of its chapter, table or figure: another part before it is no change in it."""
    return " ".join(_NUMBERED.sub("", text, count=1).split())


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield from block.text.split("\n\n")
        case Bullets():
            yield from block.items
        case TableBlock():
            yield block.caption
            yield from (_BETWEEN.join(row.cells) for row in block.rows)
        case FigureBlock():
            yield from (block.caption, block.alt)
            yield from _texts(block.twin) if block.twin else ()
        case FactsBlock():
            yield from (_BETWEEN.join(filter(None, (f.label, f.value, f.note))) for f in block.facts)
        case SignatureBlock():
            yield from (_BETWEEN.join((s.party, *s.lines)) for s in block.signatories)


def dumped(lines: Sequence[Line]) -> bytes:
    """The lines as bytes that are kept with the PDF."""
    return json.dumps([[line.chapter, line.text] for line in lines], ensure_ascii=False).encode()


def loaded(data: bytes) -> tuple[Line, ...]:
    """The kept lines; Refused when the bytes are not ours."""
    try:
        return tuple(Line(str(chapter), str(text)) for chapter, text in json.loads(data))
    except (ValueError, TypeError) as error:
        raise Refused(N_("The text of the issued dossier cannot be read, so it cannot be compared.")) from error


def differences(before: Sequence[Line], after: Sequence[Line]) -> tuple[Difference, ...]:
    """What changed between two documents, in the order of the later one."""
    old, new = [line.text for line in before], [line.text for line in after]
    found: list[Difference] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for gone, come in zip_longest(before[a:b], after[c:d]):
            line = come or gone
            assert line is not None
            found.append(Difference(line.chapter, gone.text if gone else "", come.text if come else ""))
    return tuple(found)


def summed_up(found: Sequence[Difference], before: Sequence[Line], after: Sequence[Line]) -> tuple[Difference, ...]:
    """The differences with one for a chapter that came or went as a whole; one with another name did neither."""
    gone, come = ({line.chapter for line in lines} for lines in (before, after))
    whole = gone ^ come
    for one in found:
        if one.before in gone - come and one.after in come - gone:
            whole -= {one.before, one.after}
    return tuple(d for d in found if d.chapter not in whole or d.chapter in {d.before, d.after})
