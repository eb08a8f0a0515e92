"""The code a new action gets, after the pattern of its plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.kernel.errors import Invalid
from coopdesk.plan.codes import PATTERNS, checked_pattern, proposed


@pytest.mark.parametrize(
    ("pattern", "objective", "domain", "there", "next_one"),
    [
        ("", "1", "", ("1.1", "1.3"), "1.4"),
        ("", "1", "", ("2.1", "11.9"), "1.1"),
        ("", "", "", ("3", "12"), "13"),
        ("{objective}.{domain}.{n}", "BD2", "3", ("BD2.3.1", "BD2.3.9"), "BD2.3.10"),
        ("{objective}.{domain}.{n}", "2", "", ("2.1", "2.3.8"), "2.2"),
        ("A{number}{nn}", "AP04", "", ("A0401", "A1309"), "A0402"),
        ("SA{nnn}", "1", "", ("SA015", "SA15x"), "SA016"),
        ("{n}/{objective}", "W", "", ("1/W", "2/X"), "2/W"),
    ],
)
def test_the_next_code_continues_those_there_are(
    pattern: str, objective: str, domain: str, there: tuple[str, ...], next_one: str
) -> None:
    assert proposed(pattern, objective, domain, there) == next_one


@pytest.mark.parametrize("pattern", ["zonder nummer", "{n}{n}", "{objective}", "{maand}.{n}"])
def test_a_pattern_that_counts_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(Invalid):
        checked_pattern(pattern)


words = st.text("AP04.-/ {}n", max_size=5)


@given(st.sampled_from(PATTERNS), words, words, st.lists(words | st.integers(0, 99).map(str), max_size=5))
def test_a_proposed_code_is_never_one_that_is_taken(
    pattern: str, objective: str, domain: str, there: list[str]
) -> None:
    codes = list(there)
    for _ in range(3):
        made = proposed(pattern, objective, domain, codes)
        assert made not in codes
        codes.append(made)
