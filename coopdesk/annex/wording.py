"""How two wordings are compared: in the form in which case, accents and signs no longer tell them apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WHY = "Coopdesk: waarom niet ingevoerd"  # heads the reasons in a file of rows to correct; the same in every language


@lru_cache(maxsize=50_000)
def simple(text: str) -> str:
    """A wording without case, accents and signs, words parted by one space."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", bare).strip()
