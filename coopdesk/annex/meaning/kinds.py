"""Guesses what a table is about: agreements, figures or actions."""

from __future__ import annotations

import re

from coopdesk.annex.layout.model import Table
from coopdesk.annex.meaning.columns import Content
from coopdesk.annex.meaning.periods import read_period
from coopdesk.annex.meaning.series import read_series
from coopdesk.annex.meaning.words import heading_guess
from coopdesk.annex.model import AnnexKind, Meaning
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


_MOST, _ALL = 0.6, 0.9
_ACTION = re.compile(r"^(?:\w+ )?(?:van de )?(?:acties?|actieomschrijving|maatregel\w*|initiatie\w+)\b")


def guess_kind(table: Table, content: list[Content], ticked: frozenset[int] = frozenset()) -> AnnexKind | None:
    """The kind with the best evidence; None for a table without places that is no action plan either."""
    if table.crossed:
        return AnnexKind.FIGURES
    scores = {kind: _worded(table, kind, weights) for kind, weights in _WEIGHTS.items()}
    places = bool(ticked) or any(c.located > 0.4 or c.codes > 0.6 for c in content)
    counted = [c for at, c in enumerate(content) if at not in ticked]
    numbers = sum(1 for c in counted if c.numbers > 0.5 and c.codes < 0.6 and c.dates < 0.5 and c.periods < 0.9)
    scores[AnnexKind.FIGURES] = _figures(table, content, numbers) if places and numbers else 0.0
    scores[AnnexKind.ACTIONS] = scores[AnnexKind.ACTIONS] + _lists_actions(table) if _has_title(table) else 0.0
    if _is_dated(table, content) or any(c.terms > _MOST and c.periods < _ALL for c in content):
        # A begin and an end outweigh any figures that stand beside them.
        scores[AnnexKind.FIGURES] = 0.0
    if not scores[AnnexKind.ACTIONS] and sum(_dates(content)) >= 2:
        scores[AnnexKind.AGREEMENTS] += 2.0
    if not places or not _has_agreement(table, content):
        scores[AnnexKind.AGREEMENTS] = 0.0
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= 1.5 else None


def _dates(content: list[Content]) -> list[bool]:
    return [(c.dates > 0.5 or c.terms > _MOST) and c.periods < _ALL for c in content]


def _is_dated(table: Table, content: list[Content]) -> bool:
    """Whether a column called begin and one called end hold dates, or words about them."""
    told = [one.numbers <= max(one.limits, one.years) for one in content]
    named = {guess.meaning for (_, words), dates in zip(table.headings, told, strict=True) if dates
             for text in words if (guess := heading_guess(text, AnnexKind.AGREEMENTS))}  # fmt: skip
    return {Meaning.BEGIN, Meaning.END} <= named


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


def _worded(table: Table, kind: AnnexKind, weights: dict[Meaning, float]) -> float:
    found: dict[Meaning, float] = {}
    for _, words in table.headings:
        for text in words:
            guess = heading_guess(text, kind)
            if guess is not None and guess.sure >= 0.7:
                found[guess.meaning] = max(found.get(guess.meaning, 0.0), guess.sure)
    return sum(weights.get(meaning, 0.0) * sure for meaning, sure in found.items())


def _has_agreement(table: Table, content: list[Content]) -> bool:
    """Whether there are dates, or a heading that says agreement in so many words."""
    guesses = [guess for _, words in table.headings for text in words
               if (guess := heading_guess(text, AnnexKind.AGREEMENTS))]  # fmt: skip
    dated = any(g.meaning in (Meaning.BEGIN, Meaning.END, Meaning.TERM) and g.sure >= 0.7 for g in guesses)
    return dated or any(_dates(content)) or any(g.meaning is Meaning.AGREEMENT and g.sure == 1 for g in guesses)


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
