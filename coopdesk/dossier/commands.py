"""The changes a coordinator makes to a dossier."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from coopdesk.dossier import rules, texts
from coopdesk.dossier.issued import IssuedDossier, next_number
from coopdesk.dossier.logo import remade
from coopdesk.dossier.ports import DossierWork, LogoWork
from coopdesk.dossier.setup import DossierSetup, DossierText, HouseStyle, Readers
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.words.marks import N_

MOST_LOGOS, MOST_FOOTER = 3, 70
LEAST_THRESHOLD, MOST_THRESHOLD = 0, 100


@dataclass(frozen=True, slots=True)
class ChooseDossier:
    """Keeps the parts, order and options of an area's dossier; `setup` carries the version that was seen."""

    setup: DossierSetup
    label: str = N_("Change dossier")

    def run(self, work: DossierWork) -> None:
        """Adds the first choices of an area, or changes the kept ones when nobody else did meanwhile."""
        _keep_setup(work, self.setup)


@dataclass(frozen=True, slots=True)
class KeepPreset:
    """Keeps the choices of an area under a name, for every area; a preset of that name is written over."""

    name: str
    setup: DossierSetup
    label: str = N_("Save preset")

    def run(self, work: DossierWork) -> str:
        """The id of the preset; the area then follows it."""
        name = rules.checked_name(self.name)
        work.about(name)
        kept = next((p for p in work.dossiers.presets() if p.name.casefold() == name.casefold()), None)
        made = rules.as_preset(self.setup, kept.id if kept else new_id(), name)
        if kept is None:
            work.dossiers.add_preset(made)
        else:
            work.dossiers.save_preset(replace(made, version=kept.version))
        _keep_setup(work, replace(self.setup, readers=Readers.OWN, preset_id=made.id))
        return made.id


@dataclass(frozen=True, slots=True)
class RenamePreset:
    """Gives an own preset another name."""

    id: str
    seen_version: int
    name: str
    label: str = N_("Rename preset")

    def run(self, work: DossierWork) -> None:
        kept = work.dossiers.preset(self.id)
        others = [p.name for p in work.dossiers.presets() if p.id != self.id]
        name = rules.checked_name(self.name, others)
        work.about(name)
        work.dossiers.save_preset(replace(kept, name=name, version=self.seen_version))


@dataclass(frozen=True, slots=True)
class RemovePreset:
    """Takes an own preset away; the areas that followed it keep their parts."""

    id: str
    label: str = N_("Remove preset")

    def run(self, work: DossierWork) -> None:
        work.about(work.dossiers.preset(self.id).name)
        for setup in work.dossiers.following(self.id):
            work.dossiers.save(replace(setup, preset_id=""))
        work.dossiers.remove_preset(self.id)


@dataclass(frozen=True, slots=True)
class ChangeHouseStyle:
    """Keeps cover colour, footer, threshold, and which logos there are and whose; `style` carries the version seen."""

    style: HouseStyle
    label: str = N_("Change house style")

    def run(self, work: DossierWork) -> None:
        _keep_style(work, replace(self.style, footer=" ".join(self.style.footer.split())))


@dataclass(frozen=True, slots=True)
class AddLogo:
    """Takes a picture in as logo; it is written anew, so that nothing but the picture comes along."""

    content: bytes
    name: str
    style: HouseStyle
    label: str = N_("Add logo")

    def run(self, work: LogoWork) -> None:
        work.about(self.name)
        if len(self.style.logos) >= MOST_LOGOS:
            raise Invalid(N_("There is room for three logos. Remove one first."))
        digest = work.attachments.keep(remade(self.content, self.name))
        if digest in self.style.logos:
            raise Invalid(N_("This logo is there already."))
        whose = " ".join(self.name.rpartition(".")[0].replace("_", " ").split()) or self.name
        logos, names = (*self.style.logos, digest), (*self.style.logo_names, whose)
        _keep_style(work, replace(self.style, logos=logos, logo_names=names))


@dataclass(frozen=True, slots=True)
class WriteText:
    """Keeps the text of a part for an area, or for all areas when `text` names none."""

    text: DossierText
    label: str = N_("Change text of the dossier")

    def run(self, work: DossierWork) -> None:
        title, body = texts.checked(self.text.title, self.text.text)
        work.about(title)
        written = replace(self.text, title=title, text=body)
        kept = work.dossiers.text(written.part, written.language, written.area_id)
        if kept is None:
            work.dossiers.add_text(replace(written, id=new_id(), version=1))
        elif (kept.id, kept.version) == (written.id, written.version):
            work.dossiers.save_text(written)
        else:
            raise Conflict(N_("This text was changed since you opened it."))


@dataclass(frozen=True, slots=True)
class ResetText:
    """Takes an own text away: what holds for all areas, or what ships with the program, comes back."""

    id: str
    label: str = N_("Back to the standard text")

    def run(self, work: DossierWork) -> None:
        work.about(work.dossiers.own_text(self.id).title)
        work.dossiers.remove_text(self.id)


@dataclass(frozen=True, slots=True)
class IssueDossier:
    """Freezes a dossier: the bytes of its PDF and what it says, under a number that is printed in it."""

    area_id: str
    number: str
    title: str
    day: date
    language: str
    pages: int
    pdf: bytes
    said: bytes
    label: str = N_("Issue dossier")

    def run(self, work: LogoWork) -> str:
        """The id of what was issued; Conflict when its number was given to another meanwhile."""
        if self.number != next_number(work.dossiers.issued(), self.day.year):
            raise Conflict(
                N_("Another dossier was issued meanwhile. Issue this one again, so that it gets its own number.")
            )
        work.about(self.number)
        digest, said = work.attachments.keep(self.pdf), work.attachments.keep(self.said)
        made = IssuedDossier(new_id(), 1, self.area_id, self.number, self.title, self.day, self.language, self.pages,
                             digest, said)  # fmt: skip
        work.dossiers.add_issued(made)
        return made.id


def _keep_setup(work: DossierWork, setup: DossierSetup) -> None:
    kept = work.dossiers.of_area(setup.area_id)
    if kept is None:
        work.dossiers.add(replace(setup, id=new_id()))
    elif (kept.id, kept.version) == (setup.id, setup.version):
        work.dossiers.save(setup)
    else:
        raise Conflict(N_("The dossier was changed since you opened it."))


def _keep_style(work: DossierWork, style: HouseStyle) -> None:
    if style.cover and not re.fullmatch(r"#[0-9A-Fa-f]{6}", style.cover):
        raise Invalid(N_("“{text}” is not a colour. Write six digits, such as #0B5A73."), text=style.cover)
    if len(style.footer) > MOST_FOOTER:
        raise Invalid(N_("Keep the footer under {n} characters, so that it fits on a line."), n=MOST_FOOTER)
    if not LEAST_THRESHOLD <= style.threshold <= MOST_THRESHOLD:
        raise Invalid(N_("Choose a number from 0 to 100; with 0 nothing is left out."))
    if len(style.logos) != len(style.logo_names) or any(not name.strip() for name in style.logo_names):
        raise Invalid(N_("Say whose logo it is: who cannot see it hears that."))
    kept = work.dossiers.style()
    if kept is None:
        work.dossiers.add_style(replace(style, version=1))
    elif kept.version == style.version:
        work.dossiers.save_style(style)
    else:
        raise Conflict(N_("The house style was changed since you opened it."))
