"""A finished document: every text and figure formatted, nothing left to compute, nothing that knows how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol


class Picture(Protocol):
    """A drawing of `coopdesk.charts` seen from here: only its size in points matters."""

    width: float
    height: float


class Tone(StrEnum):
    """How a paragraph speaks."""

    LEAD = "lead"
    BODY = "body"
    SMALL = "small"
    REMARK = "remark"


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is a chapter, 2 and 3 divide it; it becomes a bookmark and a line of the contents, unless it
    is one of many that would make the contents long.

    `language` is set when it is not that of the document, here and below: a screen reader then speaks it rightly.
    """

    text: str
    level: int = 1
    key: str = ""
    in_contents: bool = True
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line feed starts a new line, an empty line a new paragraph."""

    text: str
    tone: Tone = Tone.BODY
    language: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, with bullets or numbers."""

    items: tuple[str, ...]
    numbered: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that stands out: what it is, the figure, and what it is compared with."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FactsBlock:
    """A few figures side by side, at most four to a row, with where they were read."""

    facts: tuple[Fact, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; its width follows from its content, `weight` gives it more or less of what is left."""

    title: str
    align: Align = Align.LEFT
    weight: float = 1.0
    language: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row as text; a strong row is a total or the own area."""

    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table whose first column heads its rows; without rows it shows `empty`.

    Tables of one `kin` in a section have columns of the same width, so that the eye finds them back.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    caption: str = ""
    note: str = ""
    empty: str = "–"
    kin: str = ""


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A chart with its caption, source and the same facts as text.

    `draw` takes the width in points and whether there is colour, and returns a new drawing on every call: reportlab
    changes a drawing while it draws it.
    """

    caption: str
    subtitle: str
    source: str
    alt: str
    draw: Callable[[float, bool], Picture] = field(compare=False)
    twin: TableBlock | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """A party that signs: its name, who signs in which function, and what its deciding bodies decided."""

    party: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """A box per party with its fields to fill in, on paper or on screen; the last label is that of the signature."""

    signatories: tuple[Signatory, ...]
    labels: tuple[str, ...]


Block = Heading | Paragraph | Bullets | FactsBlock | TableBlock | FigureBlock | SignatureBlock


class Paper(StrEnum):
    """The sheet a section is printed on; A3 only lies down."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that begin on a new page, upright or landscape; one that `continues` has its headings below the chapter of
    the section before."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    paper: Paper = Paper.A4
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the user's own, as PNG or JPEG of so many pixels, and whose it is."""

    data: bytes
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: what it is, of whom, and the facts a reader looks for first.

    `colour` is that of the ground as #RRGGBB, the house's own while empty; logos stand at the foot.
    """

    kicker: str
    title: str
    subtitle: str
    facts: tuple[Fact, ...] = ()
    note: str = ""
    logos: tuple[Logo, ...] = ()
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file: the figures of the document as a workbook."""

    name: str
    data: bytes
    media_type: str
    description: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """What the engine itself writes, in the language of the document: patterns with named places."""

    header_left: str
    header_right: str
    footer_left: str
    page: str = "{page} / {total}"
    contents: str = ""
    contents_line: str = "{title}, {page}"
    too_long: str = "…"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready to be drawn; `on` is the only date in it, so equal documents give equal bytes."""

    title: str
    author: str
    language: str
    on: date
    furniture: Furniture
    cover: Cover | None
    sections: tuple[Section, ...]
    colour: bool = True
    attachments: tuple[Attachment, ...] = ()
