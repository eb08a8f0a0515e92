"""What a plan says of an action beside its name, dates and status: with whom, for whom, how often, and who pays."""

from __future__ import annotations

from typing import TypedDict

from coopdesk.annex.meaning.names import names_in
from coopdesk.annex.meaning.numbers import read_budget
from coopdesk.annex.meaning.parts import measures_in, proofs_in, steps_in, years_in
from coopdesk.annex.model import Meaning
from coopdesk.annex.parts import Measure, Proof, Step, Year
from coopdesk.annex.verdict.ground import Source
from coopdesk.annex.wording import simple
from coopdesk.plan.model import SplitKey

_YES = frozenset({"ja", "x", "j", "yes", "jaarlijks", "elk jaar", "1"})
_NO = frozenset({"nee", "neen", "n", "no", "eenmalig", "0"})
_SPLITS = {
    "niet verdeeld": SplitKey.NONE, "volgens inwoners": SplitKey.INHABITANTS, "naar inwoners": SplitKey.INHABITANTS,
    "gelijk": SplitKey.EQUALLY, "gelijk verdeeld": SplitKey.EQUALLY, "eigen percentages": SplitKey.OWN,
}  # fmt: skip


class Further(TypedDict):
    """Fields of an action entry."""

    partners: tuple[str, ...]
    groups: tuple[str, ...]
    reporting: tuple[str, ...]
    yearly: bool | None
    description: str
    spent: int | None
    own: int | None
    funding: str
    split: str
    milestones: tuple[Step, ...]
    measures: tuple[Measure, ...]
    evidence: tuple[Proof, ...]
    years: tuple[Year, ...]


def read_further(source: Source) -> Further:
    """These fields of a row; empty where it says nothing."""
    return Further(
        partners=names_in(source.texts(Meaning.PARTNERS)),
        groups=names_in(source.texts(Meaning.GROUPS)),
        reporting=names_in(source.texts(Meaning.REPORTING)),
        yearly=_yes_or_no(source.text(Meaning.YEARLY)),
        description=source.cell(Meaning.DESCRIPTION).text.strip(),
        spent=read_budget(source.cell(Meaning.SPENT)),
        own=read_budget(source.cell(Meaning.OWN)),
        funding=source.text(Meaning.FUNDING),
        split=_SPLITS.get(simple(source.text(Meaning.SPLIT)), ""),
        milestones=steps_in(source.texts(Meaning.MILESTONES)),
        measures=measures_in(source.texts(Meaning.MEASURES)),
        evidence=proofs_in(source.texts(Meaning.EVIDENCE)),
        years=years_in(source.texts(Meaning.YEARS)),
    )


def _yes_or_no(text: str) -> bool | None:
    bare = simple(text)
    return True if bare in _YES else False if bare in _NO else None
