"""Interprets page content: what is painted, in which marked content and with which font."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ByteStringObject, ContentStream, TextStringObject

_TEXT = {b"Tj", b"TJ", b"'", b'"'}
_PATHS = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_OTHERS = {b"sh", b"Do", b"INLINE IMAGE"}


@dataclass(frozen=True)
class Sequence:
    """One open marked-content sequence."""

    tag: str
    mcid: int | None
    properties: Any


@dataclass(frozen=True)
class Painted:
    """One painting operator with the sequences and the graphics state around it."""

    page: int
    operator: str
    stack: tuple[Sequence, ...]
    font: Any = None
    codes: bytes = b""
    rendering_mode: int = 0
    xobject: Any = None

    @property
    def mcid(self) -> int | None:
        """Return the MCID of the innermost sequence that has one."""
        return next((s.mcid for s in reversed(self.stack) if s.mcid is not None), None)

    @property
    def is_artifact(self) -> bool:
        """Tell whether an artifact is open."""
        return any(s.tag == "Artifact" for s in self.stack)


def interpret(index: int, contents: Any, resources: Any, reader: PdfReader) -> Iterator[Painted]:  # noqa: C901 - one branch per operator
    """Yield what a content stream paints."""
    stack: list[Sequence] = []
    font, mode, saved = None, 0, []
    for operands, operator in ContentStream(contents, reader).operations:
        if operator in (b"BDC", b"BMC"):
            stack.append(_sequence(operands, resources))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"q":
            saved.append((font, mode))
        elif operator == b"Q":
            font, mode = saved.pop()
        elif operator == b"Tf":
            font = resources["/Font"][operands[0]]
        elif operator == b"Tr":
            mode = int(operands[0])
        elif operator in _TEXT:
            shown = _codes(operands)
            yield Painted(index, operator.decode(), tuple(stack), font, shown, mode)
        elif operator == b"Do":
            xobject = resources["/XObject"][operands[0]]
            yield Painted(index, "Do", tuple(stack), xobject=xobject)
        elif operator in _PATHS | _OTHERS:
            yield Painted(index, operator.decode(), tuple(stack))
    if stack:
        raise ValueError(f"page {index + 1}: marked content is not closed")


def _sequence(operands: list[Any], resources: Any) -> Sequence:
    """Return the sequence that BMC or BDC opens."""
    properties: Any = operands[1] if len(operands) > 1 else {}
    if isinstance(properties, str):
        properties = resources["/Properties"][properties]
    mcid = properties.get("/MCID")
    return Sequence(str(operands[0])[1:], None if mcid is None else int(mcid), properties)


def _codes(operands: list[Any]) -> bytes:
    """Return the character codes that a text operator shows."""
    parts = operands[-1] if isinstance(operands[-1], list) else [operands[-1]]
    return b"".join(_bytes(part) for part in parts)


def _bytes(value: Any) -> bytes:
    """Return the bytes of a string operand, numbers of TJ give none."""
    if isinstance(value, TextStringObject):
        return value.original_bytes
    return bytes(value) if isinstance(value, ByteStringObject) else b""
