"""The desk: one writer, steps that are remembered, listeners that are told after the commit."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

import pytest

from coopdesk.desk.bus import Bus
from coopdesk.desk.desk import Desk
from coopdesk.desk.history import History
from coopdesk.desk.ledger import Kind
from coopdesk.kernel.errors import Busy, Cancelled, Conflict, Invalid
from coopdesk.opportunity.commands import AddOpportunity, ReviseOpportunity
from coopdesk.territory.commands import AddArea, ReviseArea


@pytest.fixture
def area_id(desk):
    return desk.do(AddArea("Rivierenland", ("12021",), 2026, 2031))


def areas(desk):
    with desk.look() as work:
        return work.territory.areas()


def test_a_listener_hears_of_a_step_once_it_is_kept(desk):
    heard = []
    stop = desk.bus.subscribe(lambda step, initiator: heard.append((step.label, initiator, len(areas(desk)))))
    desk.do(AddArea("Rivierenland", (), 2026, 2031), initiator="page")
    desk.undo("menu")
    stop()
    desk.redo()
    assert heard == [("Add area", "page", 1), ("Add area", "menu", 0)]


def test_unsubscribing_while_being_told_disturbs_nobody():
    bus, heard = Bus(), []
    stop = bus.subscribe(lambda *_: stop())
    bus.subscribe(lambda *_: heard.append(1))
    bus.publish(None, None)
    bus.publish(None, None)
    stop()
    assert heard == [1, 1]


def test_a_refused_command_leaves_no_step_and_tells_nobody(desk, area_id):
    heard = []
    desk.bus.subscribe(lambda *told: heard.append(told))
    before = desk.history.undoable
    with pytest.raises(Invalid):
        desk.do(AddOpportunity(area_id, "   "))
    assert (desk.history.undoable, heard) == (before, [])


def test_a_command_that_changes_nothing_leaves_no_step(desk, area_id):
    steps = desk.recent(10)
    desk.do(ReviseArea(areas(desk)[0]))
    assert desk.recent(10) == steps


def test_doing_something_new_forgets_what_could_be_redone(desk, area_id):
    desk.do(AddArea("Denderregio", (), 2026, 2031))
    desk.undo()
    desk.do(AddArea("Zuidwest", (), 2026, 2031))
    assert desk.history.redoable is None
    assert desk.redo() is None
    assert [a.name for a in areas(desk)] == ["Rivierenland", "Zuidwest"]


def test_there_is_nothing_to_undo_in_a_new_workspace(desk):
    assert (desk.undo(), desk.redo(), desk.history.undoable) == (None, None, None)


def test_history_survives_a_restart_with_its_redo_side(desk, ledger, area_id):
    desk.do(AddArea("Denderregio", (), 2026, 2031))
    desk.undo()
    again = Desk(ledger)
    assert (again.history.undoable.subject, again.history.redoable.subject) == ("Rivierenland", "Denderregio")
    again.redo()
    assert len(areas(again)) == 2


def test_undo_refuses_to_overwrite_a_later_change_of_another_window(desk, ledger, area_id):
    desk.do(AddOpportunity(area_id, "Jobbeurs"))
    other = Desk(ledger)
    with other.look() as work:
        card = work.opportunities.of_area(area_id)[0]
    other.do(ReviseOpportunity(replace(card, title="Jobbeurs 50+")))
    with pytest.raises(Conflict):
        desk.undo()
    with desk.look() as work:
        assert work.opportunities.of_area(area_id)[0].title == "Jobbeurs 50+"


def test_an_edit_of_something_older_than_what_is_kept_is_refused(desk, area_id):
    seen = areas(desk)[0]
    desk.do(ReviseArea(replace(seen, name="Rivierenland-Zuid")))
    with pytest.raises(Conflict):
        desk.do(ReviseArea(replace(seen, name="Rivierenland-Noord")))
    assert areas(desk)[0].name == "Rivierenland-Zuid"


@dataclass(frozen=True)
class Slow:
    """A command that waits until it is told to go on."""

    started: threading.Event
    go_on: threading.Event
    label: str = "Slow"

    def run(self, work):
        self.started.set()
        assert self.go_on.wait(10)


def test_a_second_writer_is_told_at_once_and_nothing_is_started(desk, area_id):
    started, go_on = threading.Event(), threading.Event()
    worker = threading.Thread(target=desk.perform, args=(Slow(started, go_on),))
    worker.start()
    assert started.wait(10)
    with pytest.raises(Busy):
        desk.do(AddArea("Denderregio", (), 2026, 2031))
    with pytest.raises(Busy):
        desk.undo()
    go_on.set()
    worker.join(10)
    desk.do(AddArea("Denderregio", (), 2026, 2031))
    assert len(areas(desk)) == 2


@dataclass(frozen=True)
class StoppedHalfway:
    label: str = "Stopped"

    def run(self, work):
        AddArea("Half", (), 2026, 2031).run(work)
        raise Cancelled


def test_a_cancelled_command_keeps_nothing(desk):
    with pytest.raises(Cancelled):
        desk.do(StoppedHalfway())
    assert (areas(desk), desk.recent(5)) == ([], [])
    desk.do(AddArea("Rivierenland", (), 2026, 2031))


def test_long_work_is_kept_first_and_told_later(desk):
    heard = []
    desk.bus.subscribe(lambda step, _: heard.append(step.label))
    _, step = desk.perform(AddArea("Rivierenland", (), 2026, 2031))
    assert (heard, desk.history.undoable, len(areas(desk))) == ([], None, 1)
    desk.conclude(step)
    assert (heard, desk.history.undoable.id) == (["Add area"], step.id)


def test_the_history_of_one_thing_lists_its_own_changes(desk, area_id):
    desk.do(AddArea("Denderregio", (), 2026, 2031))
    desk.do(ReviseArea(replace(areas(desk)[1], name="Rivierenland-Zuid")))
    found = desk.history_of("area", area_id)
    assert [s.label for s in found] == ["Add area", "Change area"]
    assert [c.after["name"] for s in found for c in s.rows] == ["Rivierenland", "Rivierenland-Zuid"]


def test_steps_are_listed_newest_first(desk, area_id):
    desk.undo()
    assert [(h.kind, h.subject) for h in desk.recent(5)] == [(Kind.UNDO, "Rivierenland"), (Kind.DO, "Rivierenland")]


def test_undo_and_redo_of_unknown_steps_leave_the_stacks_alone(desk, area_id):
    head = desk.history.undoable
    history = History()
    for kind in (Kind.UNDO, Kind.REDO, Kind.UNDO):
        history.note(type(head)(head.id, kind, head.label, head.subject, head.at))
    assert (history.undoable, history.redoable.id) == (None, head.id)
