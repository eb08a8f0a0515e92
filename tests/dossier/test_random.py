"""Whatever people typed: no dossier fails, and none says anything else than what was typed.

More of them: `DOSSIERS=500 python -m pytest tests/dossier/test_random.py`.
"""

from __future__ import annotations

import os
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coopdesk.dossier.model import (
    Bullets,
    Column,
    Fact,
    FactsBlock,
    FigureBlock,
    Heading,
    Paper,
    Paragraph,
    Section,
    Signatory,
    SignatureBlock,
    TableBlock,
    TableRow,
    Tone,
)
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.dossier.pdf.fonts import load_fonts
from coopdesk.dossier.pdf.markup import Escaper
from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.reading import blocks_of, compact, spoken
from tests.dossier.sample import bars, document
from tests.dossier.test_layout import HEADINGS, drawn

COUNT = int(os.environ.get("DOSSIERS", "10"))
LETTERS = st.one_of(
    st.characters(codec="utf-8", max_codepoint=0x2FFF),
    st.sampled_from("<>&;\"'/\\\x00\x0b\x1b\u00ad\u200b\u202e\u2028\ufeff😀ش漢\ud800\n\r\t"),
)
SHORT = st.text(LETTERS, max_size=40)
LINES = st.sampled_from([3, 12, 25, 40, 90]).map("regel van een cel of een alinea\n".__mul__)  # nearly a page, or more
LONG = st.one_of(
    st.text(LETTERS, max_size=300),
    LINES,
    st.builds(lambda letter, count: letter * count, st.sampled_from("xWé<😀ش"), st.sampled_from([399, 500, 3_000])),
    st.sampled_from(['<para>x</para>', '<img src="file:///etc/hostname"/>', '<a href="http://127.0.0.1/">x</a>',
                     "&lt;b&gt;", "{page}", "%s%n", "a<b>c & d", "=1+1", "onderhoud\u00adscontract"]),
)  # fmt: skip
ROWS = st.one_of(
    st.lists(st.tuples(SHORT, st.one_of(SHORT, LONG)), max_size=5),
    st.lists(st.tuples(SHORT, LINES), min_size=4, max_size=8),
    st.integers(20, 60).map(lambda count: [(f"Rij {n}", "cel") for n in range(count)]),
)
BLOCKS = st.one_of(
    st.builds(Heading, SHORT.map(lambda text: f"Kop {text}"), st.integers(1, 3)),
    st.builds(Paragraph, LONG, st.sampled_from(Tone)),
    st.builds(Bullets, st.lists(LONG, max_size=3).map(tuple), st.booleans()),
    st.builds(FactsBlock, st.lists(st.builds(Fact, SHORT, SHORT, SHORT), min_size=1, max_size=5).map(tuple)),
    st.builds(
        lambda title, rows, note, kin: TableBlock(
            (Column(title), Column("Tekst")), tuple(TableRow(r) for r in rows), title, note, kin=kin
        ),
        SHORT, ROWS, st.one_of(SHORT, LONG), st.sampled_from(["", "k"]),
    ),
    st.builds(lambda said: FigureBlock("Figuur", said, said, "Staven", bars), SHORT),
    st.builds(lambda who: SignatureBlock((Signatory(who, (who,)),), ("Naam", "Datum", "Handtekening")), SHORT),
)  # fmt: skip
SECTIONS = st.builds(Section, st.lists(BLOCKS, max_size=6).map(tuple), st.booleans(), st.sampled_from(Paper))


@settings(max_examples=COUNT)
@example((Section((Paragraph("w" * 200_000),)),))
@example((Section((TableBlock((Column("a"), Column("b")), (TableRow(("é" * 200_000, "<b>")),), "Tabel"),)),))
@example((Section((Heading("Kop"), Paragraph("regel\n" * 44), FactsBlock((Fact("", "\x00", " "),)))),))
@given(st.lists(SECTIONS, max_size=3).map(tuple))
def test_no_dossier_fails_and_none_says_anything_else(sections: tuple[Section, ...]) -> None:
    made = document(blocks=sections)
    pdf = make_pdf(made)
    model = PdfModel(pdf.data)
    escaper = Escaper(load_fonts().coverage, made.furniture.too_long)
    wanted = compact(blocks_of(made), escaper.clean)
    said = compact(spoken(model))
    assert said[len(said) - len(wanted) :] == wanted
    assert set(pdf.missing) <= escaper.missing
    assert pdf.cut == 0
    assert len(model.reader.pages) == pdf.pages
    shown = {p.page for p in model.painted if p.mcid is not None}
    assert shown == set(range(pdf.pages)), "a blank page"


@settings(max_examples=max(COUNT // 4, 5))
@given(st.lists(SECTIONS, max_size=2).map(tuple), st.booleans())
def test_equal_documents_give_equal_bytes_whatever_they_hold(sections: tuple[Section, ...], colour: bool) -> None:
    made = document(blocks=sections, colour=colour)
    assert make_pdf(made).data == make_pdf(made).data


@settings(max_examples=max(COUNT // 2, 5))
@given(st.lists(SECTIONS, min_size=1, max_size=2).map(tuple))
def test_no_heading_or_caption_is_left_at_the_foot_of_a_page(sections: tuple[Section, ...]) -> None:
    ended = tuple(replace(one, blocks=(Heading("Begin"), *one.blocks, Paragraph("Slot."))) for one in sections)
    for page, elements in drawn(PdfModel(make_pdf(document(blocks=ended)).data)):
        assert elements[-1].role not in HEADINGS, f"page {page + 1}"
