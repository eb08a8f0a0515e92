"""What stands around the content of every document: head, foot, and the document itself."""

from __future__ import annotations

from datetime import date

from coopdesk.dossier.model import Cover, Document, Furniture, Section
from coopdesk.words.catalogue import LANGUAGES, Words


def furniture(words: Words, on: date, named: str, footer: str, *, contents: bool) -> Furniture:
    """Head and foot of each page: what it is, its state, the house's own footer, the day and the page."""
    made = words.say("Made on {day}", day=words.formats.long_day(on))
    return Furniture(
        header_left=named,
        header_right=words.say("Draft"),
        footer_left=f"{footer} · {made}" if footer else made,
        page=words.say("Page {page} of {total}", page="{page}", total="{total}"),
        contents=words.say("Contents") if contents else "",
        contents_line=words.say("{title}, page {page}", title="{title}", page="{page}"),
        too_long=words.say("[shortened]"),
    )


def document(
    words: Words, on: date, title: str, framed: Furniture, sections: tuple[Section, ...], *, cover: Cover | None = None,
    colour: bool = True,
) -> Document:  # fmt: skip
    """The finished document in the language of its words."""
    return Document(
        title=title,
        author="Coopdesk",
        language=LANGUAGES[words.language].replace("_", "-"),
        on=on,
        furniture=framed,
        cover=cover,
        sections=sections,
        colour=colour,
    )
