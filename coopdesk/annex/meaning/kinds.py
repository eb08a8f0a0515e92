"""Guesses what a table is about: agreements, figures or actions."""

from __future__ import annotations

import re

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.layout.model import Table
from coopdesk.annex.meaning.content import Content
from coopdesk.annex.meaning.periods import read_period
from coopdesk.annex.meaning.series import read_series
from coopdesk.annex.meaning.words import heading_guess
from coopdesk.annex.model import AnnexKind, Meaning
from coopdesk.annex.sheet.model import CellKind
from coopdesk.annex.wording import simple

_WEIGHTS = {
    AnnexKind.AGREEMENTS: {
        Meaning.BEGIN: 1.5, Meaning.END: 1.5, Meaning.TERM: 1.5, Meaning.AGREEMENT: 1.5, Meaning.PLACE: 0.5,
    },
    AnnexKind.ACTIONS: {
        Meaning.TITLE: 1.5, Meaning.CODE: 1.0, Meaning.STATUS: 1.0, Meaning.BUDGET: 1.5, Meaning.OBJECTIVE: 1.5,
        Meaning.LEAD: 1.5, Meaning.PRIORITY: 1.0, Meaning.TRACK: 1.0, Meaning.PROGRESS: 0.5, Meaning.TERM: 0.3,
        Meaning.BEGIN: 0.5, Meaning.END: 0.5,
    },
}  # fmt: skip


_SOME, _HALF, _MOST, _SURE, _ALL = 0.1, 0.5, 0.6, 0.75, 0.9
_ENOUGH, _MANY = 1.5, 3
_OF_A_PLAN = frozenset({
    Meaning.CODE, Meaning.LEAD, Meaning.STATUS, Meaning.PROGRESS, Meaning.BUDGET, Meaning.OBJECTIVE, Meaning.TRACK,
    Meaning.TERM, Meaning.END, Meaning.PRIORITY, Meaning.PARTNERS, Meaning.GROUPS,
})  # fmt: skip
_ONLY_PLANS = frozenset({
    Meaning.LEAD, Meaning.PROGRESS, Meaning.OBJECTIVE, Meaning.PRIORITY, Meaning.PARTNERS, Meaning.GROUPS,
})  # fmt: skip
_AGREEMENT = re.compile(r"\b(?:samenwerkings)?overeenkomst\w*|\bconvenant\w*|\bso\b")
_ACTION = re.compile(r"^(?:\w+ )?(?:van (?:de|het|een) )?(?:acties?|actieomschrijving|maatregel\w*|initiatie\w+)\b")


def guess_kind(table: Table, content: list[Content], ticked: frozenset[int] = frozenset()) -> AnnexKind | None:
    """The kind with the best evidence; None for a table without places that is no action plan either."""
    if table.crossed:
        return AnnexKind.FIGURES
    where = _only_places(content)
    scores = {kind: _worded(table, kind, weights, where) for kind, weights in _WEIGHTS.items()}
    places = bool(ticked) or any(c.located > 0.4 or c.codes > 0.6 for c in content)
    counted = [c for at, c in enumerate(content) if at not in ticked]
    numbers = sum(1 for c in counted if c.numbers > 0.5 and c.codes < 0.6 and c.dates < 0.5 and c.periods < 0.9)
    scores[AnnexKind.FIGURES] = _figures(table, content, numbers) if places and numbers else 0.0
    scores[AnnexKind.ACTIONS] = scores[AnnexKind.ACTIONS] + _lists_actions(table) if _has_title(table) else 0.0
    if places and not _lists_actions(table) and _speaks_of_agreements(table):
        scores[AnnexKind.ACTIONS] = 0.0
    both = any(c.terms > _MOST and c.periods < _ALL for c in content) or _has_term(table, content)
    if _is_dated(table, content) or both:
        # A begin and an end outweigh any figures that stand beside them.
        scores[AnnexKind.FIGURES] = 0.0
    if numbers and any(c.named > _MOST for c in content):
        scores[AnnexKind.ACTIONS] = scores[AnnexKind.AGREEMENTS] = 0.0
    elif not scores[AnnexKind.ACTIONS] and (both or sum(_dates(content)) >= 2):
        scores[AnnexKind.AGREEMENTS] += 2.0
    if not places or not _has_agreement(table, content, where) or _is_counted(table, content, where):
        scores[AnnexKind.AGREEMENTS] = 0.0
    best = max(scores, key=lambda kind: scores[kind])
    if _is_untitled_plan(table) and (scores[best] < _ENOUGH or _is_only_dated(table)):
        return AnnexKind.ACTIONS
    return best if scores[best] >= _ENOUGH else None


def _is_untitled_plan(table: Table) -> bool:
    """Whether everything of a plan is there but a heading for what is done: who, by when, how far, for how much."""
    guesses = (heading_guess(text, AnnexKind.ACTIONS) for _, words in table.headings for text in words)
    told = {guess.meaning for guess in guesses if guess is not None and guess.sure >= 0.7}
    return len(told & _OF_A_PLAN) >= _MANY and bool(told & {Meaning.LEAD, Meaning.STATUS, Meaning.PROGRESS})


def _is_only_dated(table: Table) -> bool:
    """Whether nothing but dates and places speaks for agreements, and what only plans have stands beside them."""
    said = [(text, heading_guess(text, AnnexKind.ACTIONS)) for _, words in table.headings for text in words]
    told = {guess.meaning for _, guess in said if guess is not None and guess.sure >= _SURE}
    agreed = (heading_guess(text, AnnexKind.AGREEMENTS) for text, _ in said)
    named = any(guess.meaning is Meaning.AGREEMENT and guess.sure >= 0.7 for guess in agreed if guess is not None)
    return not named and len(told & _ONLY_PLANS) > 1 and bool(told & {Meaning.LEAD, Meaning.PROGRESS})


def _dates(content: list[Content]) -> list[bool]:
    return [(c.dates > 0.5 or c.terms > _MOST) and c.periods < _ALL for c in content]


def _is_dated(table: Table, content: list[Content]) -> bool:
    """Whether a column called begin and one called end hold dates, or words about them."""
    told = [one.numbers <= max(one.limits, one.years) for one in content]
    named = {guess.meaning for (_, words), dates in zip(table.headings, told, strict=True) if dates
             for text in words if (guess := heading_guess(text, AnnexKind.AGREEMENTS))}  # fmt: skip
    agreed = Meaning.AGREEMENT in named or (named & {Meaning.BEGIN, Meaning.END} and _speaks_of_agreements(table))
    return {Meaning.BEGIN, Meaning.END} <= named or (bool(agreed) and sum(_dates(content)) >= 2)


def _is_counted(table: Table, content: list[Content], where: int | None) -> bool:
    """Whether the only time of a table is a period of years or parts of years, beside a column that says it holds
    figures: a count of 2020-2021 is no agreement of those years."""
    timed = [max(c.periods, c.moments) > _ALL and _is_about(words, Meaning.PERIOD) for (_, words), c in
             zip(table.headings, content, strict=True)]  # fmt: skip
    others = [text for at, (_, words) in enumerate(table.headings) if not timed[at] and at != where for text in words]
    guesses = [heading_guess(text, AnnexKind.AGREEMENTS) for text in others]
    worded = {guess.meaning for guess in guesses if guess and guess.sure >= 0.7}
    if worded & {Meaning.BEGIN, Meaning.END, Meaning.TERM, Meaning.AGREEMENT}:
        return False
    counted = any(c.numbers > _HALF and c.periods <= _ALL and c.codes < _MOST and _says_figures(words)
                  for (_, words), c in zip(table.headings, content, strict=True))  # fmt: skip
    return any(timed) and counted


def _says_figures(words: tuple[str, ...]) -> bool:
    """Whether a heading is one of figures: a known indicator, or "Aantal", "Waarde", "count"."""
    return bool(read_series(words).indicator) or _is_about(words, Meaning.VALUE)


def _is_about(words: tuple[str, ...], meaning: Meaning) -> bool:
    guess = heading_guess(" ".join(words), AnnexKind.FIGURES)
    return guess is not None and guess.meaning is meaning


def _has_term(table: Table, content: list[Content]) -> bool:
    """Whether a column has a begin and an end in some of its cells, and sides of a term in nearly all; in most where it
    is called a term."""
    guesses = [heading_guess(" ".join(words), AnnexKind.AGREEMENTS) for _, words in table.headings]
    named = [guess is not None and guess.meaning is Meaning.TERM and guess.sure >= _SURE for guess in guesses]
    return any(c.terms > _SOME and c.periods <= _ALL and c.limits > (_HALF if term else _ALL)
               for term, c in zip(named, content, strict=True))  # fmt: skip


def _figures(table: Table, content: list[Content], numbers: int) -> float:
    """The more columns of numbers the surer; without a year or a known indicator they may be amounts of anything."""
    known = _has_figures(table, content)
    dated = any(read_period(" ".join(words)) for _, words in table.headings) or any(c.periods > 0.9 for c in content)
    return 1.0 + (0.9 * min(numbers, 5) if known or dated else 0.5 * min(numbers, 2)) + (1.5 if known else 0.0)


def _has_figures(table: Table, content: list[Content]) -> bool:
    """Whether headings say so: one with a year over numbers, or one that only a long list of figures has."""
    meanings = {guess.meaning for _, words in table.headings for text in words
                if (guess := heading_guess(text, AnnexKind.FIGURES)) and guess.sure == 1}  # fmt: skip
    if meanings & {Meaning.INDICATOR, Meaning.UNIT}:
        return True
    headed = [c.numbers > 0.5 and c.dates < 0.5 and read_series(words).indicator
              for (_, words), c in zip(table.headings, content, strict=True)]  # fmt: skip
    return any(headed)


def _only_places(content: list[Content]) -> int | None:
    """The only column that says where: "Regio" or "Gebied" above it names its places, not what was agreed."""
    found = [at for at, c in enumerate(content) if c.located > _HALF]
    return found[0] if len(found) == 1 else None


def _worded(table: Table, kind: AnnexKind, weights: dict[Meaning, float], where: int | None) -> float:
    found: dict[Meaning, float] = {}
    for at, (_, words) in enumerate(table.headings):
        for text in words:
            guess = heading_guess(text, kind)
            if guess is not None and guess.sure >= 0.7 and not (at == where and guess.meaning is Meaning.AGREEMENT):
                found[guess.meaning] = max(found.get(guess.meaning, 0.0), guess.sure)
    return sum(weights.get(meaning, 0.0) * sure for meaning, sure in found.items())


def _has_agreement(table: Table, content: list[Content], where: int | None) -> bool:
    """Whether there are dates, or a heading that says agreement in so many words."""
    guesses = [guess for at, (_, words) in enumerate(table.headings) if at != where for text in words
               if (guess := heading_guess(text, AnnexKind.AGREEMENTS))]  # fmt: skip
    dated = any(g.meaning in (Meaning.BEGIN, Meaning.END, Meaning.TERM) and g.sure >= 0.7 for g in guesses)
    named = any(g.meaning is Meaning.AGREEMENT and g.sure == 1 for g in guesses)
    return dated or named or any(_dates(content)) or bool(spoken_terms(table, content))


def spoken_terms(table: Table, content: list[Content]) -> list[int]:
    """The columns headed by the agreement under which terms stand: "ja, vanaf 2021", "2022 t.e.m. 2025"."""
    guesses = [[heading_guess(text, AnnexKind.AGREEMENTS) for text in words] for _, words in table.headings]
    called = [any(g is not None and g.meaning is Meaning.AGREEMENT for g in those) for those in guesses]
    return [at for at, c in enumerate(content) if called[at] and c.terms > _SOME and c.limits > _HALF]


def is_key(table: Table, kind: AnnexKind | None) -> bool:
    """Whether a table of a book of actions only says what codes stand for: "Code | Omschrijving"."""
    told = {
        guess.meaning for _, words in table.headings if (guess := heading_guess(" ".join(words), AnnexKind.ACTIONS))
    }
    return kind is AnnexKind.ACTIONS and told <= {Meaning.CODE, Meaning.TITLE, Meaning.IGNORE} and (
        not _lists_actions(table)
    )  # fmt: skip


def names_fields(rows: list[Row]) -> bool:
    """Whether headings of plans stand under each other in a column: a plan on its side, or a sheet that explains one.
    Read as rows, its actions would be called "Trekker" and "Status"."""
    for column in range(len(rows[0]) if rows else 0):
        texts = [row[column].text for row in rows if row[column].kind is CellKind.TEXT]
        guesses = [guess for text in texts if (guess := heading_guess(text, AnnexKind.ACTIONS)) and guess.sure == 1]
        told = {guess.meaning for guess in guesses} - {Meaning.TITLE, Meaning.IGNORE}
        if len(told) > 1 and len(guesses) * 2 > len(texts):
            return True
    return False


def _speaks_of_agreements(table: Table) -> bool:
    """Whether a heading says agreement in so many words: "Omschrijving overeenkomst" is no title of an action."""
    return any(_AGREEMENT.search(simple(text)) for _, words in table.headings for text in words)


def _lists_actions(table: Table) -> float:
    """A heading that says "actie" or "maatregel" outweighs the begin, end and area that agreements have as well."""
    return 2.0 if any(_ACTION.search(simple(text)) for _, words in table.headings for text in words) else 0.0


def _has_title(table: Table) -> bool:
    for _, words in table.headings:
        for text in words:
            guess = heading_guess(text, AnnexKind.ACTIONS)
            if guess is not None and guess.meaning is Meaning.TITLE and guess.sure >= 0.6:
                return True
    return False
