"""Office Open XML with the standard library: elements as text, escaped in one place, in a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from coopdesk.dossier.readable import readable

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the oldest a zip can hold: equal documents give equal bytes


def el(name: str, /, *content: str, **attributes: str | int) -> str:
    """An element; `w_val` becomes `w:val`. Content is markup already: text goes through `text`."""
    shown = "".join(f" {key.replace('_', ':', 1)}={quoteattr(str(value))}" for key, value in attributes.items())
    body = "".join(content)
    return f"<{name}{shown}>{body}</{name}>" if body else f"<{name}{shown}/>"


def text(words: str) -> str:
    """What people typed as content of an element."""
    return escape(readable(words))


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """The package with these files, in this order."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name, _MOMENT), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def content_types(parts: Mapping[str, str], *, png: bool = False) -> str:
    """Which part is of which type; `parts` maps a name to its type."""
    base = "application/vnd.openxmlformats-package.relationships+xml"
    found = [
        el("Default", Extension="rels", ContentType=base),
        el("Default", Extension="xml", ContentType="application/xml"),
    ]
    if png:
        found += [el("Default", Extension=kind, ContentType=f"image/{kind}") for kind in ("png", "jpeg")]
    found += [el("Override", PartName=name, ContentType=kind) for name, kind in parts.items()]
    return HEAD + el("Types", *found, xmlns="http://schemas.openxmlformats.org/package/2006/content-types")


def relations(found: Mapping[str, tuple[str, str]]) -> str:
    """The relations of a part: id to type and target."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    kinds = {"core-properties": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"}
    listed = [
        el("Relationship", Id=key, Type=kinds.get(kind, base + kind), Target=target)
        for key, (kind, target) in found.items()
    ]
    return HEAD + el("Relationships", *listed, xmlns="http://schemas.openxmlformats.org/package/2006/relationships")


def core_properties(title: str, author: str, language: str, day: str) -> str:
    """Title, author, language and date of the file."""
    moment = f"{day}T12:00:00Z"
    dates = [el(f"dcterms:{name}", moment, xsi_type="dcterms:W3CDTF") for name in ("created", "modified")]
    return HEAD + el(
        "cp:coreProperties",
        el("dc:title", text(title)),
        el("dc:creator", text(author)),
        el("dc:language", text(language)),
        *dates,
        xmlns_cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        xmlns_dc="http://purl.org/dc/elements/1.1/",
        xmlns_dcterms="http://purl.org/dc/terms/",
        xmlns_xsi="http://www.w3.org/2001/XMLSchema-instance",
    )
