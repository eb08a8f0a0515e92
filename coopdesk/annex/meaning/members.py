"""Several municipalities in one cell: "Brakel, Ronse en Zwalm", "Herent / Haacht", one per line, "alle gemeenten"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from coopdesk.annex.meaning.places import PlaceKind, PlaceRead, Setting, read_place
from coopdesk.annex.meaning.register import Register

_ALL = re.compile(
    r"(?:alle|elke|iedere|al de|de|hele|heel het|volledige?|ganse)? ?(?:deelnemende |betrokken |aangesloten )?"
    r"(?:\d+ )?(?:gemeenten?|besturen|lokale besturen|steden en gemeenten|leden|partners|regio"
    r"|regiegebied|werkingsgebied"
    r"|streek|gebied|allen?|alles|allemaal|iedereen|regiobreed"
    r"|regionaal)(?: (?:van|uit|in) (?:de |het |ons )?(?:regio|regiegebied|streek"
    r"|gebied|werkingsgebied"
    r"|samenwerkingsverband))?\.?",
    re.IGNORECASE,
)
_FEWEST, _MOST_PARTS, _LONGEST_NAME = 3, 30, 4  # names with hyphens between them; parts of them; parts of one
# One of them, and not said which.
_ONE = frozenset({"gemeente", "bestuur", "lokaal bestuur"})
_ALL_OF = re.compile(r"alle (?:\d+ )?(?:gemeenten|besturen|lokale besturen|steden)\b.+", re.IGNORECASE)
_BOARDS = re.compile(r"\b(gemeente|stad|gemeentebestuur|stadsbestuur) (?:en|&|\+) (?:het )?ocmw\b", re.IGNORECASE)
# "Geel (+ OCMW)", "Mol en OCMW", but not "Mol en OCMW Balen".
_WITH_OCMW = re.compile(
    r" ?[(\[]?(?:\+|&|\ben\b|\bincl(?:\.|usief)?|\bmet\b|\balsook\b) ?(?:het )?"
    r"o\.?c\.?m\.?w\b\.?[)\]]?(?! (?:van )?[A-Z])",
    re.IGNORECASE | re.ASCII,
)
_ROLE = re.compile(
    r" ?[(\[](?:trekker|penhouder|co[oö]rdinator|centrumstad|trekkersrol|voorzitter|beherende gemeente|lead|regisseur"
    r"|kartrekker|hoofdplaats|secretariaat|promotor|aanvrager)[)\]]",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:de )?(?:(?:\d+ )?(?:deelnemende |betrokken |volgende )?(?:steden en gemeenten|gemeenten en steden"
    r"|stad en gemeenten?|steden|gemeenten|gemeentes|lokale besturen|besturen|ocmw's))(?: van)?[ :\n]+(?=\S)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|[\s,;])\(?\d{1,2}[.)°] ?(?=[^\W\d])")
_ON = re.compile(r"\bo/d\b\.?", re.IGNORECASE)
_STRONG = re.compile(
    r"[\n\r;,+•·|]+| / |/| (?:en ook|en|&|alsook|evenals|samen met) | [-–—] |(?<=[\n;,+•·|])\s*(?:en|alsook) ",
    re.IGNORECASE,
)
# "Denderregio: Aalst, Ninove", "Cluster 3 - Bree / Pelt", "Zuid (Mol, Geel)": what stands before the members.
_LABELLED = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"(?P<label>[^:;,\n/]{2,60}?) ?:\s*(?P<rest>\S.*)",
        r"(?P<label>[^():;,\n/]{2,60}?) ?\((?P<rest>[^()]{5,})\)\.?",
        r"(?P<label>(?:cluster|regio|zone|groep|verband|streek|deelgebied)\b[^\-–—:;,\n/]{0,30}?) [-–—] (?P<rest>\S.*)",
    )
)
_GENERAL = re.compile(
    r"(?:\d+ )?(?:(?:deelnemende|betrokken|aangesloten|volgende) )?(?:leden|lid|deelnemers?|partners?|bestaat uit|met"
    r"|samengesteld uit|samenstelling|(?:lokale )?besturen|gemeenten?|steden en gemeenten|steden)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MembersRead:
    """The municipalities of a cell; `everyone` for "alle gemeenten", `vague` for all of something not named here;
    `label` is the name that stands before them."""

    places: tuple[PlaceRead, ...] = ()
    everyone: bool = False
    vague: bool = False
    label: str = ""


def says_everyone(text: str) -> bool:
    """Whether a cell names all members at once: "alle gemeenten"."""
    bare = " ".join(text.split())
    return bool(bare) and _ALL.fullmatch(bare) is not None and bare.lower() not in _ONE


def read_members(text: str, register: Register, setting: Setting) -> MembersRead:
    """One or more municipalities, in the order written, each once."""
    bare = re.sub(r"[ \t\u00a0\u202f]+", " ", text).strip()
    if not bare:
        return MembersRead()
    if says_everyone(bare):
        return MembersRead(everyone=True)
    if _ALL_OF.fullmatch(bare):
        return MembersRead(vague=True)
    label, members = labelled(bare, register)
    if members:
        return replace(_listed(members, register, setting), label="" if _GENERAL.fullmatch(label) else label)
    return _listed(bare, register, setting)


@lru_cache(maxsize=20_000)
def labelled(text: str, register: Register) -> tuple[str, str]:
    """The name before the members of a cell and the members, both empty where a cell has no such name: what stands
    behind it must be municipalities, and more than one where the name could be a municipality's too."""
    for pattern in _LABELLED:
        found = pattern.fullmatch(text.strip())
        if found is None:
            continue
        setting = Setting(None, flemish=True)
        kinds = [place.kind for place in _listed(found["rest"], register, setting).places]
        named = read_place(found["label"], register, setting).kind
        if kinds and set(kinds) == {PlaceKind.MATCHED} and named in (PlaceKind.UNKNOWN, PlaceKind.AGGREGATE):
            general = _GENERAL.fullmatch(found["label"]) or named is PlaceKind.AGGREGATE
            if len(kinds) > 1 or general:
                return found["label"].strip(), found["rest"].strip()
    return "", ""


def _listed(bare: str, register: Register, setting: Setting) -> MembersRead:
    whole = read_place(bare, register, setting)
    # "Panne, De" is one name although a comma stands in it.
    if whole.kind in (PlaceKind.MATCHED, PlaceKind.AGGREGATE):
        return MembersRead((whole,))
    joined = _ON.sub("op den", _BOARDS.sub(r"\1_en_ocmw", _PREFIX.sub("", _NUMBERED.sub("\n", _ROLE.sub("", bare)))))
    joined = _WITH_OCMW.sub("_en_ocmw", joined)
    pieces = [piece.strip(" .-–*\t") for piece in _STRONG.split(joined)]
    found = [read_place(_PREFIX.sub("", piece).replace("_en_ocmw", " en ocmw"), register, setting)
             for piece in pieces if piece]  # fmt: skip
    if len(found) == 1 and found[0].kind is PlaceKind.UNKNOWN and (hyphened := _hyphened(bare, register, setting)):
        return MembersRead(tuple(hyphened))
    if len(found) == 1:
        return MembersRead((found[0] if found[0].kind is PlaceKind.MATCHED else whole,))
    unique = {(place.nis or place.name, place.party): place for place in found}
    return MembersRead(tuple(unique.values()))


def _hyphened(bare: str, register: Register, setting: Setting) -> list[PlaceRead]:
    """The members of "Mechelen-Bornem-Puurs-Sint-Amands": three names or more, in the one way that parts it into names
    of municipalities; none where there are several ways, since hyphens stand within names as well."""
    parts = re.split(r"(?<=\w)-(?=\w)", bare)
    if not _FEWEST <= len(parts) <= _MOST_PARTS:
        return []
    ways: list[list[list[PlaceRead]]] = [[[]]]
    for end in range(1, len(parts) + 1):
        ways.append([
            [*way, place]
            for begin in range(max(0, end - _LONGEST_NAME), end)
            if (place := read_place("-".join(parts[begin:end]), register, setting)).kind is PlaceKind.MATCHED
            for way in ways[begin]
        ])  # fmt: skip
    return ways[-1][0] if len(ways[-1]) == 1 and len(ways[-1][0]) >= _FEWEST else []
