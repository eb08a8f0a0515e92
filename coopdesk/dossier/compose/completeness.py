"""What a reader of the dossier would still miss; it never stops anyone from making it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coopdesk.agreement.model import AgreementState
from coopdesk.analysis.model import ChapterState
from coopdesk.dossier.compose.chain import Chain
from coopdesk.dossier.compose.places import place_values
from coopdesk.dossier.compose.standing import standing_agreements
from coopdesk.dossier.rules import printed
from coopdesk.dossier.setup import WRITTEN, Part
from coopdesk.dossier.texts import shipped, without_value
from coopdesk.opportunity.model import OpportunityState
from coopdesk.words.catalogue import Words

_ARRANGEMENTS = tuple(part for part in WRITTEN if part not in (Part.SITUATION, Part.SIGNATURES))


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at, in words, with the page and object where it can be done."""

    text: str
    page: str
    id: str = ""


def remarks(chain: Chain, words: Words) -> tuple[Remark, ...]:
    """Everything that is missing in the parts that are printed, the weightiest first."""
    parts = set(printed(chain.setup))
    found: list[Remark] = []
    if Part.ANALYSIS in parts:
        found += _analysis(chain, words)
    if Part.OPPORTUNITIES in parts and not any(o.state is OpportunityState.CHOSEN for o in chain.opportunities):
        found.append(Remark(words.say("No opportunity has been chosen"), "opportunities"))
    if Part.PLAN in parts:
        found += _plan(chain, words)
    if parts & {Part.AGREEMENTS, Part.PARTIES, Part.SIGNATURES}:
        found += _agreements(chain, words)
    if Part.DATA in parts:
        found += _exchanges(chain, words)
    found += _texts(chain, words)
    if len(chain.logos) < len(chain.style.logos):
        found.append(Remark(words.say("The file of a logo is gone from the workspace"), "dossier", "style"))
    return tuple(found)


def _texts(chain: Chain, words: Words) -> Iterator[Remark]:
    """Texts with a place nothing is known for, and how many are still as they were shipped."""
    values, parts = place_values(chain, words), printed(chain.setup)
    texts = {part: chain.texts[part] for part in WRITTEN if part in parts and part in chain.texts}
    for part, article in texts.items():
        bare = without_value(f"{article.title}\n{article.text}", values)
        if bare:
            text = words.say("“{title}” has nothing to fill in for {name}", title=article.title, name=bare[0])
            yield Remark(text, "dossier", f"text/{part.value}")
    known = shipped(chain.setup.language).articles
    same = [part for part in _ARRANGEMENTS if part in texts and texts[part] == known[part]]
    if same:
        text = words.count("{n} text is still the standard text", "{n} texts are still the standard texts", len(same))
        yield Remark(text, "dossier", f"text/{same[0].value}")


def _analysis(chain: Chain, words: Words) -> Iterator[Remark]:
    part = chain.analysis
    if part is None:
        yield Remark(words.say("There is no analysis yet"), "analysis")
        return
    drafts = [c for c in part.chapters if c.chapter.state is ChapterState.DRAFT]
    if drafts:
        text = words.count("{n} chapter is still a draft", "{n} chapters are still drafts", len(drafts))
        yield Remark(text, "analysis", drafts[0].chapter.id)
    stale = [c for c in part.chapters if c.stale]
    if stale:
        text = words.count("{n} chapter quotes an old figure", "{n} chapters quote an old figure", len(stale))
        yield Remark(text, "analysis", stale[0].chapter.id)
    small = [c for c in part.chapters if c.small] if chain.setup.hides_small else []
    if small:
        text = words.count(
            "{n} chapter quotes a small number of people", "{n} chapters quote a small number of people", len(small)
        )
        yield Remark(text, "analysis", small[0].chapter.id)
    empty = [c for c in part.chapters if not c.text.strip()]
    if empty:
        text = words.count("{n} chapter has no text", "{n} chapters have no text", len(empty))
        yield Remark(text, "analysis", empty[0].chapter.id)


def _plan(chain: Chain, words: Words) -> Iterator[Remark]:
    rows = chain.plan.rows if chain.plan is not None else ()
    if not rows:
        yield Remark(words.say("There are no actions yet"), "plan")
        return
    bare = [r for r in rows if not r.action.lead]
    if bare:
        text = words.count("{n} action has no lead", "{n} actions have no lead", len(bare))
        yield Remark(text, "plan", bare[0].id)
    barely = [h for h in (chain.plan.objectives if chain.plan else ()) if not h.indicators]
    if barely:
        text = words.count("{n} objective has no indicator", "{n} objectives have no indicator", len(barely))
        yield Remark(text, "plan", barely[0].id)
    undated = [r for r in rows if r.action.end is None]
    if undated:
        text = words.count("{n} action has no end date", "{n} actions have no end date", len(undated))
        yield Remark(text, "plan", undated[0].id)


def _exchanges(chain: Chain, words: Words) -> Iterator[Remark]:
    bare = [(row.id, e) for row in standing_agreements(chain) for e in row.exchanges if not e.ground]
    if bare:
        text = words.count(
            "{n} exchange of data has no deliberation or protocol",
            "{n} exchanges of data have no deliberation or protocol", len(bare),
        )  # fmt: skip
        yield Remark(text, "agreements", bare[0][0])


def _agreements(chain: Chain, words: Words) -> Iterator[Remark]:
    if not chain.agreements:
        yield Remark(words.say("There are no agreements yet"), "agreements")
        return
    unclear = [r for r in chain.agreements if r.state is AgreementState.UNKNOWN]
    if unclear:
        text = words.count("{n} agreement lacks a date", "{n} agreements lack a date", len(unclear))
        yield Remark(text, "agreements", unclear[0].id)
    alone = [r for r in chain.agreements if not r.parties]
    if alone:
        text = words.count("{n} agreement has no parties", "{n} agreements have no parties", len(alone))
        yield Remark(text, "agreements", alone[0].id)
