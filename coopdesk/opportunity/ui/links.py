"""What the screen of opportunities asks of features it does not know: the plan and the analysis."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coopdesk.desk.command import Command
from coopdesk.opportunity.model import Opportunity
from coopdesk.shell.ways import Ways


@dataclass(frozen=True, slots=True)
class Links:
    """`make_action` turns an opportunity into an action of the plan and says whether it did; `actions_of` gives the
    actions it led to, by its id; `propose` has the analysis propose opportunities and says how many were
    new; `why` says which rule proposed one, in words, or nothing; `loosen` gives the command that unlinks one
    from what it led to, so that it can be removed in the same step."""

    make_action: Callable[[Opportunity], bool]
    actions_of: Ways
    propose: Callable[[], int]
    why: Callable[[Opportunity], str]
    loosen: Callable[[str], Command]
