"""How commands about areas, figures and contacts are filled in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from coopdesk.contacts.commands import organisations as org
from coopdesk.contacts.commands import people
from coopdesk.contacts.model import BodyKind, OrganisationKind, Role, Seat
from coopdesk.example.make import BringInFigures
from coopdesk.figures import commands as figures
from coopdesk.figures.model import ObservationStatus
from coopdesk.territory import commands as areas
from coopdesk.territory.model import AreaKind, MapLayer
from tests.desk.hand import (
    TODAY,
    Hand,
    builds,
    codes,
    days,
    named,
    partials,
    some_codes,
    texts,
    titles,
    values,
    years,
)


def _area(hand: Hand):
    key = hand.id("area")
    return hand.read(lambda work: work.territory.area(key))


@builds(areas.AddArea)
def _(hand: Hand):
    draw = hand.draw
    return areas.AddArea(draw(titles), draw(some_codes), draw(years), draw(years), hand.enum(AreaKind), draw(texts))


@builds(areas.ReviseArea)
def _(hand: Hand):
    area = _area(hand)
    return areas.ReviseArea(replace(area, name=hand.draw(titles), remark=hand.draw(texts), version=hand.version(area)))


@builds(areas.RemoveArea)
def _(hand: Hand):
    return areas.RemoveArea(hand.id("area"))


@builds(areas.AddMunicipalities)
def _(hand: Hand):
    return areas.AddMunicipalities(hand.id("area"), hand.draw(some_codes), hand.draw(st.none() | days))


@builds(areas.ReviseMembership)
def _(hand: Hand):
    key = hand.id("area_membership")
    seen = hand.version(hand.read(lambda work: work.territory.membership(key)))
    return areas.ReviseMembership(key, seen, hand.draw(st.none() | days), hand.draw(st.none() | days))


@builds(areas.RemoveMunicipalities)
def _(hand: Hand):
    return areas.RemoveMunicipalities(hand.ids("area_membership"))


@builds(areas.AddBenchmark)
def _(hand: Hand):
    place = hand.draw(st.one_of(codes, st.just("region:flanders"), st.just("province:Antwerpen")))
    return areas.AddBenchmark(hand.id("area"), place, hand.draw(texts))


@builds(areas.RemoveBenchmark)
def _(hand: Hand):
    return areas.RemoveBenchmark(hand.id("benchmark"))


@builds(figures.AddObservation)
def _(hand: Hand):
    indicator = hand.draw(st.sampled_from(["employment_rate", "population_20_64", "own_counting"]))
    period = hand.draw(st.sampled_from(["2015", "2026-Q3", "2026-H1", "ooit"]))
    value, source = hand.draw(values), hand.draw(titles)
    return figures.AddObservation(indicator, hand.draw(codes), period, value, source, TODAY)


@builds(figures.ReviseObservation)
def _(hand: Hand):
    key = hand.id("observation")
    seen = hand.version(hand.read(lambda work: work.figures.observation(key)))
    status = hand.draw(st.none() | st.sampled_from(list(ObservationStatus)))
    return figures.ReviseObservation(key, seen, hand.draw(st.none() | values), status)


@builds(figures.RemoveObservation)
def _(hand: Hand):
    return figures.RemoveObservation(hand.id("observation"))


@builds(BringInFigures)
def _(hand: Hand):
    return BringInFigures(hand.draw(named), TODAY)


def _add_organisation(hand: Hand) -> org.AddOrganisation:
    return org.AddOrganisation(hand.draw(titles), hand.enum(OrganisationKind), remark=hand.draw(texts))


@builds(org.AddOrganisation)
def _(hand: Hand):
    return _add_organisation(hand)


@builds(org.AddOrganisations)
def _(hand: Hand):
    return org.AddOrganisations((_add_organisation(hand), _add_organisation(hand)))


@builds(org.ReviseOrganisation)
def _(hand: Hand):
    key = hand.id("organisation")
    kept = hand.read(lambda work: work.contacts.organisation(key))
    return org.ReviseOrganisation(replace(kept, name=hand.draw(titles), version=hand.version(kept)))


@builds(org.RemoveOrganisations)
def _(hand: Hand):
    return org.RemoveOrganisations(hand.ids("organisation"))


@builds(org.AddConsultationBody)
def _(hand: Hand):
    return org.AddConsultationBody(hand.draw(titles), hand.enum(BodyKind), hand.draw(texts))


@builds(org.ReviseConsultationBody)
def _(hand: Hand):
    key = hand.id("consultation_body")
    kept = hand.read(lambda work: work.contacts.body(key))
    return org.ReviseConsultationBody(replace(kept, name=hand.draw(titles), version=hand.version(kept)))


@builds(org.RemoveConsultationBody)
def _(hand: Hand):
    return org.RemoveConsultationBody(hand.id("consultation_body"))


@builds(org.SeatMember)
def _(hand: Hand):
    return org.SeatMember(hand.id("consultation_body"), hand.id("person"), hand.enum(Seat), hand.draw(partials))


@builds(org.ReviseSeat)
def _(hand: Hand):
    key = hand.id("body_member")
    kept = hand.read(lambda work: work.contacts.body_member(key))
    changed = replace(kept, seat=hand.enum(Seat), end_date=hand.draw(partials), version=hand.version(kept))
    return org.ReviseSeat(changed)


@builds(org.RemoveSeat)
def _(hand: Hand):
    return org.RemoveSeat(hand.id("body_member"))


def _add_person(hand: Hand) -> people.AddPerson:
    begin, end = hand.draw(partials), hand.draw(partials)
    return people.AddPerson(
        hand.draw(titles), hand.draw(titles), hand.enum(Role), begin_date=begin, end_date=end, remark=hand.draw(texts)
    )


@builds(people.AddPerson)
def _(hand: Hand):
    return _add_person(hand)


@builds(people.AddPersons)
def _(hand: Hand):
    return people.AddPersons((_add_person(hand), _add_person(hand)))


@builds(people.RevisePerson)
def _(hand: Hand):
    key = hand.id("person")
    kept = hand.read(lambda work: work.contacts.person(key))
    return people.RevisePerson(replace(kept, name=hand.draw(titles), version=hand.version(kept)))


@builds(people.RemovePersons)
def _(hand: Hand):
    return people.RemovePersons(hand.ids("person"))


@builds(people.AddMandate)
def _(hand: Hand):
    begin, end = hand.draw(partials), hand.draw(partials)
    return people.AddMandate(hand.id("person"), hand.draw(titles), hand.enum(Role), "", begin, end)


@builds(people.ReviseMandate)
def _(hand: Hand):
    key = hand.id("mandate")
    kept = hand.read(lambda work: work.contacts.mandate(key))
    changed = replace(kept, role=hand.enum(Role), end_date=hand.draw(partials), version=hand.version(kept))
    return people.ReviseMandate(changed, hand.draw(titles))


@builds(people.RemoveMandate)
def _(hand: Hand):
    return people.RemoveMandate(hand.id("mandate"))


@builds(areas.AddMapLayer)
def _(hand: Hand):
    shapes = '{"11001":[[0,0,0,100,0,100,100]]}'
    layer = MapLayer("", hand.draw(titles), "0" * 64, TODAY, "wgs84", hand.draw(st.integers(0, 2)), shapes)
    return areas.AddMapLayer(layer, hand.draw(st.binary(min_size=4, max_size=4)))


@builds(areas.RemoveMapLayers)
def _(hand: Hand):
    return areas.RemoveMapLayers()
