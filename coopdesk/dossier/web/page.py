"""A document as one web page: complete in itself, readable by ear, printable, and with nothing in it that runs."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from coopdesk.charts.svg import svg
from coopdesk.dossier.model import (
    Align,
    Block,
    Bullets,
    Cover,
    Document,
    Fact,
    FactsBlock,
    FigureBlock,
    Heading,
    Paragraph,
    Signatory,
    SignatureBlock,
    TableBlock,
    Tone,
)
from coopdesk.dossier.readable import readable
from coopdesk.dossier.web.style import STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_WIDE = 640.0  # points of a chart


def make_html(document: Document) -> bytes:
    """The page in UTF-8; equal documents give equal bytes."""
    return "\n".join(_Page(document).lines()).encode()


class _Page:
    """Writes one document; figures and headings are numbered in their order, for links and labels."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._figures = 0
        self._headings = 0

    def lines(self) -> Iterator[str]:
        """The whole page."""
        document = self._document
        yield f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta name="author" content="{_text(document.author)}">'
        yield f'<meta name="dcterms.date" content="{document.on.isoformat()}">'
        yield f"<title>{_text(document.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>"
        yield from self._top(document.cover)
        yield from self._contents()
        yield "<main>"
        for section in document.sections:
            yield '<section class="wide">' if section.landscape else "<section>"
            for block in section.blocks:
                yield from self._block(block)
            yield "</section>"
        yield "</main>"
        said = " · ".join(filter(None, (document.furniture.header_right, document.furniture.footer_left)))
        yield f"<footer>{_text(said)}</footer>\n</body>\n</html>\n"

    def _top(self, cover: Cover | None) -> Iterator[str]:
        """The title with its facts and logos."""
        if cover is None:
            yield f"<header><h1>{_text(self._document.title)}</h1></header>"
            return
        yield f'<header>\n<p class="kicker">{_text(cover.kicker)}</p>\n<h1>{_text(cover.title)}</h1>'
        if cover.subtitle:
            yield f'<p class="subtitle">{_text(cover.subtitle)}</p>'
        yield from _facts(cover.facts)
        if cover.note:
            yield f'<p class="small">{_text(cover.note)}</p>'
        for logo in cover.logos:
            kind = "png" if logo.data.startswith(b"\x89PNG") else "jpeg"
            data = base64.b64encode(logo.data).decode()
            yield f'<img class="logo" alt="{_text(logo.alt)}" src="data:image/{kind};base64,{data}">'
        yield "</header>"

    def _contents(self) -> Iterator[str]:
        """A list of links to the headings."""
        title = self._document.furniture.contents
        if not title:
            return
        yield f'<nav aria-labelledby="contents"><h2 id="contents">{_text(title)}</h2>\n<ul>'
        blocks = (block for section in self._document.sections for block in section.blocks)
        for number, block in enumerate((b for b in blocks if isinstance(b, Heading)), start=1):
            if block.in_contents:
                yield f'<li class="level{block.level}"><a href="#h{number}">{_text(block.text)}</a></li>'
        yield "</ul></nav>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                self._headings += 1
                level = block.level + 1
                text = _text(block.text) or "–"
                yield f'<h{level} id="h{self._headings}"{_lang(block.language)}>{text}</h{level}>'
            case Paragraph():
                kind = "" if block.tone is Tone.BODY else f' class="{block.tone.value}"'
                for part in filter(str.strip, block.text.split("\n\n")):
                    yield f"<p{kind}{_lang(block.language)}>{_text(part)}</p>"
            case Bullets():
                tag = "ol" if block.numbered else "ul"
                items = "".join(f"<li>{_text(item)}</li>" for item in block.items)
                yield f"<{tag}{_lang(block.language)}>{items}</{tag}>"
            case TableBlock():
                yield from _table(block)
            case FigureBlock():
                yield from self._figure(block)
            case _:
                yield from _boxes(block)

    def _figure(self, block: FigureBlock) -> Iterator[str]:
        """A chart with its caption above and its source below."""
        self._figures += 1
        drawing = block.draw(_WIDE, self._document.colour)
        below = f'<span class="subtitle">{_text(block.subtitle)}</span>' if block.subtitle else ""
        yield f"<figure>\n<figcaption>{_text(block.caption)}{below}</figcaption>"
        yield _scrolling("chart", block.caption)
        yield svg(drawing, readable(block.caption), readable(block.alt), f"f{self._figures}") + "</div>"
        if block.source:
            yield f'<p class="source">{_text(block.source)}</p>'
        yield "</figure>"
        if block.twin is not None:
            yield from _table(block.twin)


def _scrolling(kind: str, name: str) -> str:
    """The begin of what is too wide for a small screen: it can be reached and moved with the keyboard."""
    return f'<div class="{kind}" tabindex="0" role="region" aria-label="{_text(name)}">'


def _text(text: str) -> str:
    """Text as HTML: nothing in it is markup but the line breaks."""
    return escape(readable(text).strip()).replace("\n", "<br>")


def _lang(language: str) -> str:
    return f' lang="{escape(language)}"' if language else ""


def _boxes(block: FactsBlock | SignatureBlock) -> Iterator[str]:
    if isinstance(block, FactsBlock):
        yield from _facts(block.facts)
        yield f'<p class="source">{_text(block.source)}</p>' if block.source else ""
    else:
        yield from (_signing(party, block.labels) for party in block.signatories)


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    if facts:
        yield '<dl class="facts">'
        for fact in facts:
            note = f'<dd class="small">{_text(fact.note)}</dd>' if fact.note else ""
            yield f"<div><dt>{_text(fact.label)}</dt><dd>{_text(fact.value)}</dd>{note}</div>"
        yield "</dl>"


def _table(block: TableBlock) -> Iterator[str]:
    """A table whose header cells say what they head."""
    yield _scrolling("table", block.caption or block.columns[0].title)
    yield "<table>" + (f"<caption>{_text(block.caption)}</caption>" if block.caption else "")
    aligned = ["" if column.align is Align.LEFT else ' class="right"' for column in block.columns]
    heads = "".join(f'<th scope="col"{a}>{_text(c.title)}</th>' for c, a in zip(block.columns, aligned, strict=True))
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    for row in block.rows:
        strong = ' class="strong"' if row.strong else ""
        named = _text(row.cells[0])
        first = f'<th scope="row"{aligned[0]}>{named}</th>' if named else "<td></td>"
        rest = "".join(
            f"<td{a}{_lang(column.language)}>{_text(cell)}</td>"
            for cell, a, column in zip(row.cells[1:], aligned[1:], block.columns[1:], strict=True)
        )
        yield f"<tr{strong}>{first}{rest}</tr>"
    if not block.rows:
        yield f'<tr><td colspan="{len(block.columns)}">{_text(block.empty)}</td></tr>'
    yield "</tbody></table></div>"
    if block.note:
        yield f'<p class="source">{_text(block.note)}</p>'


def _signing(party: Signatory, labels: tuple[str, ...]) -> str:
    said = "".join(f"<p>{_text(line)}</p>" for line in party.lines if line)
    blanks = "".join(f"<p><span>{_text(label)}</span></p>" for label in labels)
    return f'<div class="signing"><p><strong>{_text(party.party)}</strong></p>{said}{blanks}</div>'
