"""How commands about dossiers are filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from hypothesis import strategies as st
from PIL import Image

from coopdesk.dossier import commands as dossier
from coopdesk.dossier.issued import next_number
from coopdesk.dossier.queries import setup_of, style_of
from coopdesk.dossier.setup import WRITTEN, DossierSetup, DossierText, HouseStyle, Part, Readers
from tests.desk.hand import Hand, builds, named, texts, titles

PARTS = tuple(part.value for part in Part)
covers = st.sampled_from(["", "#0B5A73", "#abc", "blauw"])


def _picture(shade: int) -> bytes:
    target = BytesIO()
    Image.new("RGB", (8, 4), (shade, 90, 60)).save(target, "PNG")
    return target.getvalue()


def _setup(hand: Hand) -> DossierSetup:
    area_id = hand.id("area")
    kept = hand.read(lambda work: setup_of(work, area_id))
    return replace(kept, version=hand.version(kept))


def _style(hand: Hand) -> HouseStyle:
    kept = hand.read(style_of)
    return replace(kept, version=hand.version(kept))


@builds(dossier.ChooseDossier)
def _(hand: Hand):
    chosen = tuple(hand.draw(st.permutations(PARTS)))[:3]
    return dossier.ChooseDossier(replace(_setup(hand), readers=hand.enum(Readers), parts=PARTS, chosen=chosen))


@builds(dossier.KeepPreset)
def _(hand: Hand):
    return dossier.KeepPreset(hand.draw(titles), _setup(hand))


@builds(dossier.RenamePreset)
def _(hand: Hand):
    key = hand.id("dossier_preset")
    kept = hand.read(lambda work: work.dossiers.preset(key))
    return dossier.RenamePreset(key, hand.version(kept), hand.draw(titles))


@builds(dossier.RemovePreset)
def _(hand: Hand):
    return dossier.RemovePreset(hand.id("dossier_preset"))


@builds(dossier.ChangeHouseStyle)
def _(hand: Hand):
    style = replace(
        _style(hand), cover=hand.draw(covers), footer=hand.draw(texts), threshold=hand.draw(st.integers(-1, 9))
    )
    return dossier.ChangeHouseStyle(style)


@builds(dossier.AddLogo)
def _(hand: Hand):
    content = hand.draw(st.sampled_from([_picture(10), _picture(200), b"GIF89a", b""]))
    return dossier.AddLogo(content, "logo_stad.png", _style(hand))


@builds(dossier.WriteText)
def _(hand: Hand):
    part, area_id = hand.draw(st.sampled_from(WRITTEN)).value, hand.maybe("area")
    kept = hand.read(lambda work: work.dossiers.text(part, "nl", area_id))
    text = hand.draw(st.sampled_from(["Wij werken samen in {gebied}.", "{onbekend}", ""]))
    base = kept or DossierText("", area_id, part, "nl", "", "")
    version = hand.version(base)
    return dossier.WriteText(replace(base, title=hand.draw(named), text=text, version=version))


@builds(dossier.ResetText)
def _(hand: Hand):
    return dossier.ResetText(hand.id("dossier_text"))


@builds(dossier.IssueDossier)
def _(hand: Hand):
    year = hand.draw(st.sampled_from([2025, 2026]))
    number = hand.read(lambda work: next_number(work.dossiers.issued(), year))
    said = hand.draw(st.sampled_from([number, f"{year}/7"]))
    content = hand.draw(titles).encode()
    return dossier.IssueDossier(hand.id("area"), said, "Dossier", date(year, 3, 1), "nl", 2, content, b"[]")
