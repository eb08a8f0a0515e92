"""The blocks of a document as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coopdesk.charts.raster import png
from coopdesk.dossier.model import (
    Align,
    Block,
    Bullets,
    Fact,
    FactsBlock,
    FigureBlock,
    Heading,
    Paragraph,
    Signatory,
    SignatureBlock,
    TableBlock,
    TableRow,
    Tone,
)
from coopdesk.dossier.office.package import el, text

EMU = 12700  # in a point
TWIPS = 20
_HEADINGS = {1: "Heading1", 2: "Heading2", 3: "Heading3"}
_TONES = {Tone.LEAD: "Lead", Tone.BODY: "Normal", Tone.SMALL: "Small", Tone.REMARK: "Remark"}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_MOST = 46  # characters that the width of a column reckons with
_LETTER, _SIDES = 5.4, 10.0  # points
_AROUND = 150.0  # points for what stands with a picture: heading, caption of two lines, subtitle, source


@dataclass(slots=True)
class Parts:
    """What the blocks of one document share: its pictures, its bookmarks and its lists."""

    colour: bool
    pictures: list[bytes] = field(default_factory=list)
    headings: int = 0
    figures: int = 0
    numbered: int = 0


def paragraph(words: str, style: str = "Normal", language: str = "", *properties: str) -> str:
    """A paragraph with its lines; an empty style is Word's own."""
    return el("w:p", el("w:pPr", el("w:pStyle", w_val=style), *properties), run(words, language))


def run(words: str, language: str = "", *, bold: bool = False) -> str:
    """Text of one look; a line feed is a break."""
    look = [el("w:b")] if bold else []
    look += [el("w:lang", w_val=language)] if language else []
    lines = el("w:br").join(el("w:t", text(line), xml_space="preserve") for line in words.strip().split("\n"))
    return el("w:r", el("w:rPr", *look) if look else "", lines)


def blocks(found: Sequence[Block], room: tuple[float, float], parts: Parts) -> Iterator[str]:
    """The elements of a section; `room` is the width and height of its text, in points."""
    width = room[0]
    for block in found:
        match block:
            case Heading():
                yield _heading(block, parts)
            case Paragraph():
                said = filter(str.strip, block.text.split("\n\n"))
                yield from (paragraph(part, _TONES[block.tone], block.language) for part in said)
            case Bullets():
                yield from _list(block, parts)
            case TableBlock():
                yield from table(block, width)
            case FigureBlock():
                yield from _figure(block, room, parts)
            case _:
                yield from _boxes(block, width)


def _boxes(block: FactsBlock | SignatureBlock, width: float) -> Iterator[str]:
    if isinstance(block, FactsBlock):
        yield from facts(block.facts, width)
        yield paragraph(block.source, "Source") if block.source else ""
    else:
        yield from (element for party in block.signatories for element in _signing(party, block.labels, width))


def _heading(block: Heading, parts: Parts) -> str:
    """A heading that the contents lead to."""
    parts.headings += 1
    return el(
        "w:p",
        el("w:pPr", el("w:pStyle", w_val=_HEADINGS[block.level])),
        el("w:bookmarkStart", w_id=parts.headings, w_name=f"h{parts.headings}"),
        run(block.text, block.language),
        el("w:bookmarkEnd", w_id=parts.headings),
    )


def _list(block: Bullets, parts: Parts) -> Iterator[str]:
    """Items of a list; each numbered list starts at 1."""
    number = 1
    if block.numbered:
        parts.numbered += 1
        number = 1 + parts.numbered
    mark = el("w:numPr", el("w:ilvl", w_val=0), el("w:numId", w_val=number))
    for at, item in enumerate(block.items, start=1):
        room = [el("w:spacing", w_after=140)] if at == len(block.items) else []
        yield paragraph(item, "ListParagraph", block.language, mark, *room)


def table(block: TableBlock, width: float) -> Iterator[str]:
    """A table with its caption above and its note below; the header row is repeated, rows are not torn."""
    if block.caption:
        yield paragraph(block.caption, "Caption")
    widths = _widths(block, width)
    head = el("w:trPr", el("w:cantSplit"), el("w:tblHeader"))
    rows = [el("w:tr", head, *(_cell(c.title, w, c.align) for c, w in zip(block.columns, widths, strict=True)))]
    filler = ("",) * (len(block.columns) - 1)
    for row in block.rows or (TableRow((block.empty, *filler)),):
        cells = zip(row.cells, block.columns, widths, strict=True)
        shown = (_cell(cell, w, c.align, c.language, strong=row.strong) for cell, c, w in cells)
        rows.append(el("w:tr", el("w:trPr", el("w:cantSplit")), *shown))
    look = el(
        "w:tblLook", w_val="04A0", w_firstRow=1, w_lastRow=0, w_firstColumn=1, w_lastColumn=0, w_noHBand=0, w_noVBand=1
    )
    properties = [el("w:tblStyle", w_val="Coopdesk"), el("w:tblW", w_w=sum(widths), w_type="dxa"),
                  el("w:tblLayout", w_type="fixed"), look]  # fmt: skip
    if block.caption:
        properties.append(el("w:tblCaption", w_val=text(block.caption)))
    grid = el("w:tblGrid", *(el("w:gridCol", w_w=w) for w in widths))
    yield el("w:tbl", el("w:tblPr", *properties), grid, *rows)
    yield paragraph(block.note, "Source")


def _widths(block: TableBlock, width: float) -> list[int]:
    """Each column gets its longest word; what is left goes by the length of the lines and the weight of the column."""
    least, wish = [], []
    for at, column in enumerate(block.columns):
        lines = [column.title, *(line for row in block.rows for line in row.cells[at].split("\n"))]
        least.append(
            min(max(len(word) for line in lines for word in (line.split(" ") or [""])), _MOST) * _LETTER + _SIDES
        )
        wish.append(min(max(map(len, lines)), _MOST) * _LETTER * max(column.weight, 0.5) ** 0.5 + _SIDES)
    left = width - sum(least)
    more = [max(want - need, 1.0) for want, need in zip(wish, least, strict=True)]
    parts = [need + left * part / sum(more) for need, part in zip(least, more, strict=True)] if left > 0 else least
    return [round(width * TWIPS * part / sum(parts)) for part in parts]


def _cell(words: str, width: int, align: Align, language: str = "", *, strong: bool = False) -> str:
    shade = [el("w:shd", w_val="clear", w_color="auto", w_fill="EDF3F6")] if strong else []
    side = [el("w:jc", w_val="right")] if align is Align.RIGHT else []
    content = el("w:p", el("w:pPr", el("w:pStyle", w_val="Cell"), *side), run(words, language, bold=strong))
    return el("w:tc", el("w:tcPr", el("w:tcW", w_w=width, w_type="dxa"), *shade), content)


def facts(found: Sequence[Fact], width: float, style: str = "Fact") -> Iterator[str]:
    """Figures that stand out, at most four to a row."""
    for start in range(0, len(found), 4):
        row = found[start : start + 4]
        each = round(width * TWIPS / max(len(row), 2))
        cells = []
        for fact in row:
            said = [paragraph(fact.value, style), paragraph(fact.label, "Cell")]
            said += [paragraph(fact.note, "Small")] if fact.note else []
            cells.append(el("w:tc", el("w:tcPr", el("w:tcW", w_w=each, w_type="dxa")), *said))
        grid = el("w:tblGrid", *(el("w:gridCol", w_w=each) for _ in row))
        size = el("w:tblW", w_w=each * len(row), w_type="dxa")
        yield el("w:tbl", el("w:tblPr", size, el("w:tblLayout", w_type="fixed")), grid, el("w:tr", *cells))
        yield paragraph("", "Small")


def _signing(party: Signatory, labels: Sequence[str], width: float) -> Iterator[str]:
    """The party, what it decided, and a line for each thing to fill in."""
    yield paragraph(party.party, "Caption")
    yield from (paragraph(line, "Small", "", el("w:keepNext")) for line in party.lines if line)
    left, right = round(width * TWIPS * 0.25), round(width * TWIPS * 0.5)
    line = el("w:tcBorders", el("w:bottom", w_val="single", w_sz=4, w_color="74818E"))
    rows = []
    for at, label in enumerate(labels, start=1):
        high = el("w:trPr", el("w:cantSplit"), el("w:trHeight", w_val=1100 if at == len(labels) else 440))
        name = el(
            "w:tc",
            el("w:tcPr", el("w:tcW", w_w=left, w_type="dxa"), el("w:vAlign", w_val="bottom")),
            paragraph(label, "Cell"),
        )
        blank = el("w:tc", el("w:tcPr", el("w:tcW", w_w=right, w_type="dxa"), line), paragraph("", "Cell"))
        rows.append(el("w:tr", high, name, blank))
    grid = el("w:tblGrid", el("w:gridCol", w_w=left), el("w:gridCol", w_w=right))
    size = el("w:tblW", w_w=left + right, w_type="dxa")
    yield el("w:tbl", el("w:tblPr", size, el("w:tblLayout", w_type="fixed")), grid, *rows)
    yield paragraph("", "Small")


def _figure(block: FigureBlock, room: tuple[float, float], parts: Parts) -> Iterator[str]:
    """Caption, picture and source; they stay on one page, with a heading above them."""
    width, high = room[0], room[1] - _AROUND
    drawing = block.draw(width, parts.colour)
    scale = min(1.0, high / drawing.height)
    yield paragraph(block.caption, "Caption")
    if block.subtitle:
        yield paragraph(block.subtitle, "Small", "", el("w:keepNext"))
    shown = picture(png(drawing), drawing.width * scale, drawing.height * scale, block.alt, parts)
    yield el("w:p", el("w:pPr", el("w:keepNext")), shown)
    yield paragraph(block.source, "Source")
    if block.twin is not None:
        yield from table(block.twin, width)


def picture(data: bytes, width: float, height: float, alt: str, parts: Parts) -> str:
    """A picture in the line, with its alternative text; sizes in points."""
    parts.pictures.append(data)
    number = len(parts.pictures)
    size = {"cx": round(width * EMU), "cy": round(height * EMU)}
    fill = el("pic:blipFill", el("a:blip", r_embed=f"p{number}"), el("a:stretch", el("a:fillRect")))
    shape = el(
        "pic:spPr",
        el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", **size)),
        el("a:prstGeom", el("a:avLst"), prst="rect"),
    )
    named = el("pic:nvPicPr", el("pic:cNvPr", id=number, name=f"{number}.png"), el("pic:cNvPicPr"))
    graphic = el(
        "a:graphicData", el("pic:pic", named, fill, shape, xmlns_pic=f"{_DRAWING}picture"), uri=f"{_DRAWING}picture"
    )
    inline = el(
        "wp:inline",
        el("wp:extent", **size),
        el("wp:docPr", id=number, name=f"Figure {number}", descr=text(alt).replace("\n", " ")),
        el("a:graphic", graphic, xmlns_a=f"{_DRAWING}main"),
        distT=0, distB=0, distL=0, distR=0,
    )  # fmt: skip
    return el("w:r", el("w:drawing", inline))
