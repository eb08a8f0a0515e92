"""In which language people wrote what a dossier prints of them, so that a screen reader speaks it rightly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coopdesk.dossier.compose.chain import Chain
from coopdesk.words.catalogue import LANGUAGES

# Words no sentence goes without, and the other language does not have.
_DUTCH = frozenset(("de", "het", "een", "en", "van", "voor", "met", "naar", "te", "zijn", "aan", "bij", "wij", "niet",
                    "dat", "die", "om", "uit", "door", "werk"))  # fmt: skip
_ENGLISH = frozenset(("the", "a", "and", "of", "for", "with", "to", "are", "by", "we", "not", "that", "this", "from",
                      "on", "more", "work", "into"))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Iterable[str]) -> str:
    """The language of texts by their smallest words; Dutch where they do not tell, as this program is used there."""
    words = [word for text in texts for word in _WORD.findall(text.casefold())]
    return "en" if sum(w in _ENGLISH for w in words) > sum(w in _DUTCH for w in words) else "nl"


def tag_of_own(chain: Chain, language: str) -> str:
    """The language of what people wrote about the area, for a document in `language`; empty when it is the same."""
    own = language_of(_written(chain))
    return "" if own == language else LANGUAGES[own].replace("_", "-")


def _written(chain: Chain) -> Iterator[str]:
    """What people themselves wrote."""
    yield chain.area.remark
    if chain.analysis is not None:
        yield from (chapter.text for chapter in chain.analysis.chapters)
    for one in chain.opportunities:
        yield from (one.title, one.reason)
    if chain.plan is not None:
        for row in chain.plan.objectives:
            yield from (row.objective.title, row.objective.description)
        yield from (row.action.title for row in chain.plan.rows)
    yield from (row.agreement.title for row in chain.agreements)
