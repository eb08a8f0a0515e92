"""The same document for Word, as a web page and as a workbook."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing

from coopdesk.dossier.formats import save_as
from coopdesk.dossier.model import Document, FigureBlock, Heading, Paragraph, Section
from coopdesk.dossier.office.docx import make_docx
from coopdesk.dossier.office.xlsx import make_xlsx
from coopdesk.dossier.pdf.finish import make_pdf
from coopdesk.dossier.readable import readable
from coopdesk.dossier.web.page import make_html
from coopdesk.kernel.errors import Refused
from tests.dossier.reading import blocks_of
from tests.dossier.sample import document
from tests.dossier.test_accessible import with_everything
from tests.dossier.test_random import SECTIONS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODD = '<script>x</script> & "q" ]]> <w:p/> =1+1 file:///etc http://x/ \x00\x0b'


class Reading(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data


def squeezed(text: str) -> str:
    return "".join(readable(text).split())


def words_in(data: bytes) -> str:
    root = ET.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))
    return squeezed("".join(root.itertext()))


def odd() -> Document:
    return document(blocks=(Section((Heading(ODD), Paragraph(ODD))),))


def test_a_web_page_holds_every_word_and_every_figure_in_words() -> None:
    made = with_everything()
    page = Reading(make_html(made))
    text = squeezed(page.text)
    assert not page.open
    assert [said for _, said in blocks_of(made) if squeezed(said) not in text] == []


def test_a_web_page_can_be_heard() -> None:
    tags = Reading(make_html(with_everything())).tags
    kinds = [tag for tag, _ in tags]
    assert tags[0] == ("html", {"lang": "nl-BE"})
    assert kinds.count("h1") == 1
    assert all(entries.get("scope") in {"col", "row"} for tag, entries in tags if tag == "th")
    assert all(entries["role"] == "img" and entries["aria-labelledby"] for tag, entries in tags if tag == "svg")
    assert kinds.count("title") == kinds.count("svg") + 1 == kinds.count("desc") + 1
    assert all(entries.get("alt") for tag, entries in tags if tag == "img")
    names = [entries["id"] for _, entries in tags if "id" in entries]
    assert len(names) == len(set(names))
    levels = [int(kind[1]) for kind in kinds if kind in {"h1", "h2", "h3", "h4"}]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("made", [odd(), with_everything()])
def test_a_web_page_runs_and_fetches_nothing(made: Document) -> None:
    data = make_html(made)
    page = Reading(data)
    assert {"script", "iframe", "link", "object", "form"}.isdisjoint(tag for tag, _ in page.tags)
    links = [entries[key] or "" for _, entries in page.tags for key in ("src", "href", "xlink:href") if key in entries]
    assert all(link.startswith(("#", "data:image/")) for link in links)
    assert not [key for _, entries in page.tags for key in entries if key.startswith("on")]
    assert b"default-src 'none'" in data


def test_word_finds_its_own_headings_tables_lists_and_alternative_texts() -> None:
    package = zipfile.ZipFile(BytesIO(make_docx(with_everything())))
    root = ET.fromstring(package.read("word/document.xml"))
    styles = [style.get(f"{W}val") for style in root.iter(f"{W}pStyle")]
    assert {"Title", "Heading1", "Heading2", "Caption", "ListParagraph", "TOC1"} <= set(styles)
    tables = [t for t in root.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle") is not None]
    assert all(len(list(table.iter(f"{W}tblHeader"))) == 1 for table in tables)
    pictures = [e for e in root.iter() if e.tag.endswith("}docPr")]
    assert len(pictures) == 2
    assert all(picture.get("descr") for picture in pictures)
    marks = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} <= marks
    asked = {(code.text or "").split()[1] for code in root.iter(f"{W}instrText") if "PAGEREF" in (code.text or "")}
    assert asked == {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} != set()
    assert ET.fromstring(package.read("word/settings.xml")).find(f"{W}updateFields") is not None
    orientations = [size.get(f"{W}orient") for size in root.iter(f"{W}pgSz")]
    assert "landscape" in orientations
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(package.read(name))


def test_a_word_document_holds_every_word() -> None:
    made = with_everything()
    text = words_in(make_docx(made))
    assert [said for role, said in blocks_of(made) if role != "Figure" and squeezed(said) not in text] == []


def test_in_word_a_picture_leaves_room_for_its_heading_and_the_header_ends_where_the_text_ends() -> None:
    tall = FigureBlock("Figuur 1", "", "Bron", "hoog", lambda width, colour: Drawing(width, 3000))
    made = document(blocks=(Section((Heading("Hoog"), tall)), Section((Heading("Breed"), tall), landscape=True)))
    package = zipfile.ZipFile(BytesIO(make_docx(made)))
    root = ET.fromstring(package.read("word/document.xml"))
    highs = [int(e.get("cy", "0")) / 12700 for e in root.iter() if e.tag.endswith("}extent")]
    assert highs[0] < 842 - 145 - 140
    assert highs[1] < 595 - 145 - 140
    links = {e.get("Id"): e.get("Target") for e in ET.fromstring(package.read("word/_rels/document.xml.rels"))}
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    for page in root.iter(f"{W}sectPr"):
        room = int(page.find(f"{W}pgSz").get(f"{W}w")) - 2 * int(page.find(f"{W}pgMar").get(f"{W}left"))
        for end in page.findall(f"{W}headerReference"):
            header = ET.fromstring(package.read(f"word/{links[end.get(relation)]}"))
            stop = next(header.iter(f"{W}tab"))
            assert abs(int(stop.get(f"{W}pos")) - room) < 20


@settings(max_examples=15)
@given(st.lists(SECTIONS, max_size=2).map(tuple))
def test_whatever_people_typed_becomes_a_whole_word_document_and_web_page(sections: tuple[Section, ...]) -> None:
    made = document(blocks=sections)
    text, page = words_in(make_docx(made)), Reading(make_html(made))
    shown = squeezed(page.text)
    for role, said in blocks_of(made):
        assert role == "Figure" or squeezed(said) in text
        assert squeezed(said) in shown
    assert not page.open


@pytest.mark.parametrize("make", [make_docx, make_html, make_xlsx])
def test_equal_documents_give_equal_files(make: object) -> None:
    assert make(with_everything()) == make(with_everything())  # type: ignore[operator]


def test_the_workbook_has_the_figures_as_figures() -> None:
    book = openpyxl.load_workbook(BytesIO(make_xlsx(document(3))))
    rows = [[cell.value for cell in row] for row in book["1"].rows]
    assert rows[0][0] == "Tabel 2.1 – Werkzaamheidsgraad per gemeente"
    assert rows[2] == ["Kreekhoven", 78.4, 3.2, 1508]
    assert len(book.sheetnames) == 3


def test_a_text_that_looks_like_a_formula_is_text_in_the_workbook() -> None:
    made = document(3)
    table = next(b for s in made.sections for b in s.blocks if isinstance(b, FigureBlock)).twin
    assert table is not None
    evil = replace(table, rows=tuple(replace(row, cells=("=1+1", "=A1", "@x", "+1")) for row in table.rows))
    book = openpyxl.load_workbook(BytesIO(make_xlsx(replace(made, sections=(Section((evil,)),)))))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.rows for cell in row)


def test_the_end_of_the_name_decides_and_another_end_is_refused(tmp_path: Path) -> None:
    made = document(2)
    pdf = make_pdf(made)
    for name, start in (("a.pdf", b"%PDF"), ("a.docx", b"PK"), ("a.html", b"<!DOCTYPE html>")):
        save_as(made, pdf, tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
    with pytest.raises(Refused, match="odt"):
        save_as(made, pdf, tmp_path / "a.odt")
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.slow
def test_libreoffice_opens_the_word_document(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here")
    (tmp_path / "a.docx").write_bytes(make_docx(with_everything()))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf",
               "--outdir", str(tmp_path), str(tmp_path / "a.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    opened = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in opened)
    assert len(opened) >= 5
    opened.close()
    assert "Handtekeningen" in text


@pytest.mark.slow
def test_chromium_prints_the_web_page_whole_and_wide_tables_on_wide_paper(tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("Chromium is not here")
    made = with_everything()
    (tmp_path / "a.html").write_bytes(make_html(made))
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile",
               f"--print-to-pdf={tmp_path}/a.pdf", "--no-pdf-header-footer", f"file://{tmp_path}/a.html"]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    opened = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    text = squeezed("".join(page.get_textpage().get_text_range() for page in opened))
    sizes = {page.get_width() > page.get_height() for page in opened}
    opened.close()
    assert [said for role, said in blocks_of(made) if role.startswith("H") and squeezed(said) not in text] == []
    assert sizes == {True, False}
