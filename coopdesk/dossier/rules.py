"""The rules of a dossier's choices: standard parts per kind of reader, order and ticks, own presets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from coopdesk.dossier.setup import (
    ACTIONS,
    CONTACTS,
    FIGURES,
    SUBPARTS,
    TABLE,
    TIMELINE,
    DossierSetup,
    Part,
    Preset,
    Readers,
)
from coopdesk.kernel.errors import Invalid
from coopdesk.words.marks import N_

ALL = tuple(Part)
FIRST = (Part.COVER, Part.CONTENTS)
_OLD = {
    "articles": ("vision", "roles", "consultation", "monitoring", "data", "communication", "term"),
    "contacts": ("annex", CONTACTS),
}
"""Names earlier versions kept, and what they have become."""
_CHAPTERS = ("population", "gap", "non_working", "demand", "mobility", "strengths")
_STANDARD: Mapping[Readers, tuple[frozenset[str], tuple[str, ...]]] = {
    # left out of all parts, chosen within parts
    Readers.COUNCIL: (
        frozenset({Part.ONE_PAGE, Part.FOLLOWUP}),
        ("analysis/gap", "analysis/non_working", "analysis/strengths", TABLE, FIGURES),
    ),
    Readers.VDAB: (
        frozenset({Part.ONE_PAGE, Part.SUMMARY, Part.SIGNATURES}),
        (*(f"analysis/{one}" for one in _CHAPTERS), TABLE, TIMELINE, FIGURES, ACTIONS),
    ),
    Readers.STEERING_GROUP: (
        frozenset(ALL) - {Part.COVER, Part.SUMMARY, Part.ANALYSIS, Part.OPPORTUNITIES, Part.PLAN, Part.AGREEMENTS,
                          Part.FOLLOWUP, Part.SOURCES},
        ("analysis/gap", "analysis/strengths", TABLE, TIMELINE),
    ),
    Readers.ONE_PAGE: (frozenset(ALL) - {Part.ONE_PAGE}, ()),
    Readers.OWN: (frozenset({Part.ONE_PAGE}), (*(f"analysis/{one}" for one in _CHAPTERS), TABLE, TIMELINE, FIGURES)),
}  # fmt: skip
_INTERNAL = (Readers.STEERING_GROUP,)
MOST_NAME = 60


def standard(area_id: str, readers: Readers = Readers.COUNCIL) -> DossierSetup:
    """The dossier for these readers as nobody has changed it. Contacts are in none. A steering group knows its figures:
    it gets no tables under charts, and small numbers as they are."""
    left_out, within = _STANDARD[readers]
    parts = _everything(ALL, {})
    chosen = {part.value for part in ALL if part not in left_out} | set(within)
    inside = readers in _INTERNAL
    return DossierSetup(
        id="", area_id=area_id, readers=readers, parts=parts, chosen=tuple(n for n in parts if n in chosen),
        twins=not inside, hides_small=not inside,
    )  # fmt: skip


def for_readers(setup: DossierSetup, readers: Readers) -> DossierSetup:
    """The same dossier with the standard parts of other readers; *own* keeps what was chosen."""
    if readers is Readers.OWN:
        return replace(setup, readers=readers, preset_id="")
    fresh = standard(setup.area_id, readers)
    return replace(
        setup, readers=readers, parts=fresh.parts, chosen=fresh.chosen, twins=fresh.twins,
        hides_small=fresh.hides_small, preset_id="",
    )  # fmt: skip


def ticked(setup: DossierSetup, name: str, *, on: bool, siblings: Sequence[str] = ()) -> DossierSetup:
    """The dossier with or without a part, or what lies within one (then `siblings` are all within it).

    A part of which nothing is left goes as well; a part comes back with what lies within it.
    """
    parts = tuple(dict.fromkeys((*setup.parts, *siblings, name)))
    parent, chosen = name.partition("/")[0], set(setup.chosen)
    if siblings and parent in chosen:
        chosen |= set(printed_within(setup, siblings))
    chosen = chosen | {name} if on else chosen - {name}
    if siblings and parent != name:
        chosen = chosen | {parent} if chosen & set(siblings) else chosen - {parent}
    return replace(setup, readers=Readers.OWN, preset_id="", parts=parts, chosen=tuple(n for n in parts if n in chosen))


def moved(setup: DossierSetup, name: str, places: int, siblings: Sequence[str] = ()) -> DossierSetup:
    """The dossier with a part so many places down (or up) among its siblings; cover and contents stay in front."""
    within = "/" in name
    row = list(ordered_within(setup, siblings)) if within else [p.value for p in ordered(setup) if p not in FIRST]
    if name not in row:
        return setup
    at = row.index(name)
    to = min(max(at + places, 0), len(row) - 1)
    if to == at:
        return setup
    row.insert(to, row.pop(at))
    chosen = {*setup.chosen, *(printed_within(setup, siblings) if within else ())}
    order = ordered(setup) if within else (*FIRST, *(Part(one) for one in row))
    parts = _everything(order, {name.partition("/")[0]: row} if within else {}, setup.parts)
    return replace(setup, readers=Readers.OWN, preset_id="", parts=parts, chosen=tuple(n for n in parts if n in chosen))


def ordered(setup: DossierSetup) -> tuple[Part, ...]:
    """Every part once, in the chosen order; parts this program does not know fall out, new ones come last."""
    known = _known(setup.parts)
    return (*known, *(part for part in ALL if part not in known))


def printed(setup: DossierSetup) -> tuple[Part, ...]:
    """The chosen parts in their order."""
    chosen = set(_known(setup.chosen))
    return tuple(part for part in ordered(setup) if part in chosen)


def ordered_within(setup: DossierSetup, names: Sequence[str]) -> tuple[str, ...]:
    """What lies within a part in the chosen order; what is new comes last."""
    kept = [name for name in _renamed(setup.parts) if name in names]
    return tuple(dict.fromkeys((*kept, *names)))


def printed_within(setup: DossierSetup, names: Sequence[str]) -> tuple[str, ...]:
    """What is printed within a part: what was chosen and chapters that are new, and everything where nothing is;
    contacts only when someone asks for them."""
    seen, chosen = set(setup.parts), set(_renamed(setup.chosen))
    order = ordered_within(setup, names)
    found = tuple(n for n in order if n in chosen or (n not in seen and n.startswith(f"{Part.ANALYSIS}/")))
    return found if chosen & set(names) else tuple(n for n in order if n != CONTACTS)


def as_preset(setup: DossierSetup, id: str, name: str) -> Preset:
    """The choices of an area under a name, without what only that area has (chapters of its own)."""
    shared = (
        {p.value for p in ALL} | {f"analysis/{one}" for one in _CHAPTERS} | {n for s in SUBPARTS.values() for n in s}
    )
    return Preset(
        id, name, tuple(n for n in setup.parts if n in shared), tuple(n for n in setup.chosen if n in shared),
        setup.colour, setup.twins, setup.hides_small, setup.large_timeline,
    )  # fmt: skip


def with_preset(setup: DossierSetup, preset: Preset) -> DossierSetup:
    """The dossier of an area as an own preset has it."""
    return replace(
        setup, readers=Readers.OWN, preset_id=preset.id, parts=preset.parts, chosen=preset.chosen, colour=preset.colour,
        twins=preset.twins, hides_small=preset.hides_small, large_timeline=preset.large_timeline,
    )  # fmt: skip


def checked_name(name: str, others: Iterable[str] = ()) -> str:
    """The name of a preset as it is kept; Invalid when it is empty, too long or taken."""
    kept = " ".join(name.split())
    if not kept:
        raise Invalid(N_("Give the preset a name."))
    if len(kept) > MOST_NAME:
        raise Invalid(N_("Keep the name under {n} characters."), n=MOST_NAME)
    if kept.casefold() in {other.casefold() for other in others}:
        raise Invalid(N_("There is a preset called “{name}” already."), name=kept)
    return kept


def _everything(
    order: Iterable[Part], within: Mapping[str, Sequence[str]], kept: Sequence[str] = ()
) -> tuple[str, ...]:
    """Every part followed by what lies within it: in the order given, else as kept, else as it comes."""
    names: list[str] = []
    for part in order:
        usual = tuple(f"analysis/{one}" for one in _CHAPTERS) if part is Part.ANALYSIS else SUBPARTS.get(part, ())
        before = [n for n in kept if n.startswith(f"{part.value}/")]
        names += [part.value, *dict.fromkeys((*within.get(part.value, before), *before, *usual))]
    return tuple(names)


def _renamed(names: Sequence[str]) -> Iterable[str]:
    for name in names:
        yield from _OLD.get(name, (name,))


def _known(names: Sequence[str]) -> tuple[Part, ...]:
    codes = {part.value for part in ALL}
    return tuple(dict.fromkeys(Part(name) for name in _renamed(names) if name in codes))
