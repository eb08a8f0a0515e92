"""The words of one language: every text for people passes through here."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from typing import Any

from coopdesk.kernel.errors import UserError
from coopdesk.kernel.resources import resource
from coopdesk.words.formats import Formats

DOMAIN = "coopdesk"
LANGUAGES = {"nl": "nl_BE", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Words:
    """A language with its catalogue and its way of writing numbers and dates; two may be open at once, since a dossier
    can be in another language than the window."""

    language: str
    formats: Formats
    _catalogue: gettext.NullTranslations

    def say(self, msgid: str, /, **fields: Any) -> str:
        """The text in this language, with its named fields filled in."""
        return _fill(self._catalogue.gettext(msgid), fields)

    def count(self, one: str, many: str, n: int, /, **fields: Any) -> str:
        """The text for so many things; `{n}` is the number as this language writes it."""
        return _fill(self._catalogue.ngettext(one, many, n), {"n": self.formats.number(n), **fields})

    def of(self, context: str, msgid: str, /, **fields: Any) -> str:
        """The text in a context, where one English word has several translations."""
        return _fill(self._catalogue.pgettext(context, msgid), fields)

    def tell(self, error: UserError) -> str:
        """What went wrong, in this language."""
        return self.say(error.msgid, **error.fields)


def _fill(text: str, fields: dict[str, Any]) -> str:
    return text.format_map(fields) if fields else text


def open_words(language: str) -> Words:
    """The words of "nl" or "en"; English is the language of the message ids, so it needs no catalogue."""
    catalogue = gettext.translation(DOMAIN, str(resource("locale")), languages=[language], fallback=language == "en")
    return Words(language, Formats(LANGUAGES[language]), catalogue)
