"""Choosing what is in a dossier: parts and what lies within them, presets, house style and texts."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from coopdesk.desk.desk import Desk
from coopdesk.dossier import rules
from coopdesk.dossier.colour import contrast, text_on
from coopdesk.dossier.commands import (
    AddLogo,
    ChangeHouseStyle,
    ChooseDossier,
    KeepPreset,
    RemovePreset,
    RenamePreset,
    ResetText,
    WriteText,
)
from coopdesk.dossier.logo import size_of
from coopdesk.dossier.queries import articles_of, setup_of, style_of
from coopdesk.dossier.setup import (
    ACTIONS,
    CONTACTS,
    FIGURES,
    SUBPARTS,
    TIMELINE,
    DossierText,
    HouseStyle,
    Part,
    Preset,
    Readers,
)
from coopdesk.dossier.texts import code_of, filled, places_in, shipped, without_value
from coopdesk.kernel.errors import Conflict, Invalid, Refused
from coopdesk.territory.commands import AddArea, RemoveArea

ANNEX, PLAN = SUBPARTS[Part.ANNEX], SUBPARTS[Part.PLAN]


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 100)) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, "#336699").save(target, kind)
    return target.getvalue()


def presets(desk: Desk[Any]) -> list[Preset]:
    with desk.look() as work:
        return list(work.dossiers.presets())


def style(desk: Desk[Any]) -> HouseStyle:
    with desk.look() as work:
        return style_of(work)


def test_the_standard_dossiers_differ_in_what_they_hold() -> None:
    chosen = {readers: frozenset(rules.standard("a", readers).chosen) for readers in Readers}
    assert len(set(chosen.values())) == len(Readers)
    assert {"signatures", "vision"} <= chosen[Readers.COUNCIL]
    assert {ACTIONS, TIMELINE, "followup"} <= chosen[Readers.VDAB]
    assert not {"signatures", "parties", "annex"} & chosen[Readers.STEERING_GROUP]
    assert chosen[Readers.ONE_PAGE] == {"one_page"}
    assert not any(CONTACTS in parts for parts in chosen.values())


def test_leaving_out_the_last_of_a_part_leaves_out_the_part() -> None:
    setup = rules.standard("a", Readers.VDAB)
    for name in PLAN:
        setup = rules.ticked(setup, name, on=False, siblings=PLAN)
    assert Part.PLAN not in rules.printed(setup)
    back = rules.ticked(setup, TIMELINE, on=True, siblings=PLAN)
    assert Part.PLAN in rules.printed(back)
    assert rules.printed_within(back, PLAN) == (TIMELINE,)


def test_what_lies_within_a_part_can_change_places() -> None:
    setup = rules.moved(rules.standard("a", Readers.VDAB), TIMELINE, -1, PLAN)
    assert rules.printed_within(setup, PLAN) == (TIMELINE, "plan/table")
    assert rules.ordered(setup) == rules.ordered(rules.standard("a"))


def test_a_chapter_that_was_added_later_is_printed_until_left_out() -> None:
    chapters = ("analysis/gap", "analysis/0190")
    setup = rules.standard("a")
    assert rules.printed_within(setup, chapters) == chapters
    assert rules.printed_within(rules.ticked(setup, "analysis/0190", on=False, siblings=chapters), chapters) == (
        "analysis/gap",
    )


def test_choices_of_an_earlier_version_still_say_what_they_said() -> None:
    old = replace(rules.standard("a"), parts=("cover", "plan", "articles"), chosen=("cover", "plan", "articles"))
    printed = rules.printed(old)
    assert {Part.VISION, Part.ROLES, Part.TERM} <= set(printed)
    assert rules.printed_within(old, PLAN) == PLAN
    with_contacts = replace(old, chosen=("contacts",))
    assert rules.printed_within(with_contacts, ANNEX) == (CONTACTS,)


@given(st.lists(st.tuples(st.sampled_from([*Part, *ANNEX, *PLAN]), st.booleans(), st.integers(-9, 9)), max_size=8))
def test_ticking_and_moving_never_lose_or_double_a_part(changes: list[tuple[str, bool, int]]) -> None:
    setup = rules.standard("a")
    for name, on, places in changes:
        siblings = next((names for names in SUBPARTS.values() if name in names), ())
        setup = rules.ticked(setup, str(name), on=on, siblings=siblings)
        setup = rules.moved(setup, str(name), places, siblings)
        assert sorted(rules.ordered(setup)) == sorted(Part)
        assert len(set(setup.parts)) == len(setup.parts)
        assert set(rules.ordered_within(setup, ANNEX)) == set(ANNEX)


def test_an_own_preset_is_kept_renamed_applied_and_removed(desk: Desk[Any], area: str) -> None:
    with desk.look() as work:
        setup = setup_of(work, area)
    changed = rules.ticked(replace(setup, colour=False), "summary", on=False)
    desk.do(KeepPreset("  Voor   de raad van Lindemeer ", changed))
    kept = presets(desk)[0]
    assert kept.name == "Voor de raad van Lindemeer"
    with desk.look() as work:
        assert setup_of(work, area).preset_id == kept.id
    desk.do(RenamePreset(kept.id, kept.version, "Raad Lindemeer"))
    applied = rules.with_preset(rules.standard("b", Readers.VDAB), presets(desk)[0])
    assert (applied.colour, Part.SUMMARY in rules.printed(applied)) == (False, False)
    desk.do(RemovePreset(kept.id))
    assert presets(desk) == []
    with desk.look() as work:
        assert Part.SUMMARY not in rules.printed(setup_of(work, area))
    for _ in range(3):
        desk.undo()
    assert presets(desk) == []
    with desk.look() as work:
        assert setup_of(work, area) == setup


def test_keeping_a_preset_under_the_same_name_writes_it_over(desk: Desk[Any], area: str) -> None:
    with desk.look() as work:
        setup = setup_of(work, area)
    desk.do(KeepPreset("Kort", setup))
    with desk.look() as work:
        setup = setup_of(work, area)
    desk.do(KeepPreset("KORT", rules.ticked(setup, "summary", on=False)))
    assert len(presets(desk)) == 1
    assert "summary" not in presets(desk)[0].chosen


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_preset_needs_a_short_name(desk: Desk[Any], area: str, name: str) -> None:
    with pytest.raises(Invalid):
        desk.do(KeepPreset(name, rules.standard(area)))


def test_a_logo_is_written_anew_and_holds_nothing_but_the_picture(desk: Desk[Any]) -> None:
    content = picture("JPEG", (4000, 1000)) + b"secret after the end"
    desk.do(AddLogo(content, "logo_stad Lindemeer.jpg", style(desk)))
    found = style(desk)
    assert found.logo_names == ("logo stad Lindemeer",)
    with desk.look() as work:
        kept = work.attachments.read(found.logos[0])
    assert b"secret" not in kept
    assert size_of(kept) == (1600, 400)
    desk.undo()
    assert style(desk).logos == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture("GIF"),
        picture()[:80],
        b"\x89PNG\r\n\x1a\n" + b"x" * 99,
    ],
)
def test_a_broken_or_foreign_picture_is_refused_and_nothing_is_kept(desk: Desk[Any], content: bytes) -> None:
    with pytest.raises(Refused):
        desk.do(AddLogo(content, "logo.png", style(desk)))
    assert style(desk) == HouseStyle()


def test_there_is_room_for_three_logos(desk: Desk[Any]) -> None:
    for width in (10, 20, 30):
        desk.do(AddLogo(picture(size=(width, 10)), f"{width}.png", style(desk)))
    with pytest.raises(Invalid):
        desk.do(AddLogo(picture(size=(40, 10)), "40.png", style(desk)))


@pytest.mark.parametrize(
    "change", [{"cover": "red"}, {"cover": "#12345"}, {"footer": "x" * 71}, {"threshold": -1}, {"threshold": 101}]
)
def test_a_house_style_that_cannot_be_printed_is_refused(desk: Desk[Any], change: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        desk.do(ChangeHouseStyle(replace(HouseStyle(), **change)))


def test_a_house_style_changed_elsewhere_is_not_written_over(desk: Desk[Any]) -> None:
    seen = style(desk)
    desk.do(ChangeHouseStyle(replace(seen, footer="Voorbeeldstreek Werkt")))
    desk.do(ChangeHouseStyle(replace(style(desk), cover="#1F3A5F")))
    with pytest.raises(Conflict):
        desk.do(ChangeHouseStyle(replace(seen, footer="Anders")))


@given(st.integers(0, 0xFFFFFF))
def test_text_reads_on_every_cover(colour: int) -> None:
    ground = f"#{colour:06X}"
    text, found = text_on(ground)
    assert found == contrast(text, ground)
    assert found >= 3.9


def test_own_texts_hold_for_one_area_or_for_all_and_go_back(desk: Desk[Any], area: str) -> None:
    vision = DossierText("", None, Part.VISION.value, "nl", "Visie", "Samen voor {gebied}.")
    desk.do(WriteText(vision))
    desk.do(WriteText(replace(vision, area_id=area, text="Alleen hier.")))
    with desk.look() as work:
        assert articles_of(work, area, "nl")[Part.VISION].text == "Alleen hier."
        assert articles_of(work, area, "en")[Part.VISION] == shipped("en").articles[Part.VISION]
        own = work.dossiers.text(Part.VISION.value, "nl", area)
    desk.do(ResetText(own.id))
    with desk.look() as work:
        assert articles_of(work, area, "nl")[Part.VISION].text == "Samen voor {gebied}."
    desk.undo()
    with desk.look() as work:
        assert articles_of(work, area, "nl")[Part.VISION].text == "Alleen hier."


@pytest.mark.parametrize(("title", "text"), [("", "tekst"), ("Visie", "{gebeid} werkt"), ("Visie", "x" * 20_001)])
def test_a_text_that_cannot_be_filled_in_is_refused(desk: Desk[Any], title: str, text: str) -> None:
    with pytest.raises(Invalid):
        desk.do(WriteText(DossierText("", None, Part.VISION.value, "nl", title, text)))


def test_every_shipped_text_names_only_places_there_are_in_both_languages() -> None:
    dutch, english = shipped("nl"), shipped("en")
    assert dutch.articles.keys() == english.articles.keys()
    assert dutch.places.keys() == english.places.keys()
    for texts in (dutch, english):
        for article in texts.articles.values():
            assert all(code_of(name) for name in places_in(article.title + article.text))


@given(st.text(), st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=20))
def test_filling_in_never_fails_and_leaves_other_braces_alone(text: str, value: str) -> None:
    once = filled(text, {"area": value})
    if not places_in(text):
        assert once == text
    assert filled("In {gebied} en {area}", {"area": value}).count(value) >= 2 or not value
    assert without_value("{gebied} {doel}", {"area": "x"}) == ("doel",)


def test_a_dossier_of_figures_only_is_the_annex_alone() -> None:
    setup = replace(rules.standard("a"), chosen=(Part.ANNEX.value, FIGURES))
    assert rules.printed(setup) == (Part.ANNEX,)
    assert rules.printed_within(setup, ANNEX) == (FIGURES,)


def test_choices_keep_what_lies_within_parts(desk: Desk[Any], area: str) -> None:
    with desk.look() as work:
        setup = setup_of(work, area)
    desk.do(ChooseDossier(rules.ticked(setup, ACTIONS, on=True, siblings=ANNEX)))
    with desk.look() as work:
        assert rules.printed_within(setup_of(work, area), ANNEX) == (FIGURES, ACTIONS)


def test_an_area_goes_with_the_choices_and_texts_of_its_dossier_and_comes_back_with_them(desk: Desk[Any]) -> None:
    area = str(desk.do(AddArea("Kort gebied", ("12021",), 2026, 2031)))
    desk.do(ChooseDossier(replace(rules.standard(area), colour=False)))
    desk.do(WriteText(DossierText("", area, Part.VISION.value, "nl", "Visie", "Samen.")))
    desk.do(RemoveArea(area))
    with desk.look() as work:
        assert work.dossiers.of_area(area) is None
    desk.undo()
    with desk.look() as work:
        assert setup_of(work, area).colour is False
        assert articles_of(work, area, "nl")[Part.VISION].text == "Samen."
