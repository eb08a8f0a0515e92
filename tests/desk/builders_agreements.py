"""How commands about agreements, the dossier, imports and several cells at once are filled in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from hypothesis import strategies as st

from coopdesk.agreement.commands import agreements, belonging, exchanges
from coopdesk.agreement.model import (
    Agreement,
    CooperationClass,
    DataExchange,
    DecidingBody,
    DecisionKind,
    Party,
    PartyKind,
    Stage,
)
from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.model import (
    ActionEntry,
    AnnexKind,
    Choices,
    ColumnChoice,
    FigureEntry,
    FigureState,
    Limit,
    LimitState,
    Line,
    Meaning,
    MemberEntry,
    Origin,
    Verdict,
)
from coopdesk.annex.model import Party as Board
from coopdesk.annex.reading import ColumnReading, Reading, TableReading
from coopdesk.annex.recipes.commands import AddRecipe, KeepRecipe, RemoveRecipe, RenameRecipe
from coopdesk.annex.recipes.file import RecipeFile
from coopdesk.annex.sheet.model import Book
from coopdesk.shell.grid.batch import Batch
from tests.desk.hand import REGISTRY, TODAY, Hand, builds, codes, dates, named, partials, some_codes, texts, titles


def _agreement(hand: Hand) -> Agreement:
    key = hand.id("agreement")
    return hand.read(lambda work: work.agreements.agreement(key))


def _new(hand: Hand) -> agreements.AddAgreement:
    made = Agreement(
        "", hand.draw(titles), hand.enum(CooperationClass), hand.enum(Stage), begin_date=hand.draw(partials),
        end_date=hand.draw(partials), remark=hand.draw(texts), plan_id=hand.maybe("plan"),
        predecessor_id=hand.maybe("agreement"),
    )  # fmt: skip
    return agreements.AddAgreement(made, hand.draw(some_codes), (Party("", "", 0, hand.draw(named)),))


def _changed(hand: Hand) -> Agreement:
    kept = _agreement(hand)
    return replace(
        kept, title=hand.draw(titles), end_date=hand.draw(partials), predecessor_id=hand.maybe("agreement"),
        version=hand.version(kept),
    )  # fmt: skip


@builds(agreements.AddAgreement)
def _(hand: Hand):
    return _new(hand)


@builds(agreements.AddAgreements)
def _(hand: Hand):
    return agreements.AddAgreements((_new(hand), _new(hand)))


@builds(agreements.ReviseAgreement)
def _(hand: Hand):
    return agreements.ReviseAgreement(_changed(hand))


@builds(agreements.ReviseAgreements)
def _(hand: Hand):
    return agreements.ReviseAgreements((_changed(hand), _changed(hand)))


@builds(agreements.RemoveAgreements)
def _(hand: Hand):
    return agreements.RemoveAgreements(hand.ids("agreement"))


@builds(agreements.ExtendAgreement)
def _(hand: Hand):
    kept = _agreement(hand)
    return agreements.ExtendAgreement(kept.id, hand.version(kept), hand.draw(dates))


@builds(agreements.TerminateAgreement)
def _(hand: Hand):
    kept = _agreement(hand)
    return agreements.TerminateAgreement(kept.id, hand.version(kept), hand.draw(partials))


@builds(agreements.RenewAgreement)
def _(hand: Hand):
    kept = _agreement(hand)
    return agreements.RenewAgreement(kept.id, hand.version(kept), hand.draw(titles), hand.draw(partials))


@builds(agreements.LinkPlan)
def _(hand: Hand):
    kept = _agreement(hand)
    return agreements.LinkPlan(kept.id, hand.version(kept), hand.maybe("plan"))


@builds(belonging.SetMembers)
def _(hand: Hand):
    kept = _agreement(hand)
    return belonging.SetMembers(kept.id, hand.version(kept), hand.draw(some_codes))


@builds(belonging.ReviseMember)
def _(hand: Hand):
    key = hand.id("agreement_member")
    kept = hand.read(lambda work: work.agreements.member(key))
    begin, end = hand.draw(partials), hand.draw(partials)
    return belonging.ReviseMember(replace(kept, begin_date=begin, end_date=end, version=hand.version(kept)))


@builds(belonging.AddParty)
def _(hand: Hand):
    organisation = hand.maybe("organisation")
    return belonging.AddParty(hand.id("agreement"), hand.draw(titles), hand.enum(PartyKind), organisation)


@builds(belonging.ReviseParty)
def _(hand: Hand):
    key = hand.id("party")
    kept = hand.read(lambda work: work.agreements.party(key))
    return belonging.ReviseParty(replace(kept, name=hand.draw(titles), version=hand.version(kept)))


@builds(belonging.RemoveParty)
def _(hand: Hand):
    return belonging.RemoveParty(hand.id("party"))


@builds(belonging.AddDecision)
def _(hand: Hand):
    kind, body = hand.enum(DecisionKind), hand.enum(DecidingBody)
    return belonging.AddDecision(hand.id("party"), kind, body, hand.draw(partials), hand.draw(texts))


@builds(belonging.ReviseDecision)
def _(hand: Hand):
    key = hand.id("decision")
    kept = hand.read(lambda work: work.agreements.decision(key))
    return belonging.ReviseDecision(replace(kept, date=hand.draw(partials), version=hand.version(kept)))


@builds(belonging.RemoveDecision)
def _(hand: Hand):
    return belonging.RemoveDecision(hand.id("decision"))


@builds(exchanges.AddDataExchange)
def _(hand: Hand):
    made = DataExchange("", hand.id("agreement"), 0, hand.draw(named), hand.draw(texts), ground=hand.draw(texts))
    return exchanges.AddDataExchange(made)


@builds(exchanges.ReviseDataExchange)
def _(hand: Hand):
    key = hand.id("data_exchange")
    kept = hand.read(lambda work: work.agreements.exchange(key))
    return exchanges.ReviseDataExchange(replace(kept, data=hand.draw(titles), version=hand.version(kept)))


@builds(exchanges.RemoveDataExchange)
def _(hand: Hand):
    return exchanges.RemoveDataExchange(hand.id("data_exchange"))


@builds(belonging.SetAbsenceReason)
def _(hand: Hand):
    code = hand.draw(codes)
    kept = hand.read(lambda work: work.agreements.absence(code))
    return belonging.SetAbsenceReason(code, hand.version(kept) if kept else 0, hand.draw(texts))


def _entry(hand: Hand, kind: AnnexKind, row: int) -> MemberEntry | FigureEntry | ActionEntry:
    origin = Origin("Blad1", row, 1, hand.draw(texts))
    code, title = hand.draw(codes), hand.draw(named)
    if kind is AnnexKind.FIGURES:
        value = Decimal(hand.draw(st.integers(0, 99)))
        indicator = hand.draw(st.sampled_from(["employment_rate", ""]))
        return FigureEntry(code, "Graad", indicator, "2016", value, FigureState.OK, "%", origin)
    if kind is AnnexKind.ACTIONS:
        return ActionEntry(f"{row}.1", title, hand.draw(texts), budget=100_000, origins=((Meaning.TITLE, origin),))
    begin = Limit(LimitState.DATE, hand.draw(dates), "vanaf")
    return MemberEntry(code, code, Board.BOTH, title, begin, Limit(), origins=((Meaning.PLACE, origin),))


@builds(ImportAnnex)
def _(hand: Hand):
    kind = hand.enum(AnnexKind)
    content = hand.draw(st.binary(min_size=4, max_size=4))
    entries = [_entry(hand, kind, row) for row in range(1, hand.draw(st.integers(1, 5)))]
    lines = tuple(Line("Blad1", at, 0, Verdict.IMPORT, entries=(entry,)) for at, entry in enumerate(entries, start=1))
    choices = Choices(columns=(("print", 1, ColumnChoice(hand.enum(Meaning))),))
    book = Book("bijlage.xlsx", sha256(content).hexdigest(), "xlsx", ())
    return ImportAnnex(Reading(book, kind, (), lines, choices=choices), content, TODAY, hand.maybe("plan") or "")


def _reading(hand: Hand) -> Reading:
    """A file with one table of three columns."""
    print_ = hand.draw(st.sampled_from(["0123456789abcdef", "fedcba9876543210"]))
    columns = tuple(
        ColumnReading(0, at, heading, (), hand.enum(Meaning)) for at, heading in enumerate(("A", "B", "C"), start=1)
    )
    kind = hand.enum(AnnexKind)
    table = TableReading(0, "Blad1", 0, (1,), 2, 9, columns, kind, print_)
    accepted = frozenset(hand.draw(st.lists(st.sampled_from(["imprecise_date", "in_preparation"]), max_size=2)))
    return Reading(Book("bijlage.xlsx", "0" * 64, "xlsx", ()), kind, (table,), (), choices=Choices(accepted=accepted))


@builds(KeepRecipe)
def _(hand: Hand):
    return KeepRecipe(_reading(hand), hand.draw(titles))


@builds(RenameRecipe)
def _(hand: Hand):
    recipe = hand.read(lambda work: work.imports.recipe(hand.id("import_recipe")))
    return RenameRecipe(recipe.id, hand.version(recipe), hand.draw(titles))


@builds(RemoveRecipe)
def _(hand: Hand):
    return RemoveRecipe(hand.id("import_recipe"))


@builds(AddRecipe)
def _(hand: Hand):
    columns = ((1, ColumnChoice(hand.enum(Meaning))), (2, ColumnChoice(Meaning.VALUE, "employment_rate")))
    print_ = hand.draw(st.sampled_from(["0123456789abcdef", "00112233445566ff"]))
    return AddRecipe(RecipeFile(hand.draw(titles), hand.enum(AnnexKind), print_, ("A", "B"), columns))


@builds(Batch)
def _(hand: Hand):
    singles = sorted((kind for kind in REGISTRY if kind is not Batch), key=str)
    pair = tuple(REGISTRY[hand.draw(st.sampled_from(singles))](hand) for _ in range(2))
    return Batch(pair, subject=hand.draw(texts))
