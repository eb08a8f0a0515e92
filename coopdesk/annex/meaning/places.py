"""Which municipality a cell means: by code, by name, by alternative names and by date; never by likeness alone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from coopdesk.annex.meaning.register import Municipality, Register, fold
from coopdesk.annex.model import Party


class PlaceKind(StrEnum):
    """What was found. Only MATCHED is a municipality beyond doubt."""

    MATCHED = "matched"
    PART = "deelgemeente"
    AMBIGUOUS = "ambiguous_name"
    UNKNOWN = "unknown_place"
    AGGREGATE = "aggregate"
    OUTSIDE = "outside_flanders"


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A place as read; `nis` is the municipality, or for a doubt the one that could be meant if there is just one."""

    kind: PlaceKind
    nis: str = ""
    name: str = ""
    party: Party = Party.MUNICIPALITY
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a name stands: the day that counts, and whether its neighbours are Flemish municipalities, which settles
    names that exist across the border as well."""

    day: date | None = None
    flemish: bool = False


_BOTH = r"(?:gemeente|stad|gemeentebestuur|stadsbestuur)(?:bestuur)? ?(?:en|&|\+|/) ?(?:het )?ocmw"
_PREFIXES = (
    (re.compile(rf"^(?:{_BOTH}|ocmw (?:en|&|\+) (?:gemeente|stad))(?: van)?[ :]+", re.IGNORECASE), Party.BOTH),
    (re.compile(r"^(?:o\.?c\.?m\.?w\.?|sociaal huis)(?: van)?[ :\-]+", re.IGNORECASE), Party.OCMW),
    (
        re.compile(
            r"^(?:de )?(?:(?:stad|gemeente|stadsbestuur|gemeentebestuur|gem\.|lokaal bestuur|lb|bestuur)(?: van)?"
            r"|(?:ville|commune)(?: de)?)[ :]+",
            re.IGNORECASE,
        ),
        Party.MUNICIPALITY,
    ),
)
_SUFFIXES = (
    (re.compile(rf"[ ,(][ ,(\-]*{_BOTH}\)?$", re.IGNORECASE), Party.BOTH),
    (
        re.compile(
            r"[ ,(\[]*(?:\+|&|(?<=[ (])en|(?<=[ (])met|incl(?:\.|usief)?) ?(?:het )?o\.?c\.?m\.?w\.?[)\]]?$", re.I
        ),
        Party.BOTH,
    ),
    (re.compile(r"[ ,(\-]+o\.?c\.?m\.?w\.?\)?$", re.IGNORECASE), Party.OCMW),
    (re.compile(r"[ ,(]+(?:stad|gemeente|gem\.|lokaal bestuur)\)?$", re.IGNORECASE), Party.MUNICIPALITY),
)
_MUNICIPAL = r"(?:gemeente|stad|gemeentebestuur|stadsbestuur|stads- en gemeentebestuur)"
_BOARDS = (
    (re.compile(rf"{_BOTH}|ocmw ?(?:en|&|\+|/) ?{_MUNICIPAL}|beide(?: besturen)?", re.IGNORECASE), Party.BOTH),
    (re.compile(r"o\.?c\.?m\.?w\.?(?:-?bestuur)?|sociaal huis|welzijnsvereniging", re.IGNORECASE), Party.OCMW),
    (re.compile(_MUNICIPAL, re.IGNORECASE), Party.MUNICIPALITY),
)
_AGGREGATE = re.compile(
    r"^(?:prov\.?|provincies?|province|arr\.?|arrondissements?|regio|referentieregio|zorgregio|eerstelijnszones?|elz|zone"
    r"|kanton|streek|regiegebied|(?:het )?vlaams(?:e)? gewest|gewest|région|vlaanderen|belgi[ëe]|belgique|belgium"
    r"|(?:het )?rijk|brussels (?:hoofdstedelijk )?gewest|waals gewest|wallonië"
    r"|(?:duitstalige|vlaamse|franse) gemeenschap|europa|europese unie|eu-?\d*|benchmark|centrumsteden"
    r"|clusters?)(?=\W|$)"
    r"|^.*\b(?:totaal|gemiddelde?)$"
    r"|\((?:arr\.?|arrondissement|prov\.?|provincie|gewest)\)$",
    re.IGNORECASE,
)
_NO_MUNICIPALITY = re.compile(
    r"^(?:pz|politiezone|hvz|hulpverleningszone|agb|ilv|igs|ovi?|vzw|cvba|sportregio|(?:vlaams )?agentschap|departement"
    r"|provinciebestuur|intercommunale|beleids(?:domein|veld)|rijksdienst|fod|kabinet|vlaamse overheid)\b",
    re.I,
)
_QUALIFIED = re.compile(r"^(?P<name>[^()]+?) ?\((?P<tail>[^()]*)\)$")
_TIMED = re.compile(
    r"^(?:v[óo][óo]r|tot|t\.?e\.?m\.?|na|sinds|vanaf|nieuw|oud|oude|voorlopige|fusie|ex|deels|gefus)", re.I
)
_BEFORE = re.compile(r"^(?:v[óo][óo]r|tot|t\.?e\.?m\.?|oude?)\b.*?(?P<year>[12]\d{3})?", re.IGNORECASE)
_CODED = re.compile(r"^(?P<a>\d{5})[ :\-–,]+(?P<n>\D.*)$|^(?P<m>\D.*?)[ :\-–,]*[(\[]?(?:NIS:? ?)?(?P<b>\d{5})[)\]]?$")
_POSTED = re.compile(r"^(?:B-? ?)?\d{4}[ \-–]+(?=[^\W\d])", re.IGNORECASE)
_ARTICLE = re.compile(r"^([^,(]+)(?:, ?| ?\()(de|het|la|le)\)?$", re.IGNORECASE)
_MARKS = re.compile(r"[*¹²³†‡°]+| ?\(\d\)$")
# French names of arrondissements as Statbel and Eurostat write them behind a name.
_FRENCH = {
    "halvilvorde": "hallevilvoorde", "sintnicolas": "sintniklaas", "alost": "aalst", "anvers": "antwerpen",
    "malines": "mechelen", "louvain": "leuven", "bruges": "brugge", "dixmude": "diksmuide", "ypres": "ieper",
    "courtrai": "kortrijk", "ostende": "oostende", "roulers": "roeselare", "furnes": "veurne", "gand": "gent",
    "ovl": "oostvlaanderen", "wvl": "westvlaanderen", "vlbr": "vlaamsbrabant", "vlb": "vlaamsbrabant",
    "antw": "antwerpen", "ant": "antwerpen", "limb": "limburg", "lim": "limburg", "brab": "vlaamsbrabant",
    "termonde": "dendermonde", "audenarde": "oudenaarde", "tongres": "tongeren", "bruxelles": "brussel",
}  # fmt: skip
# A municipality of the Netherlands has this name too, so the name alone does not say which one is meant.
_ABROAD = frozenset({"zwijndrecht"})
# Belgium, the regions, the provinces and the arrondissements; other round numbers are figures.
_AREAS = frozenset(
    [f"{n:02}000" for n in (*range(1, 5), *range(10, 14), 21, *range(23, 26), *range(30, 39), *range(40, 47),
                            *range(50, 59), *range(60, 65), *range(70, 74), *range(80, 86), *range(90, 94))]
    + ["20001", "20002"]
)  # fmt: skip


@lru_cache(maxsize=50_000)
def read_nis(text: str) -> str:
    """A NIS code of five digits out of 11001, 11001.0, " 2000 "; empty when it is no such code."""
    found = re.fullmatch(r"(?:NIS|BE)?[ -]?(\d{4,5})(?:\.0+)?", re.sub(r"[\s\u00a0]+", "", text), re.IGNORECASE)
    return found[1].zfill(5) if found else ""


def read_code(nis: str, register: Register) -> PlaceKind:
    """What a code stands for: a Flemish municipality, a region, province or arrondissement, or somewhere else."""
    if nis in register.by_nis:
        return PlaceKind.MATCHED
    if nis in _AREAS:
        return PlaceKind.AGGREGATE
    return PlaceKind.OUTSIDE if nis[:2] in ("21", "25") or nis[0] in "5689" else PlaceKind.UNKNOWN


@lru_cache(maxsize=50_000)
def read_place(text: str, register: Register, setting: Setting = Setting()) -> PlaceRead:
    """One municipality, as written."""
    bare = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    marked = _MARKS.search(bare) is not None
    bare = _MARKS.sub("", bare).strip(" ,;:")
    coded = _coded(bare, register)
    if coded is not None:
        return coded
    bare = _POSTED.sub("", bare)
    if not any(map(str.isalpha, bare)):
        return PlaceRead(PlaceKind.UNKNOWN, name=bare, marked=marked)
    if _AGGREGATE.search(bare):
        return PlaceRead(PlaceKind.AGGREGATE, name=bare, marked=marked)
    # "Herk de Stad" is a name as it stands.
    bare, party = (bare, Party.MUNICIPALITY) if register.named(bare) else _party(bare)
    bare = _ARTICLE.sub(r"\2 \1", bare)
    if _NO_MUNICIPALITY.match(bare):
        return PlaceRead(PlaceKind.UNKNOWN, name=bare, party=party, marked=marked)
    if nis := register.decided.get(fold(bare), ""):
        return PlaceRead(PlaceKind.MATCHED, nis, register.by_nis[nis].name, party, marked)
    found = _bilingual(bare, register, setting) or _qualified(bare, register, setting)
    return PlaceRead(found.kind, found.nis, found.name or bare, party, marked)


def _coded(bare: str, register: Register) -> PlaceRead | None:
    """ "41002 Aalst" or "Aalst (41002)": code and name in one cell, which must not contradict each other."""
    found = _CODED.match(bare) if re.search(r"\d{5}", bare) else None
    if found is None:
        return None
    nis, name = (found["a"], found["n"]) if found["a"] else (found["b"], found["m"])
    kind = read_code(nis, register)
    if kind is not PlaceKind.MATCHED:
        return None if kind is PlaceKind.UNKNOWN else PlaceRead(kind, name=name)
    known = register.by_nis[nis]
    named = read_place(name, register, Setting(None, flemish=True))
    if nis in {m.nis for m in register.named(named.name)}:
        return PlaceRead(PlaceKind.MATCHED, nis, known.name, named.party)
    return PlaceRead(PlaceKind.AMBIGUOUS, nis, name, named.party)


def board_of(text: str) -> Party | None:
    """Which board a cell of such a column says takes part: "stad", "OCMW", "gemeente en OCMW"; None for other words."""
    bare = " ".join(text.split())
    return next((party for pattern, party in _BOARDS if pattern.fullmatch(bare)), None)


def is_aggregate(name: str) -> bool:
    """Whether a name says itself that it is a province, an arrondissement or the whole, whatever code stands beside."""
    return _AGGREGATE.search(name.strip()) is not None


def is_body(name: str) -> bool:
    """Whether a name says that it is a police zone, a company or the like: lists of figures have rows for those."""
    return _NO_MUNICIPALITY.match(name.strip()) is not None


def _party(bare: str) -> tuple[str, Party]:
    for pattern, party in _PREFIXES:
        if found := pattern.match(bare):
            return bare[found.end() :].strip(), party
    for pattern, party in _SUFFIXES:
        if found := pattern.search(bare):
            return bare[: found.start()].strip(), party
    return bare, Party.MUNICIPALITY


def _bilingual(bare: str, register: Register, setting: Setting) -> PlaceRead | None:
    """Both sides of "Ronse / Renaix" mean the same municipality; then that is the one."""
    sides = [side.strip() for side in re.split(r" ?/ ?| \| ", bare) if side.strip()]
    if len(sides) != 2:
        return None
    first, second = (_qualified(side, register, setting) for side in sides)
    return first if first.kind is PlaceKind.MATCHED and first.nis == second.nis else None


def _qualified(bare: str, register: Register, setting: Setting) -> PlaceRead:
    found = _QUALIFIED.match(bare)
    if found is None:
        return _named(bare, register.named(bare), register, setting)
    name, tail = found["name"], found["tail"].strip()
    those = register.named(name)
    if before := _BEFORE.match(tail):
        year = before["year"]
        those = [m for m in those if m.last is not None and (not year or m.last.year < int(year) + 1)] or those
        return _named(name, those, register, Setting(None, setting.flemish))
    if _TIMED.match(tail):
        return _named(name, those, register, setting)
    key = _FRENCH.get(fold(tail), fold(tail))
    kept = [m for m in those if key in (fold(m.arrondissement), fold(m.province))]
    if kept and setting.day is None:
        # Lists that put the arrondissement behind a name are older than the mergers that kept a name under a new code.
        return PlaceRead(PlaceKind.MATCHED, kept[-1].nis, kept[-1].name)
    also = {m.nis for m in register.named(tail)}
    kept = kept or [m for m in those if m.nis in also]
    return _named(name, kept, register, setting) if kept else _part(name, register, those, tail)


def _part(name: str, register: Register, those: list[Municipality], tail: str) -> PlaceRead:
    """A namesake elsewhere: a sub-municipality if one of that name is known, else a doubt."""
    if register.is_brussels(name) and fold(tail).startswith(("brus", "brux")):
        return PlaceRead(PlaceKind.OUTSIDE, "", name)
    parts = register.parts(name)
    near = [p for p in parts if fold(tail) in fold(p.qualifier) or _lies_in(register, p.nis, tail)] or parts
    several = {p.nis for p in near}
    nis = several.pop() if len(several) == 1 else ""
    if parts:
        return PlaceRead(PlaceKind.PART, nis, name)
    return PlaceRead(PlaceKind.AMBIGUOUS if those else PlaceKind.UNKNOWN, "", name)


def _lies_in(register: Register, nis: str, tail: str) -> bool:
    one = register.by_nis.get(nis)
    key = re.sub(r"^bij", "", _FRENCH.get(fold(tail), fold(tail)))
    return one is not None and key in (fold(one.arrondissement), fold(one.province), fold(one.name))


def _named(name: str, those: list[Municipality], register: Register, setting: Setting) -> PlaceRead:
    if not those:
        return _unnamed(name, register)
    if fold(name) in _ABROAD and not setting.flemish:
        return PlaceRead(PlaceKind.AMBIGUOUS, those[0].nis, name)
    if setting.day is None:
        return PlaceRead(PlaceKind.MATCHED, those[0].nis, those[0].name)
    valid = [m for m in those if m.on(setting.day)]
    if len(valid) == 1:
        return PlaceRead(PlaceKind.MATCHED, valid[0].nis, valid[0].name)
    if valid:
        return PlaceRead(PlaceKind.AMBIGUOUS, "", name)
    return PlaceRead(PlaceKind.AMBIGUOUS, register.now(those[0], setting.day), name)


def _unnamed(name: str, register: Register) -> PlaceRead:
    key = fold(name)
    if key in register.provinces:
        return PlaceRead(PlaceKind.AGGREGATE, "", name)
    if register.is_brussels(name):
        return PlaceRead(PlaceKind.OUTSIDE, "", name)
    parts = register.parts(name)
    if parts:
        several = {p.nis for p in parts}
        return PlaceRead(PlaceKind.PART, several.pop() if len(several) == 1 else "", name)
    return PlaceRead(PlaceKind.UNKNOWN, "", name)
