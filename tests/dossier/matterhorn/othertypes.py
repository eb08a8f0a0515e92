"""Checkpoint 31 for composite and Type 1 fonts, which the package never writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.dossier.matterhorn.model import PdfModel
from tests.dossier.matterhorn.registry import CHECKS, checkpoint

_IDENTITY = ("/Identity-H", "/Identity-V")


def _composite(pdf: PdfModel) -> Iterator[tuple[Any, Any]]:
    """Yield composite fonts with an encoding of their own, and their descendant."""
    for font in pdf.dictionaries("/Subtype", "/Type0"):
        if font["/Encoding"] not in _IDENTITY:
            yield font, font["/DescendantFonts"][0].get_object()


def _system_info(owner: Any, key: str) -> Any:
    """Return an entry of CIDSystemInfo; a predefined CMap has none."""
    return owner.get("/CIDSystemInfo", {}).get(key) if isinstance(owner, dict) else None


@checkpoint("31-001")
def registry_differs(pdf: PdfModel) -> Iterator[str]:
    """The values for Registry are not identical."""
    for font, descendant in _composite(pdf):
        values = (_system_info(o, "/Registry") for o in (font["/Encoding"], descendant))
        if len(set(values)) > 1:
            yield str(font["/BaseFont"])


@checkpoint("31-002")
def ordering_differs(pdf: PdfModel) -> Iterator[str]:
    """The values for Ordering are not identical."""
    for font, descendant in _composite(pdf):
        values = (_system_info(o, "/Ordering") for o in (font["/Encoding"], descendant))
        if len(set(values)) > 1:
            yield str(font["/BaseFont"])


@checkpoint("31-003")
def supplement_too_low(pdf: PdfModel) -> Iterator[str]:
    """The Supplement of the CID font is less than that of the CMap."""
    for font, descendant in _composite(pdf):
        if (_system_info(descendant, "/Supplement") or 0) < (_system_info(font["/Encoding"], "/Supplement") or 0):
            yield str(font["/BaseFont"])


@checkpoint("31-004")
def wrong_cid_to_gid(pdf: PdfModel) -> Iterator[str]:
    """The CIDToGIDMap is neither a stream nor Identity."""
    for font in pdf.dictionaries("/Subtype", "/CIDFontType2"):
        value = font.get("/CIDToGIDMap", "/Identity")
        if value != "/Identity" and not hasattr(value.get_object(), "get_data"):
            yield str(font["/BaseFont"])


@checkpoint("31-005")
def no_cid_to_gid(pdf: PdfModel) -> Iterator[str]:
    """A Type 2 CID font does not contain a CIDToGIDMap entry."""
    for font in pdf.dictionaries("/Subtype", "/CIDFontType2"):
        if "/CIDToGIDMap" not in font:
            yield str(font["/BaseFont"])


def _no_such_object(kind: str, key: str, value: str) -> Callable[[PdfModel], Iterator[str]]:
    """Return a check that fails if the file has a kind of object that it cannot judge."""

    def check(pdf: PdfModel) -> Iterator[str]:
        """Yield objects of a kind that the package does not write."""
        yield from (f"{kind} is not expected" for _ in pdf.dictionaries(key, value))

    return check


for _number in ("31-006", "31-007", "31-008"):
    CHECKS[_number] = _no_such_object("an embedded CMap", "/Type", "/CMap")
for _number in ("31-012", "31-013"):
    CHECKS[_number] = _no_such_object("a Type 1 font", "/Subtype", "/Type1")
for _number in ("31-014", "31-015"):
    CHECKS[_number] = _no_such_object("a CID font", "/Subtype", "/CIDFontType2")
