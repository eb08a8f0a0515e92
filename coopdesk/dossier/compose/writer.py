"""What composing one document shares: its words, the numbers of chapters, figures and tables."""

from __future__ import annotations

from collections.abc import Sequence

from coopdesk.charts.look import Look
from coopdesk.charts.themes import BLACK, PRINT
from coopdesk.dossier.compose.chain import Chain
from coopdesk.dossier.compose.places import place_values
from coopdesk.dossier.compose.tongue import tag_of_own
from coopdesk.dossier.model import Column, Heading, Paragraph, TableBlock, TableRow
from coopdesk.words.catalogue import Words
from coopdesk.words.formats import Formats


class Pen:
    """Numbers what it is asked to name, in the order of asking; one per composition."""

    def __init__(self, words: Words, *, own: str = "", twins: bool = False) -> None:
        """Writes in these words; `own` is the row that is strong in tables, `twins` puts tables under charts."""
        self.words, self.own, self.twins = words, own, twins
        self._chapters = self._annexes = 0
        self._figure = self._table = 0
        self._prefix = ""

    @property
    def formats(self) -> Formats:
        """How this language writes numbers and dates."""
        return self.words.formats

    def chapter(self, title: str) -> Heading:
        """The heading of the next chapter; figures and tables begin again at 1."""
        self._chapters += 1
        return self._begun(str(self._chapters), f"{self._chapters}\u2002{title}")

    def annex(self, title: str) -> Heading:
        """The heading of the next annex; its figures and tables carry a letter."""
        self._annexes += 1
        named = self.words.say("Annex {number}. {title}", number=self._annexes, title=title)
        return self._begun(self.words.say("A{number}", number=self._annexes), named)

    def _begun(self, prefix: str, heading: str) -> Heading:
        self._prefix, self._figure, self._table = prefix, 0, 0
        return Heading(heading)

    def figure(self, conclusion: str) -> str:
        """The caption of the next figure of this chapter; before the first chapter it has no number."""
        self._figure += 1
        if not self._prefix:
            return conclusion
        return self.words.say("Figure {number} – {title}", number=f"{self._prefix}.{self._figure}", title=conclusion)

    def caption(self, title: str) -> str:
        """The caption of the next table of this chapter; before the first chapter it has no number."""
        self._table += 1
        if not self._prefix:
            return title
        return self.words.say("Table {number} – {title}", number=f"{self._prefix}.{self._table}", title=title)

    def table(
        self, title: str, columns: Sequence[Column], rows: Sequence[TableRow], *, note: str = "", empty: str = "",
        kin: str = "",
    ) -> TableBlock | Paragraph:  # fmt: skip
        """A numbered table; without rows a sentence that says so."""
        if not rows:
            return Paragraph(empty or self.words.say("Nothing noted yet."))
        return TableBlock(tuple(columns), tuple(rows), self.caption(title), note, kin=kin)

    def look(self, width: float, *, colour: bool) -> Look:
        """What a chart of this document is drawn for."""
        return Look(PRINT if colour else BLACK, self.words, width)


class Writer(Pen):
    """The same for the dossier of an area, with all that is known of it."""

    def __init__(self, chain: Chain, words: Words) -> None:
        """Writes about this chain in these words."""
        super().__init__(words, own=chain.title, twins=chain.setup.twins)
        self.chain = chain
        self.places = place_values(chain, words)
        self.tongue = tag_of_own(chain, words.language)
        """The language of what people wrote themselves, when it is not that of the document."""
        self.noticed = False
        """Whether the reader was told that standard texts are no legal advice."""
