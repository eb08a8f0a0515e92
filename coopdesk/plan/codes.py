"""Codes of actions: how people count, and the next one after the pattern of a plan.

A pattern is text with tokens: {objective} and {domain} are the codes of the levels above, {number} the digits of the
code of the objective, and {n}, {nn} or {nnn} the number of the action in one, two or three digits at least. So
{objective}.{n} gives 1.4, {objective}.{domain}.{n} gives 1.2.4 and A{number}{nn} gives A0402 under AP04.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from coopdesk.kernel.errors import Invalid
from coopdesk.words.marks import N_

DEFAULT = "{objective}.{n}"
PATTERNS = (DEFAULT, "{objective}.{domain}.{n}", "A{number}{nn}", "{n}")
_TOKEN = re.compile(r"\{(\w+)\}")
_COUNTER = re.compile(r"\{(n{1,3})\}")
_LEVEL = re.compile(r"\{(objective|domain|number)\}([^\w{]?)")
_KNOWN = frozenset({"objective", "domain", "number", "n", "nn", "nnn"})
_COUNTERS = frozenset({"n", "nn", "nnn"})


def checked_pattern(pattern: str) -> str:
    """The pattern trimmed; Invalid when a token is not known or nothing in it counts."""
    found = pattern.strip()
    tokens = _TOKEN.findall(found)
    if found and (not set(tokens) <= _KNOWN or len([token for token in tokens if token in _COUNTERS]) != 1):
        raise Invalid(N_("A pattern needs the number of the action exactly once, as in {{objective}}.{{n}}."))
    return found


def proposed(pattern: str, objective: str, domain: str, codes: Iterable[str]) -> str:
    """The next code after a pattern, among the codes there are: after 1.1 and 1.3 comes 1.4."""
    values = {"objective": objective, "domain": domain, "number": "".join(re.findall(r"\d", objective))}
    before, counter, after = _COUNTER.split(pattern or DEFAULT, maxsplit=1)
    head, tail = _filled(before, values), _filled(after, values)
    shape = re.compile(rf"{re.escape(head)}(\d+){re.escape(tail)}")
    taken = (int(found[1]) for code in codes if (found := shape.fullmatch(code)) is not None)
    return f"{head}{max(taken, default=0) + 1:0{len(counter)}}{tail}"


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    """A stretch of a pattern with its tokens filled. A token that is empty takes the mark that set it apart along, so
    that {domain}.{n} without a domain is {n}."""

    def value(found: re.Match[str]) -> str:
        known = values[found[1]]
        return known + found[2] if known else ""

    return _LEVEL.sub(value, pattern)
