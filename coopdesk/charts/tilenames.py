"""Names and abbreviations of municipalities, broken so that they fit a tile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain, combinations, count

from coopdesk.charts.fonts import width
from coopdesk.charts.lattice import Kind

LEADING = 1.12
NEARLY = 0.05  # share of names that may be smaller than the rest
PADDING = 5.0
_VOWELS = "aeiouyAEIOUY"
_ENDINGS = (
    *("bergen", "mechelen", "munster", "kerken", "kerke", "kerzeel", "donk", "beke", "gem", "hove"),
    *("zele", "heuvel", "monde", "leeuw", "huizen", "broek", "hout", "wezel", "laar", "rode", "berg"),
    *("dijk", "voorde", "kapelle", "duin", "werpen", "drecht", "burg", "brugge", "poort"),
    *("stede", "hoven", "velde", "lede", "lare", "mark"),
)
_CUT = re.compile(rf"(?<=[{_VOWELS}])([^{_VOWELS}]*?)(sch|ch|[^{_VOWELS}])(?=[{_VOWELS}])")


def abbreviations(names: Iterable[str]) -> dict[str, str]:
    """Three letters per name, all different, starting with the first letter of the name."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (len(n), n)):
        parts = re.findall(r"[A-Za-zÀ-ÿ]+", name)
        letters = "".join(parts)
        starts = "".join(p[0].upper() for p in parts)
        first = [(starts + parts[-1][1:])[:3]] if len(parts) > 1 else []
        first.append(letters[:3].capitalize())
        later = ("".join((letters[0], letters[i], letters[j])) for i, j in combinations(range(1, len(letters)), 2))
        numbered = (f"{name[:2]}{n}" for n in count(1))  # codes, and names too short to tell apart
        tries = chain(first, later if letters else (), numbered)
        code = next(c for c in tries if c and c.lower() not in taken)
        taken.add(code.lower())
        found[name] = code
    return found


def syllables(word: str) -> list[str]:
    """A word cut before a common ending of place names, else before the last consonant of a group."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return [word[: -len(ending)], ending]
    cut = _CUT.sub(lambda m: f"{m[1]}\0{m[2]}", word).split("\0")
    parts = [cut[0]]
    for i, piece in enumerate(cut[1:], 1):
        if len(parts[-1]) < 3 or len("".join(cut[i:])) < 3:
            parts[-1] += piece
        else:
            parts.append(piece)
    return parts


def broken(name: str, room: float, size: float) -> list[str]:
    """A name in as few lines as fit the room: at hyphens and spaces first, then at syllables."""
    pieces = [p for p in re.split(r"(?<=-)| ", name) if p]
    atoms: list[tuple[str, bool]] = []
    for piece in pieces:
        if width(piece, size) <= room:
            atoms.append((piece, False))
        else:
            cut = syllables(piece)
            atoms += [(s, i < len(cut) - 1) for i, s in enumerate(cut)]
    lines: list[str] = []
    soft = False
    for atom, more in atoms:
        glue = "" if soft or (lines and lines[-1].endswith("-")) else " "
        joined = f"{lines[-1]}{glue}{atom}" if lines else atom
        if lines and width(joined + ("-" if more else ""), size) <= room:
            lines[-1] = joined
        else:
            if lines and soft:
                lines[-1] += "-"
            lines.append(atom)
        soft = more
    return lines


def room_at(kind: Kind, tile: float, offset: float) -> float:
    """Width of a tile at a height above or below its middle."""
    if kind == "square":
        return tile - PADDING
    side, radius = tile / 3**0.5 / 2, tile / 3**0.5
    if abs(offset) <= side:
        return tile - PADDING
    return max(0.0, tile * (radius - abs(offset)) / (radius - side) - PADDING)


def fits(kind: Kind, tile: float, lines: list[str], size: float) -> bool:
    """Whether lines of a size stay inside a tile, tops and bottoms included."""
    for k, line in enumerate(lines):
        middle = size * LEADING * (k - (len(lines) - 1) / 2)
        reach = abs(middle) + size * 0.36
        if reach > tile / 2 or width(line, size) > room_at(kind, tile, reach):
            return False
    return True


def named(kind: Kind, name: str, tile: float, size: float) -> list[str]:
    """A name in lines that fit a tile at this size, or nothing."""
    for share in (1.0, 0.85, 0.7):
        lines = broken(name, (tile - PADDING) * share, size)
        if fits(kind, tile, lines, size):
            return lines
    return []


def tile_lines(
    kind: Kind, names: Mapping[str, str], tile: float, size: float, least: float
) -> dict[str, tuple[float, list[str]]]:
    """Letters and lines per tile: names when nearly all fit, else abbreviations, else nothing."""
    short = abbreviations(names.values())
    allowed = NEARLY * len(names)
    if sum(not named(kind, n, tile, least) for n in names.values()) > allowed:
        letters_fit = all(fits(kind, tile, [short[n]], least) for n in names.values())
        return {code: (least, [short[n]] if letters_fit else []) for code, n in names.items()}
    steps = [size - (size - least) * k / 6 for k in range(7)]
    texts: dict[str, tuple[float, list[str]]] = {}
    for letters in steps:
        found = {code: named(kind, n, tile, letters) for code, n in names.items()}
        if sum(not lines for lines in found.values()) <= allowed:
            texts = {code: (letters, lines) for code, lines in found.items() if lines}
            break
    for code in names.keys() - texts.keys():
        tries = ((s, named(kind, names[code], tile, s)) for s in steps)
        texts[code] = next((t for t in tries if t[1]), (least, [short[names[code]]]))
    return texts
