"""One municipality's own begin and end in an agreement, beside those that a newer list gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from coopdesk.agreement.commands.belonging import ReviseMember
from coopdesk.annex.commands import Imported
from coopdesk.annex.merge.compare import compare
from coopdesk.annex.merge.sides import Difference, Side, as_text
from coopdesk.annex.model import Choices, Rule
from coopdesk.desk.desk import Desk
from coopdesk.kernel.partial_date import PartialDate
from tests.annex.conftest import Read

HEAD = ["Gemeente", "Samenwerkingsverband", "Begindatum", "Einddatum"]
Bring = Callable[..., Imported]


def dender(end: str = "31/12/2027", lede: str = "31/12/2027") -> list[list[Any]]:
    rows = [[place, "Dender", "1/1/2022", end] for place in ("Aalst", "Ninove", "Haaltert")]
    return [HEAD, *rows, ["Lede", "Dender", "1/1/2022", lede]]


def ends(desk: Desk[Any]) -> dict[str, str]:
    """The own ends of the municipalities that have one."""
    with desk.look() as work:
        return {m.nis_code: m.end_date.canonical() for m in work.agreements.members() if m.end_date}


def left(desk: Desk[Any], year: int) -> None:
    """The user lets Lede leave by the end of a year."""
    with desk.look() as work:
        member = next(m for m in work.agreements.members() if m.nis_code == "41034")
    desk.do(ReviseMember(replace(member, end_date=PartialDate.year(year))))


def asked(desk: Desk[Any], read: Read, rows: list[list[Any]]) -> list[Difference]:
    with desk.look() as work:
        return list(compare(work, read(rows)).differences)


def test_a_municipality_that_leaves_earlier_in_the_file_leaves_earlier_here(desk: Desk[Any], bring: Bring) -> None:
    bring(dender())
    assert bring(dender(lede="30/6/2025")).tally.changed == 1
    assert ends(desk) == {"41034": "2025-06-30"}
    assert bring(dender(lede="30/6/2025")).batch_id == ""
    assert bring(dender()).tally.changed == 1
    assert ends(desk) == {}
    desk.undo()
    assert ends(desk) == {"41034": "2025-06-30"}


def test_an_end_the_user_gave_stays_while_the_file_says_what_it_said(desk: Desk[Any], bring: Bring, read: Read) -> None:
    bring(dender())
    left(desk, 2024)
    assert [d.side for d in asked(desk, read, dender())] == [Side.MINE]
    bring(dender(end="31/12/2028", lede="31/12/2028"))
    assert ends(desk) == {"41034": "2024"}


def test_an_end_that_both_changed_is_asked_and_the_rule_of_the_column_decides(
    desk: Desk[Any], bring: Bring, read: Read
) -> None:
    bring(dender())
    left(desk, 2024)
    newer = dender(lede="30/6/2025")
    for _ in range(2):
        (one,) = asked(desk, read, newer)
        assert (one.side, one.taken, one.title) == (Side.BOTH, False, "Dender · Lede")
        assert (as_text(one.mine), as_text(one.new)) == ("2024", "2025-06-30")
        bring(newer)
        assert ends(desk) == {"41034": "2024"}
    bring(newer, choices=Choices(rules=(("end", Rule.SOURCE),)))
    assert ends(desk) == {"41034": "2025-06-30"}
