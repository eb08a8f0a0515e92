"""How commands about the analysis, opportunities, first steps and the follow-up are filled in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from coopdesk.analysis import commands as analysis
from coopdesk.analysis.model import ChapterState
from coopdesk.followup import commands as followup
from coopdesk.followup.model import Meeting
from coopdesk.opportunity import commands as opportunity
from coopdesk.opportunity.model import OpportunityState
from coopdesk.plan.commands import start
from tests.desk.hand import Hand, builds, days, named, scores, some_codes, texts, titles, values, years

places = st.integers(-1, 4)
periods = st.sampled_from(["2026", "2026-H1", "2026-Q2", "H1"])


@builds(analysis.StartAnalysis)
def _(hand: Hand):
    return analysis.StartAnalysis(hand.id("area"), hand.draw(years), hand.draw(years), hand.draw(values))


@builds(analysis.ReviseAnalysis)
def _(hand: Hand):
    key = hand.id("analysis")
    kept = hand.read(lambda work: work.analyses.analysis(key))
    return analysis.ReviseAnalysis(replace(kept, year=hand.draw(years), version=hand.version(kept)))


@builds(analysis.RemoveAnalysis)
def _(hand: Hand):
    return analysis.RemoveAnalysis(hand.id("analysis"))


@builds(analysis.AddChapter)
def _(hand: Hand):
    return analysis.AddChapter(hand.id("analysis"), hand.draw(titles))


@builds(analysis.ReviseChapter)
def _(hand: Hand):
    key = hand.id("chapter")
    kept = hand.read(lambda work: work.analyses.chapter(key))
    changed = replace(kept, commentary=hand.draw(texts), state=hand.enum(ChapterState), version=hand.version(kept))
    return analysis.ReviseChapter(changed)


@builds(analysis.MoveChapter)
def _(hand: Hand):
    key = hand.id("chapter")
    kept = hand.read(lambda work: work.analyses.chapter(key))
    return analysis.MoveChapter(key, hand.version(kept), hand.draw(places))


@builds(analysis.RemoveChapter)
def _(hand: Hand):
    return analysis.RemoveChapter(hand.id("chapter"))


@builds(analysis.KeepProposals)
def _(hand: Hand):
    proposal = analysis.StatedProposal(
        hand.draw(named), hand.draw(named), hand.draw(texts), "employment_rate", "2015", hand.draw(some_codes),
    )  # fmt: skip
    return analysis.KeepProposals(hand.id("analysis"), (proposal,))


@builds(opportunity.AddOpportunity)
def _(hand: Hand):
    draw = hand.draw
    return opportunity.AddOpportunity(
        hand.id("area"), draw(titles), draw(texts), hand.enum(OpportunityState), draw(scores), draw(scores),
        draw(some_codes),
    )  # fmt: skip


def _opportunity(hand: Hand):
    key = hand.id("opportunity")
    return hand.read(lambda work: work.opportunities.opportunity(key))


@builds(opportunity.ReviseOpportunity)
def _(hand: Hand):
    kept = _opportunity(hand)
    changed = replace(kept, title=hand.draw(titles), state=hand.enum(OpportunityState), version=hand.version(kept))
    return opportunity.ReviseOpportunity(changed)


@builds(opportunity.MoveOpportunity)
def _(hand: Hand):
    kept = _opportunity(hand)
    return opportunity.MoveOpportunity(kept.id, hand.version(kept), hand.enum(OpportunityState), hand.draw(places))


@builds(opportunity.AcceptOpportunity)
def _(hand: Hand):
    kept = _opportunity(hand)
    return opportunity.AcceptOpportunity(kept.id, hand.version(kept))


@builds(opportunity.RemoveOpportunities)
def _(hand: Hand):
    return opportunity.RemoveOpportunities(hand.ids("opportunity"))


@builds(start.AddFirstAction)
def _(hand: Hand):
    return start.AddFirstAction(hand.id("area"), hand.draw(years), hand.draw(named), hand.draw(titles))


@builds(start.AddFirstObjective)
def _(hand: Hand):
    return start.AddFirstObjective(hand.id("area"), hand.draw(years), hand.draw(titles))


@builds(start.MakeActionFromOpportunity)
def _(hand: Hand):
    kept = _opportunity(hand)
    return start.MakeActionFromOpportunity(kept.area_id, kept.id, hand.draw(titles), hand.draw(years))


@builds(followup.Measure)
def _(hand: Hand):
    value = hand.draw(st.none() | values)
    return followup.Measure(hand.id("objective_indicator"), hand.draw(periods), value, hand.draw(texts))


@builds(followup.Comment)
def _(hand: Hand):
    return followup.Comment(hand.id("action"), hand.draw(periods), hand.draw(texts))


@builds(followup.AddMeeting)
def _(hand: Hand):
    return followup.AddMeeting(hand.id("area"), hand.draw(titles), hand.draw(days), hand.draw(texts))


@builds(followup.ReviseMeeting)
def _(hand: Hand):
    key = hand.id("meeting")
    kept = hand.read(lambda work: work.followup.get(Meeting, key))
    return followup.ReviseMeeting(replace(kept, body=hand.draw(titles), version=hand.version(kept)))


@builds(followup.RemoveMeetings)
def _(hand: Hand):
    return followup.RemoveMeetings(hand.ids("meeting"))
