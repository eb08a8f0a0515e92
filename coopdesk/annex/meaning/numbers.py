"""Figures the way annexes write them: thousands and decimals of a whole column, signs for what is secret or missing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from coopdesk.annex.model import FigureState
from coopdesk.annex.sheet.model import Cell, CellKind

_SUPPRESSED = re.compile(
    r"[<≤] ?\d{1,3}|\d ?- ?4|x{1,3}|\(x\)|\*{1,3}|c|s|geheim|gh|conf\.?|confidentieel|vertrouwelijk|onderdrukt"
    r"|niet gepubliceerd|te weinig|-?99997(?:\.0+)?|kleiner dan \d{1,3}|minder dan \d{1,3}"
)
_MISSING = re.compile(
    r"[-–—/?:]|\.{1,3}|…|n\.?b\.?|n\.?v\.?t\.?|n\.?a\.?|n/a|nvt|nb|onbekend|niet beschikbaar|niet van toepassing|geen"
    r"(?: data| gegevens| cijfers)?|-99999|-99998|null|none|nan"
)
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|#n/[ab]|fout|err(?:or)?:?\d*", re.IGNORECASE)
_POINT_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_POINT_DECIMALS = re.compile(r"[+-]?\d+\.\d+")
_COMMA_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COMMA_DECIMALS = re.compile(r"[+-]?\d+,\d+")
_UNITS = re.compile(
    r"(?P<n>[+-]?[\d.,]*\d)(?P<u>%|procent|pp|euro|eur|€|dagen|dag|uren|uur|personen|pers\.?|km²?|ha|vte)?"
)
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009']+(?=\d{3}(?!\d))")


class NumberStyle(StrEnum):
    """What point and comma stand for in a column."""

    COMMA_DECIMAL = "1.234,5"
    POINT_DECIMAL = "1,234.5"


@dataclass(frozen=True, slots=True)
class FigureRead:
    """A value with its state; `unit` is what stood behind the number, "%" after a percentage format as well."""

    value: Decimal | None
    state: FigureState
    unit: str = ""


def column_style(cells: Iterable[Cell], *, rate: bool = False) -> NumberStyle:
    """How a column writes its numbers; 8.046 alone is thousands, unless another cell or the unit shows otherwise."""
    comma = point = doubtful = 0
    for cell in cells:
        if cell.kind is not CellKind.TEXT:
            continue
        bare = _number_text(cell.text)
        grouped = bool(_POINT_THOUSANDS.fullmatch(bare))
        if _COMMA_DECIMALS.fullmatch(bare) or (grouped and "," in bare):
            comma += 1
        elif grouped:
            doubtful += 1
        elif _POINT_DECIMALS.fullmatch(bare) or (_COMMA_THOUSANDS.fullmatch(bare) and "." in bare):
            point += 1
    if comma:
        return NumberStyle.COMMA_DECIMAL
    if point or (rate and doubtful):
        return NumberStyle.POINT_DECIMAL
    return NumberStyle.COMMA_DECIMAL


def read_figure(  # noqa: PLR0911 (one answer per state)
    cell: Cell, style: NumberStyle = NumberStyle.COMMA_DECIMAL
) -> FigureRead:
    """A figure, or the state that says why there is none; never 0 for what is not 0."""
    if cell.kind is CellKind.BLANK:
        return FigureRead(None, FigureState.MISSING)
    if cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED):
        return FigureRead(None, FigureState.ERROR)
    bare = plain_mark(cell.text)
    if _SUPPRESSED.fullmatch(bare):
        return FigureRead(None, FigureState.SUPPRESSED)
    if _MISSING.fullmatch(bare):
        return FigureRead(None, FigureState.MISSING)
    if cell.kind is CellKind.NUMBER:
        value = Decimal(cell.text)
        return FigureRead(value * 100 if cell.shape == "%" else value, FigureState.OK, cell.shape)
    if cell.kind is CellKind.TEXT and _ERROR.fullmatch(bare):
        return FigureRead(None, FigureState.ERROR)
    return _worded(cell.text, style) or FigureRead(None, FigureState.UNREADABLE)


def plain_mark(text: str) -> str:
    """A sign for missing or secret in one form: small letters, plain minus, single spaces."""
    bare = unicodedata.normalize("NFKC", text).replace("−", "-").casefold()
    return re.sub(r"\s+", " ", bare).strip()


def _worded(text: str, style: NumberStyle) -> FigureRead | None:
    bare = _number_text(text)
    found = _UNITS.fullmatch(bare)
    if found is None:
        return None
    value = parse_number(found["n"], style)
    return None if value is None else FigureRead(value, FigureState.OK, _unit(found["u"] or ""))


def _unit(word: str) -> str:
    return {"procent": "%", "eur": "euro", "€": "euro"}.get(word, word)


def _number_text(text: str) -> str:
    bare = unicodedata.normalize("NFKC", text).replace("−", "-").strip().lower()
    bare = _SPACES.sub("", bare).replace(" ", "").rstrip("*")
    return bare[1:] if bare.startswith("€") else bare


def parse_number(bare: str, style: NumberStyle) -> Decimal | None:
    """Digits with points and commas as that style uses them; None when they do not fit it."""
    thousands, decimals = (".", ",") if style is NumberStyle.COMMA_DECIMAL else (",", ".")
    groups = re.fullmatch(
        rf"([+-]?\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+|[+-]?\d+)(?:{re.escape(decimals)}(\d+))?", bare
    )
    if groups:
        return Decimal(groups[1].replace(thousands, "") + ("." + groups[2] if groups[2] else ""))
    plain = re.fullmatch(r"([+-]?\d+)[.,](\d+)", bare)
    if plain and len(plain[2]) != 3:
        return Decimal(f"{plain[1]}.{plain[2]}")
    return None


_BUDGET = re.compile(
    r"(?:€|eur|euro)? ?(?P<n>-?\d[\d.,]*\d|-?\d) ?(?:,-|,--|\.-)? ?(?P<k>k|duizend|m|mln|miljoen)? ?(?:€|eur|euro)?"
    r"(?: ?(?:/|per) ?(?:jaar|j\.?|maand))?"
)
_FACTORS = {"k": 1_000, "duizend": 1_000, "m": 1_000_000, "mln": 1_000_000, "miljoen": 1_000_000}


def read_budget(cell: Cell) -> int | None:
    """An amount in cents from "12.500 euro", "12,5k", "€ 750,-"; None for "pm" and other words."""
    if cell.kind is CellKind.NUMBER:
        return _cents(Decimal(cell.text))
    if cell.kind is not CellKind.TEXT:
        return None
    bare = _SPACES.sub("", re.sub(r"\s+", " ", unicodedata.normalize("NFKC", cell.text)).strip().lower())
    found = _BUDGET.fullmatch(bare.removesuffix(",-").removesuffix(",--").strip())
    if found is None:
        return None
    digits = found["n"]
    dotted = re.fullmatch(r"-?\d+\.\d{1,2}", digits)
    value = parse_number(digits, NumberStyle.POINT_DECIMAL if dotted else NumberStyle.COMMA_DECIMAL)
    return None if value is None else _cents(value * _FACTORS.get(found["k"] or "", 1))


def _cents(euro: Decimal) -> int:
    return int((euro * 100).quantize(Decimal(1), ROUND_HALF_UP))


def read_share(cell: Cell) -> Decimal | None:
    """Progress from 0 to 1 out of 0.6, 60% or "75 %"; None for anything else."""
    if cell.kind is CellKind.NUMBER:
        value = Decimal(cell.text)
        return value if 0 <= value <= 1 else value / 100 if 1 < value <= 100 else None
    found = re.fullmatch(r"(\d{1,3}(?:[.,]\d+)?) ?%", plain_mark(cell.text))
    if cell.kind is not CellKind.TEXT or found is None:
        return None
    value = Decimal(found[1].replace(",", ".")) / 100
    return value if value <= 1 else None
