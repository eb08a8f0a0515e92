"""A value of an import in words, and back from the one text in which it was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from coopdesk.agreement.model import Stage
from coopdesk.agreement.wording import STAGES
from coopdesk.annex.merge.sides import Value, parts_of
from coopdesk.annex.model import LimitState, Meaning
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import ObservationState
from coopdesk.figures.wording import STATES as KEPT_STATES
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import ActionStatus, SplitKey
from coopdesk.plan.wording import SPLITS, STATUSES
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words

_READ: Mapping[str, Callable[[str], Value]] = {
    Meaning.BEGIN: PartialDate.parse, Meaning.END: PartialDate.parse, Meaning.STATUS: ActionStatus,
    Meaning.SPLIT: SplitKey, Meaning.BUDGET: int, Meaning.SPENT: int, Meaning.OWN: int, Meaning.PROGRESS: int,
}  # fmt: skip


def value_text(words: Words, gazetteer: Gazetteer, field: str, value: Value) -> str:
    """A value of a field in words."""
    formats = words.formats
    match value:
        case PartialDate():
            return formats.partial(value)
        case Decimal():
            return formats.exact(value)
        case int():
            return _whole(words, field, value)
        case tuple():
            return formats.listing(gazetteer.names(value)) if field == Meaning.PLACE else ", ".join(value)
        case str():
            return _word(words, field, value)
    return ""


def _whole(words: Words, field: str, value: int) -> str:
    """A yes or no, an amount of cents, or a percentage."""
    if isinstance(value, bool):
        return words.say("yes") if value else words.say("no")
    amount = field in (Meaning.BUDGET, Meaning.SPENT, Meaning.OWN)
    return words.formats.money(value) if amount else words.formats.rate(Decimal(value), 0)


def _word(words: Words, field: str, value: str) -> str:
    """A text, or what a code is called: of a status, an open end, or why there is no figure."""
    if isinstance(value, ActionStatus):
        return words.say(STATUSES[value])
    if isinstance(value, SplitKey):
        return words.say(SPLITS[value])
    if isinstance(value, Stage):
        return words.say(STAGES[value])
    if value == LimitState.OPEN and field in (Meaning.END, Meaning.BEGIN):
        return words.say("open-ended")
    if field in BY_CODE and value in set(ObservationState):
        return words.say(KEPT_STATES[ObservationState(value)])
    return value


def kept_value(field: str, text: str) -> Value:
    """The value that `sides.as_text` wrote for a field, as far as its kind shows: what reads as no value stays text."""
    if field == Meaning.PLACE or len(parts_of(text)) > 1:
        return tuple(parts_of(text))
    try:
        return _READ.get(field, str)(text)
    except (Invalid, ValueError):
        return text
