"""The parts of an .xlsx beside its sheets: which sheets there are, what its styles show, its shared strings."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring, iterparse

from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.shapes import BUILT_IN, format_shape

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: its name, whether it is hidden, and the part it is kept in."""

    title: str
    hidden: bool
    path: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the cells of the sheets refer to."""

    sheets: tuple[SheetPart, ...]
    shapes: tuple[str, ...]
    strings: list[str]
    date1904: bool


def open_workbook(archive: zipfile.ZipFile) -> Workbook:
    """The workbook without its sheets. Errors of zip and XML come as raised; Unreadable when it has no sheet."""
    path = _workbook_path(archive)
    root = fromstring(archive.read(path), forbid_dtd=True)
    related = _relations(archive, path)
    properties = next(_named(root, "workbookPr"), None)
    date1904 = properties is not None and properties.get("date1904") in ("1", "true", "on")
    sheets = tuple(_sheets(root, related))
    if not sheets:
        raise Unreadable("damaged", "worksheets")
    targets = dict(related.values())
    shapes = _shapes(archive, targets["styles"]) if targets.get("styles") in archive.NameToInfo else ()
    strings = _strings(archive, targets["sharedStrings"]) if targets.get("sharedStrings") in archive.NameToInfo else []
    return Workbook(sheets, shapes, strings, date1904)


def _workbook_path(archive: zipfile.ZipFile) -> str:
    root = _relations(archive, "")
    return next((target for kind, target in root.values() if kind == "officeDocument"), "xl/workbook.xml")


def _relations(archive: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """The relations of a part: by id the last word of their type, and the part they lead to."""
    folder, name = posixpath.split(path)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    if part not in archive.NameToInfo:
        return {}
    found = {}
    for relation in _named(fromstring(archive.read(part), forbid_dtd=True), "Relationship"):
        target = relation.get("Target") or ""
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[relation.get("Id") or ""] = ((relation.get("Type") or "").rpartition("/")[2], whole)
    return found


def _sheets(root: Element, related: dict[str, tuple[str, str]]) -> Iterator[SheetPart]:
    for sheet in _named(root, "sheet"):
        kind, target = related.get(sheet.get(_RELATION) or sheet.get(_STRICT) or "", ("", ""))
        if kind == "worksheet":
            yield SheetPart(sheet.get("name") or "", (sheet.get("state") or "visible") != "visible", target)


def _shapes(archive: zipfile.ZipFile, path: str) -> tuple[str, ...]:
    """What the number format of each cell style shows."""
    root = fromstring(archive.read(path), forbid_dtd=True)
    own = {int(f.get("numFmtId") or 0): format_shape(f.get("formatCode") or "General") for f in _named(root, "numFmt")}
    styles = next(_named(root, "cellXfs"), None)
    codes = [int(style.get("numFmtId") or 0) for style in styles or ()]
    return tuple(own.get(code, BUILT_IN.get(code, "")) for code in codes)


def _strings(archive: zipfile.ZipFile, path: str) -> list[str]:
    strings: list[str] = []
    with archive.open(path) as part:
        root: Element | None = None
        for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
            if root is None:
                root = element
            if event == "end" and element.tag.rpartition("}")[2] == "si":
                strings.append(string_of(element))
                root.clear()
    return strings


def string_of(element: Element) -> str:
    """The text of a string with runs of different looks; how it is pronounced is left out."""
    texts: list[str] = []
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            texts.append(child.text or "")
        elif tag == "r":
            texts.extend(t.text or "" for t in child if t.tag.rpartition("}")[2] == "t")
    return unescaped("".join(texts))


def unescaped(text: str) -> str:
    """Characters that XML cannot hold, written as _x000D_ by Excel."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)
