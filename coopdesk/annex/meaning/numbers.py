"""Figures the way annexes write them: thousands and decimals of a whole column, signs for what is secret or missing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from coopdesk.annex.model import FigureState
from coopdesk.annex.sheet.model import Cell, CellKind

THOUSANDS = "thousands_or_decimals"
FRACTION = "fraction_or_percentage"
_FEWEST = 3
# How the numbers begin that stand for something secret or missing: -99997, -99998, -99999.
_MARKED = "-9999"
_SUPPRESSED = re.compile(
    r"[(\[]?(?:n? ?[<≤] ?=? ?\d{1,3}|(?:tussen )?\d ?(?:-|tot(?: en met)?|t\.?e\.?m\.?|t/m|en|à) ?(?:4|5|9)"
    r"|x{1,3}|\*{1,3}|c|s|geheim|geh\.|gh|conf\.?|confidentieel|confidential|vertrouwelijk|vertr\.?"
    r"|onderdrukt|privacy|gdpr|suppressed"
    r"|niet (?:gepubliceerd|publiceerbaar|vrijgegeven|getoond|weergegeven|meegedeeld)"
    r"|te weinig(?: waarnemingen| personen)?"
    r"|te klein(?: aantal)?|te kleine aantallen|klein aantal|weggelaten|verborgen|afgeschermd|-?99997(?:\.0+)?"
    r"|(?:kleiner|minder|lager) dan \d{1,3}|onder de \d{1,3})[)\]]?"
    r"(?: ?[(\[](?:privacy|gdpr|avg|klein aantal|n? ?[<≤] ?\d{1,3})[)\]])?"
)
_MISSING = re.compile(
    r"[(\[]?(?:leeg|blanco|[-–—/?:]|-{2,3}|\.{1,3}|…|n\.? ?n?\.?b\.?|n\.?v\.?t\.?|n\.?a\.?|n\.?d\.?|n\.g\."
    r"|n/[abd]|g\.?g\.?"
    r"|onbekend|onb\.|ontbreekt|ontbrekend|niet bekend"
    r"|niet beschikbaar|niet van toepassing|nog niet (?:beschikbaar|gekend|bekend)|niet gekend|geen"
    r"(?: data| gegevens| cijfers?| info)?|-99999|-99998|null|none|nan|missing|<na>|volgt)[)\]]?"
)
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|#n/[ab]|fout|err(?:or)?:?\d*|#{2,}", re.IGNORECASE)
_ZERO = frozenset({"nihil", "nul", "zero"})
_POINT_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_POINT_DECIMALS = re.compile(r"[+-]?\d+\.\d+")
_COMMA_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COMMA_GROUP = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_UNIT_BEHIND = re.compile(r"(?<=\d)(?:%|[a-z€.²]+)$")
_COMMA_DECIMALS = re.compile(r"[+-]?\d+,\d+")
_UNITS = re.compile(
    r"(?P<n>[+-]?[\d.,]*\d)(?P<u>%|procent|pct\.?|p\.?c\.?|pp|euro|eur|€|dagen|dag|uren|uur|personen|pers\.?|km²?|km2|ha|vte|inw\.?"
    r"|inwoners|jobs|banen|eenheden|werkzoekenden|werklozen)?"
)
_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f\u2009'’`]+(?=\d{3}(?!\d))")


# The mark of a footnote behind a number: 1.234*, 72,6(p), 72,6 (2).
_FOOTED = re.compile(r"(?<=[\d%])(?:\*+|\([a-z0-9*]{1,2}\)|[¹²³]|[rpe])$")


FRACTIONS = "fraction"  # said of a column that writes 0.72 for 72%


class NumberStyle(StrEnum):
    """What point and comma stand for in a column."""

    COMMA_DECIMAL = "1.234,5"
    POINT_DECIMAL = "1,234.5"


class FigureRead(NamedTuple):
    """A value with its state; `unit` is what stood behind the number, "%" after a percentage format as well."""

    value: Decimal | None
    state: FigureState
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How a column writes its numbers: what point and comma stand for, whether its numbers are fractions of a hundred,
    and the doubt that only a person can settle."""

    marks: NumberStyle = NumberStyle.COMMA_DECIMAL
    fractions: bool = False
    doubt: str = ""


@dataclass(slots=True)
class _Signs:
    """What the numbers of a column show about points and commas."""

    comma: int = 0
    point: int = 0
    point_groups: int = 0
    comma_groups: int = 0
    thousands: int = 0


def column_style(cells: Sequence[Cell], *, rate: bool = False, count: bool = False) -> Style:
    """How a column writes its numbers, from all of them together.

    8.046 alone is thousands, as Belgians write it, unless another cell or the unit shows otherwise. 86,445 in every
    cell is thousands in a column that counts, decimals in one of rates, and else nobody can tell. A rate that never
    comes above 1 is written as a fraction.
    """
    signs = _signs(cells)
    marks = _marks(signs, rate=rate)
    doubt = ""
    if signs.comma_groups and not signs.comma and not signs.point_groups and not rate:
        marks = NumberStyle.POINT_DECIMAL if count or signs.thousands or signs.point else marks
        doubt = THOUSANDS if marks is NumberStyle.COMMA_DECIMAL else ""
    fractions = _fractions(cells, marks) if rate else ""
    return Style(marks, fractions == "yes", doubt or (FRACTION if fractions == "perhaps" else ""))


def styled(style: Style, said: str) -> Style:
    """The same with what a person said of the column: one of NumberStyle, or FRACTIONS."""
    if said == FRACTIONS:
        return replace(style, fractions=True, doubt="")
    return replace(style, marks=NumberStyle(said), doubt="") if said in set(NumberStyle) else style


def _signs(cells: Iterable[Cell]) -> _Signs:
    signs = _Signs()
    for text in {cell.text for cell in cells if cell.kind is CellKind.TEXT}:
        bare = _UNIT_BEHIND.sub("", _number_text(text))
        if _COMMA_GROUP.fullmatch(bare):
            signs.comma_groups += 1
        elif _POINT_THOUSANDS.fullmatch(bare):
            signs.comma += "," in bare
            signs.point_groups += "," not in bare
        elif _COMMA_DECIMALS.fullmatch(bare):
            signs.comma += 1
        elif _COMMA_THOUSANDS.fullmatch(bare):
            signs.thousands += 1
            signs.point += "." in bare
        elif _POINT_DECIMALS.fullmatch(bare):
            signs.point += 1
    return signs


def _marks(signs: _Signs, *, rate: bool) -> NumberStyle:
    if signs.comma or (signs.comma_groups and not signs.point and not signs.thousands):
        return NumberStyle.COMMA_DECIMAL
    if signs.thousands or signs.point or (rate and signs.point_groups):
        return NumberStyle.POINT_DECIMAL
    return NumberStyle.COMMA_DECIMAL


def _fractions(cells: Iterable[Cell], marks: NumberStyle) -> str:
    """Whether rates are written as 0.726: "yes" when they lie between a tenth and one, "perhaps" when all are small."""
    values = []
    for cell in cells:
        if not cell.filled or cell.shape == "%" or "%" in cell.text:
            continue
        figure = read_figure(cell, Style(marks))
        if figure.value is not None:
            values.append(figure.value)
    if len(values) < _FEWEST or not all(0 <= value <= 1 for value in values) or all(v in (0, 1) for v in values):
        return ""
    return "yes" if sum(value >= Decimal("0.2") for value in values) * 2 > len(values) else "perhaps"


@lru_cache(maxsize=50_000)
def read_figure(cell: Cell, style: Style = Style()) -> FigureRead:
    """A figure, remembered for when it comes back."""
    return figure_in(cell, style)


def figure_in(cell: Cell, style: Style) -> FigureRead:
    """A figure, or the state that says why there is none; never 0 for what is not 0."""
    if cell.kind is CellKind.BLANK:
        return FigureRead(None, FigureState.MISSING)
    if cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED):
        return FigureRead(None, FigureState.ERROR)
    if cell.kind is CellKind.NUMBER and not cell.text.startswith(_MARKED):
        return _number(cell, style)
    return _marked(cell, style)


def _marked(cell: Cell, style: Style) -> FigureRead:
    """A cell with text or with a number that may stand for a state."""
    bare = plain_mark(cell.text)
    if _SUPPRESSED.fullmatch(bare):
        return FigureRead(None, FigureState.SUPPRESSED)
    if _MISSING.fullmatch(bare):
        return FigureRead(None, FigureState.MISSING)
    if cell.kind is CellKind.NUMBER:
        return _number(cell, style)
    if bare in _ZERO:
        return FigureRead(Decimal(0), FigureState.OK)
    if cell.kind is CellKind.TEXT and _ERROR.fullmatch(bare):
        return FigureRead(None, FigureState.ERROR)
    return _worded(cell.text, style) or FigureRead(None, FigureState.UNREADABLE)


def _number(cell: Cell, style: Style) -> FigureRead:
    value = Decimal(cell.text)
    percentage = cell.shape == "%" or style.fractions
    return FigureRead(_times_hundred(value) if percentage else value, FigureState.OK, "%" if percentage else "")


def _times_hundred(value: Decimal) -> Decimal:
    """A fraction as a percentage, without the zeros that a multiplication leaves behind."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    shifted = Decimal((sign, digits, exponent + 2))
    return shifted if exponent <= -2 else Decimal(format(shifted, "f"))


def plain_mark(text: str) -> str:
    """A sign for missing or secret in one form: small letters, plain minus, single spaces."""
    bare = unicodedata.normalize("NFKC", text).replace("−", "-").casefold()
    return re.sub(r"\s+", " ", bare).strip()


def _worded(text: str, style: Style) -> FigureRead | None:
    bare = _number_text(text)
    found = _UNITS.fullmatch(bare)
    if found is None:
        return None
    value = parse_number(found["n"], style.marks)
    unit = _unit(found["u"] or "")
    if value is not None and style.fractions and not unit:
        return FigureRead(_times_hundred(value), FigureState.OK, "%")
    return None if value is None else FigureRead(value, FigureState.OK, unit)


def _unit(word: str) -> str:
    return {"procent": "%", "pct": "%", "pc": "%", "p.c": "%", "eur": "euro", "€": "euro"}.get(
        word.rstrip("."), word.rstrip(".")
    )


def _number_text(text: str) -> str:
    bare = unicodedata.normalize("NFKC", text).replace("−", "-").strip().lower()
    bare = _FOOTED.sub("", _SPACES.sub("", bare).replace(" ", ""))
    return bare.removeprefix("€").removeprefix("eur")


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
