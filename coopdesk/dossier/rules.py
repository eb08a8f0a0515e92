"""The rules of a dossier's choices: standard parts per kind of reader, order and ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coopdesk.dossier.setup import DossierSetup, Part, Readers

ALL = tuple(Part)
_LEFT_OUT = {
    Readers.COUNCIL: {Part.CONTACTS},
    Readers.VDAB: {Part.SUMMARY, Part.CONTACTS},
    Readers.STEERING_GROUP: {Part.PARTIES, Part.SITUATION, Part.ARTICLES, Part.SIGNATURES, Part.CONTACTS},
    Readers.OWN: {Part.CONTACTS},
}
FIRST = (Part.COVER, Part.CONTENTS)


def standard(area_id: str, readers: Readers = Readers.COUNCIL) -> DossierSetup:
    """The dossier for these readers as nobody has changed it: contacts are never in it, tables under charts are left
    out for a steering group, which knows its figures."""
    chosen = tuple(part.value for part in ALL if part not in _LEFT_OUT[readers])
    parts = tuple(part.value for part in ALL)
    return DossierSetup(
        id="", area_id=area_id, readers=readers, parts=parts, chosen=chosen, twins=readers is not Readers.STEERING_GROUP
    )


def for_readers(setup: DossierSetup, readers: Readers) -> DossierSetup:
    """The same dossier with the standard parts of other readers; *own* keeps what was chosen."""
    if readers is Readers.OWN:
        return replace(setup, readers=readers)
    fresh = standard(setup.area_id, readers)
    return replace(setup, readers=readers, parts=fresh.parts, chosen=fresh.chosen, twins=fresh.twins)


def ticked(setup: DossierSetup, part: Part, *, on: bool) -> DossierSetup:
    """The dossier with or without a part; it then is a choice of one's own."""
    chosen = set(setup.chosen) | {part.value} if on else set(setup.chosen) - {part.value}
    return replace(setup, readers=Readers.OWN, chosen=tuple(name for name in setup.parts if name in chosen))


def moved(setup: DossierSetup, part: Part, places: int) -> DossierSetup:
    """The dossier with a part so many places down (or up); cover and contents stay in front."""
    movable = [name for name in ordered(setup) if name not in FIRST]
    if part not in movable:
        return setup
    at = movable.index(part)
    to = min(max(at + places, 0), len(movable) - 1)
    if to == at:
        return setup
    movable.insert(to, movable.pop(at))
    parts = (*(p.value for p in FIRST), *(p.value for p in movable))
    return replace(setup, readers=Readers.OWN, parts=parts, chosen=tuple(n for n in parts if n in setup.chosen))


def ordered(setup: DossierSetup) -> tuple[Part, ...]:
    """Every part once, in the chosen order; parts this program does not know fall out, new ones come last."""
    known = _known(setup.parts)
    return (*known, *(part for part in ALL if part not in known))


def printed(setup: DossierSetup) -> tuple[Part, ...]:
    """The chosen parts in their order."""
    return tuple(part for part in ordered(setup) if part.value in setup.chosen)


def _known(names: Sequence[str]) -> tuple[Part, ...]:
    codes = {part.value for part in ALL}
    return tuple(dict.fromkeys(Part(name) for name in names if name in codes))
