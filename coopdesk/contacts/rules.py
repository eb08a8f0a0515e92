"""What may be kept of contacts, which mandate counts on a day, and which seats are still empty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from unicodedata import combining, normalize

from coopdesk.contacts.model import BodyMember, ConsultationBody, Mandate, Organisation, Person, Seat
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.words.marks import N_

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")


def checked_person(person: Person) -> Person:
    """The person if name and e-mail address can be kept."""
    if not person.name.strip():
        raise Invalid(N_("Give the person a name."))
    _check_email(person.email)
    return person


def checked_organisation(organisation: Organisation) -> Organisation:
    """The organisation if name and e-mail address can be kept."""
    if not organisation.name.strip():
        raise Invalid(N_("Give the organisation a name."))
    _check_email(organisation.email)
    return organisation


def checked_body(body: ConsultationBody) -> ConsultationBody:
    """The consultation body if it has a name."""
    if not body.name.strip():
        raise Invalid(N_("Give the consultation body a name."))
    return body


def check_term(begin: PartialDate | None, end: PartialDate | None) -> None:
    """Refuses a term that ends before it begins."""
    if begin and end and end.last < begin.first:
        raise Invalid(N_("An end date cannot come before the begin date."))


def holds_on(term: Mandate | BodyMember, day: date) -> bool:
    """Whether a mandate or a seat is held on a day: from the first day it may begin to the last it may end."""
    begin, end = term.begin_date, term.end_date
    return (begin is None or begin.first <= day) and (end is None or day <= end.last)


def main_mandate(mandates: Iterable[Mandate], day: date) -> Mandate | None:
    """The mandate to show for a person on a day: the one that began last of those that are held."""
    held = [m for m in mandates if holds_on(m, day)]
    return max(held, key=lambda m: (m.begin_date.first if m.begin_date else date.min, m.id), default=None)


def without_chair(bodies: Iterable[ConsultationBody], seats: Iterable[BodyMember], day: date) -> list[ConsultationBody]:
    """The consultation bodies that have no chair on a day."""
    chaired = {s.body_id for s in seats if s.seat is Seat.CHAIR and holds_on(s, day)}
    return [body for body in bodies if body.id not in chaired]


def normal_form(name: str) -> str:
    """A name as it is compared: without accents, case, punctuation or double spaces."""
    plain = "".join(c for c in normalize("NFKD", name.casefold()) if not combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def _check_email(email: str) -> None:
    if email and not _EMAIL.fullmatch(email.strip()):
        raise Invalid(N_("“{text}” is not an e-mail address. Type for example ann@example.be."), text=email)


SEAT_ORDER = (Seat.CHAIR, Seat.SECRETARY, Seat.MEMBER, Seat.OBSERVER)
