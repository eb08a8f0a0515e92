"""A newer plan, or the plan of someone else, beside the actions that are there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coopdesk.annex.commands import Imported
from coopdesk.annex.model import Choices, Rule
from coopdesk.annex.ui.page import ImportPage
from coopdesk.desk.desk import Desk
from coopdesk.plan.commands.actions import MoveAction
from coopdesk.plan.commands.indicators import AddIndicator
from tests.annex.hands import brought, pressed, settled
from tests.annex.test_again import actions, plan  # noqa: F401 (a fixture)

HEAD = ["Ambitie", "Spoor", "Code", "Actie", "Trekker"]
FIRST = [HEAD, ["Meer werk", "Werkgevers", "1.1", "Jobbeurs", "Ann"], ["Meer werk", "", "1.2", "Taalcoaching", "Koen"]]
MOVED = [HEAD, ["Sterke talenten", "Leren", "1.1", "Jobbeurs", "Ann"], FIRST[2]]
OTHERS = [HEAD, ["Mobiliteit", "", "1.1", "Fietslessen", "Bea"], ["Mobiliteit", "", "1.2", "Deelwagens", "Bea"]]
Bring = Callable[..., Imported]


def homes(desk: Desk[Any]) -> dict[str, tuple[str, str]]:
    """The objective and the level between of each action, by its title."""
    with desk.look() as work:
        objectives = {one.id: one.title for one in work.plans.objectives("plan-1")}
        domains = {one.id: one.title for one in work.plans.domains("plan-1")}
        return {
            one.title: (objectives[one.objective_id], domains.get(one.domain_id or "", ""))
            for one in work.plans.actions("plan-1")
        }


def test_an_action_that_moved_in_the_file_moves_in_the_plan_with_what_measures_it(
    desk: Desk[Any], bring: Bring, plan: str  # noqa: F811
) -> None:  # fmt: skip
    bring(FIRST, plan)
    fair = actions(desk)["1.1"]
    desk.do(AddIndicator(fair.objective_id, "Bezoekers", action_id=fair.id))
    assert bring(MOVED, plan).tally.changed == 1
    assert homes(desk) == {"Jobbeurs": ("Sterke talenten", "Leren"), "Taalcoaching": ("Meer werk", "")}
    with desk.look() as work:
        assert [one.objective_id for one in work.plans.indicators(plan)] == [actions(desk)["1.1"].objective_id]
    assert bring(MOVED, plan).batch_id == ""
    desk.undo()
    assert homes(desk)["Jobbeurs"] == ("Meer werk", "Werkgevers")


@pytest.mark.parametrize(
    ("rule", "home"), [(Rule.ASK, "Eigen"), (Rule.MINE, "Eigen"), (Rule.SOURCE, "Sterke talenten")]
)  # fmt: skip
def test_an_action_that_both_moved_stays_until_the_rule_of_the_column_says_otherwise(
    desk: Desk[Any], bring: Bring, plan: str, rule: Rule, home: str  # noqa: F811
) -> None:  # fmt: skip
    bring([*FIRST, ["Eigen", "", "1.3", "Stages", ""]], plan)
    fair, stages = actions(desk)["1.1"], actions(desk)["1.3"]
    desk.do(MoveAction(fair.id, fair.version, stages.objective_id))
    bring(MOVED, plan, Choices(rules=(("objective", rule),)))
    assert homes(desk)["Jobbeurs"][0] == home


def test_the_actions_of_another_file_stay_out_until_someone_says_what_they_are(
    desk: Desk[Any], bring: Bring, plan: str  # noqa: F811
) -> None:  # fmt: skip
    bring(FIRST, plan)
    before = actions(desk)
    done = bring(OTHERS, plan)
    assert (done.tally.added, done.tally.changed, done.tally.twins) == (0, 0, 2)
    assert actions(desk) == before


def test_other_actions_get_numbers_of_their_own_and_are_known_again(
    desk: Desk[Any], bring: Bring, plan: str  # noqa: F811
) -> None:  # fmt: skip
    bring(FIRST, plan)
    assert bring(OTHERS, plan, Choices(same_actions=False)).tally.added == 2
    assert {code: one.title for code, one in actions(desk).items()} == {
        "1.1": "Jobbeurs", "1.2": "Taalcoaching", "2.1": "Fietslessen", "2.2": "Deelwagens",
    }  # fmt: skip
    done = bring(OTHERS, plan)
    assert (done.batch_id, done.tally.same, done.tally.twins) == ("", 2, 0)
    newer = [HEAD, [*OTHERS[1][:4], "Ilse"], OTHERS[2]]
    bring(newer, plan)
    assert actions(desk)["2.1"].lead == "Ilse"


def test_the_same_actions_take_the_titles_of_the_file(desk: Desk[Any], bring: Bring, plan: str) -> None:  # noqa: F811
    bring(FIRST, plan)
    bring(OTHERS, plan, Choices(same_actions=True))
    assert [one.title for one in actions(desk).values()] == ["Fietslessen", "Deelwagens"]


def test_a_title_in_more_words_needs_no_question(desk: Desk[Any], bring: Bring, plan: str) -> None:  # noqa: F811
    bring(FIRST, plan)
    newer = [HEAD, [*FIRST[1][:3], "Jobbeurs met zorgwerkgevers", "Ann"], [*FIRST[2][:3], "Taalcoachingen", "Koen"]]
    assert bring(newer, plan).tally.changed == 2


def test_one_press_in_the_window_says_that_these_are_other_actions(
    qtbot: QtBot, page: ImportPage, desk: Desk[Any], bring: Bring, write: Any, plan: str  # noqa: F811
) -> None:  # fmt: skip
    bring(FIRST, plan)
    page.context.area.choose("area-1")
    page.refresh()
    brought(qtbot, page, write(OTHERS))
    texts = "\n".join(label.text() for label in page.new.review.problems.findChildren(QLabel))
    assert "1.1: in het plan ‘Jobbeurs’, in het bestand ‘Fietslessen’" in texts
    pressed(page, "Dit zijn andere acties")
    settled(qtbot, page)
    page.new.review.button.click()
    settled(qtbot, page)
    assert len(actions(desk)) == 4
    desk.undo()
    assert len(actions(desk)) == 2
