"""What the codes of a plan are called."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.plan.model import ActionStatus, DomainWord, ObjectiveWord, Plan, SplitKey
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

STATUSES: Mapping[ActionStatus, str] = {
    ActionStatus.PLANNED: N_("Planned"),
    ActionStatus.RUNNING: N_("Running"),
    ActionStatus.DONE: N_("Done"),
    ActionStatus.POSTPONED: N_("Postponed"),
    ActionStatus.STOPPED: N_("Stopped"),
}

OBJECTIVE_WORDS: Mapping[ObjectiveWord, str] = {
    ObjectiveWord.OBJECTIVE: N_("Objective"),
    ObjectiveWord.AMBITION: N_("Ambition"),
    ObjectiveWord.POLICY_OBJECTIVE: N_("Policy objective"),
    ObjectiveWord.PILLAR: N_("Pillar"),
}

NEW_OBJECTIVES: Mapping[ObjectiveWord, str] = {
    ObjectiveWord.OBJECTIVE: N_("New objective"),
    ObjectiveWord.AMBITION: N_("New ambition"),
    ObjectiveWord.POLICY_OBJECTIVE: N_("New policy objective"),
    ObjectiveWord.PILLAR: N_("New pillar"),
}

DOMAIN_WORDS: Mapping[DomainWord, str] = {
    DomainWord.ACTION_DOMAIN: N_("Action domain"),
    DomainWord.TRACK: N_("Track"),
    DomainWord.BBC_ACTION_PLAN: N_("Action plan (BBC)"),
}

NEW_DOMAINS: Mapping[DomainWord, str] = {
    DomainWord.ACTION_DOMAIN: N_("New action domain"),
    DomainWord.TRACK: N_("New track"),
    DomainWord.BBC_ACTION_PLAN: N_("New action plan (BBC)"),
}

SPLITS: Mapping[SplitKey, str] = {
    SplitKey.NONE: N_("Not split"),
    SplitKey.INHABITANTS: N_("By inhabitants"),
    SplitKey.EQUALLY: N_("Equally"),
    SplitKey.OWN: N_("Own percentages"),
}


def objective_word(words: Words, plan: Plan) -> str:
    """What this plan calls its first level."""
    return plan.own_objective or words.say(OBJECTIVE_WORDS[plan.objective_word])


def new_objective(words: Words, plan: Plan | None) -> str:
    """What a new one of the first level is called until someone types its title."""
    if plan is not None and plan.own_objective:
        return words.say("New {thing}", thing=plan.own_objective.lower())
    return words.say(NEW_OBJECTIVES[plan.objective_word if plan is not None else ObjectiveWord.OBJECTIVE])


def new_domain(words: Words, plan: Plan) -> str:
    """The same of the level between objective and action."""
    if plan.own_domain:
        return words.say("New {thing}", thing=plan.own_domain.lower())
    return words.say(NEW_DOMAINS[plan.domain_word])


def domain_word(words: Words, plan: Plan) -> str:
    """What this plan calls the level between objective and action."""
    return plan.own_domain or words.say(DOMAIN_WORDS[plan.domain_word])


def objectives(words: Words, plan: Plan, n: int) -> str:
    """How many there are of the first level, by the name this plan gives it."""
    if plan.own_objective:
        return f"{words.formats.number(n)} {plan.own_objective if n == 1 else plan.own_objectives}".rstrip().lower()
    match plan.objective_word:
        case ObjectiveWord.AMBITION:
            return words.count("{n} ambition", "{n} ambitions", n)
        case ObjectiveWord.POLICY_OBJECTIVE:
            return words.count("{n} policy objective", "{n} policy objectives", n)
        case ObjectiveWord.PILLAR:
            return words.count("{n} pillar", "{n} pillars", n)
        case ObjectiveWord.OBJECTIVE:
            return words.count("{n} objective", "{n} objectives", n)
