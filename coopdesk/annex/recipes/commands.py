"""What a person does with remembered mappings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.annex.kept import Recipe
from coopdesk.annex.ports import AnnexWork
from coopdesk.annex.reading import Reading
from coopdesk.annex.recipes.file import RecipeFile
from coopdesk.annex.recipes.keep import keep_all, keep_columns
from coopdesk.annex.recipes.rules import NAME_LENGTH
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class KeepRecipe:
    """Remember how a file is read, all columns of it, under a name."""

    reading: Reading
    name: str
    label: str = N_("Remember mapping")

    def run(self, work: AnnexWork) -> str:
        if self.reading.kind is None or not self.reading.tables:
            raise Invalid(N_("There is no mapping to remember: no table was found in this file."))
        kept = keep_all(work, self.reading, checked_name(self.name))
        work.about(kept.name)
        return kept.id


@dataclass(frozen=True, slots=True)
class RenameRecipe:
    """Give a remembered mapping another name."""

    id: str
    seen_version: int
    name: str
    label: str = N_("Rename mapping")

    def run(self, work: AnnexWork) -> None:
        recipe = work.imports.recipe(self.id)
        if recipe.version != self.seen_version:
            raise Conflict("This was changed since you opened it.")
        told = replace(recipe, name=checked_name(self.name))
        work.about(told.name)
        if told != recipe:
            work.imports.save(told)


@dataclass(frozen=True, slots=True)
class RemoveRecipe:
    """Forget a mapping with its columns; files of that shape are then read as the program guesses."""

    id: str
    label: str = N_("Remove mapping")

    def run(self, work: AnnexWork) -> None:
        recipe = work.imports.recipe(self.id)
        work.about(recipe.name)
        for column in work.imports.columns():
            if (column.fingerprint, column.kind) == (recipe.fingerprint, recipe.kind):
                work.imports.remove(column)
        work.imports.remove(recipe)


@dataclass(frozen=True, slots=True)
class AddRecipe:
    """Take over a mapping someone else made; it replaces what was remembered of files of that shape."""

    file: RecipeFile
    label: str = N_("Add mapping")

    def run(self, work: AnnexWork) -> str:
        file = self.file
        name = checked_name(file.name)
        work.about(name)
        same = [r for r in work.imports.recipes() if (r.fingerprint, r.kind) == (file.fingerprint, file.kind)]
        keep_columns(work, file.kind, [(file.fingerprint, position, choice) for position, choice in file.columns])
        there = same[-1] if same else Recipe(new_id(), file.fingerprint, file.kind, name)
        told = replace(
            there, name=name, headings=file.headings, accepted=file.accepted, places=file.places, rules=file.rules
        )
        if not same:
            work.imports.add(told)
        elif told != there:
            work.imports.save(told)
        return told.id


def checked_name(name: str) -> str:
    """The name if it can be kept."""
    told = " ".join(name.split())
    if not told:
        raise Invalid(N_("Give the mapping a name, for example “Annex 2”."))
    if len(told) > NAME_LENGTH:
        raise Invalid(N_("This name is too long. Use at most {n} characters."), n=NAME_LENGTH)
    return told
