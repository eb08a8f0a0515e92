"""The command that makes the documents beside the dossier."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from coopdesk.agreement.model import CooperationClass
from coopdesk.annex.sheet.write import workbook
from coopdesk.cli.reaching import CLOCK, existing, say, the_area
from coopdesk.dossier.batch import make_each
from coopdesk.dossier.compose.gather import Order
from coopdesk.dossier.make import done_in
from coopdesk.dossier.papers.make import overview_table, paper
from coopdesk.dossier.papers.order import HalfYearOrder, OverviewOrder, PaperOrder
from coopdesk.dossier.saving import save_file, save_pdf
from coopdesk.followup.model import Rhythm
from coopdesk.followup.rules import checked_period, period_of
from coopdesk.kernel.errors import Refused
from coopdesk.opening import Opened
from coopdesk.territory.gazetteer import PROVINCES, Gazetteer, open_gazetteer
from coopdesk.words.catalogue import Words


def run_report(options: Namespace, words: Words) -> int:
    """Make the document, or one for each municipality, and say where it is."""
    on, gazetteer = options.on or CLOCK.today(), open_gazetteer(offers_invented=True)
    with existing(options) as found:
        if options.what == "municipalities":
            return _each(found, options, words, gazetteer, on)
        order = _order(found, options, words, on)
        if options.out.suffix.lower() == ".xlsx":
            return _table(found, order, options, words, gazetteer)
        made = paper(found.desk.look, order, words, gazetteer)
    save_pdf(made.data, made.pages, options.out)
    say(words.count("{n} page in {path}", "{n} pages in {path}", made.pages, path=options.out))
    return 0


def _order(found: Opened, options: Namespace, words: Words, on: date) -> PaperOrder:
    """What was asked for; Refused when that does not exist."""
    area_id = ""
    if options.area is not None or options.what == "followup":
        with found.desk.look() as work:
            area_id = the_area(work, options.area).id
    if options.what == "followup":
        period = checked_period(options.period) if options.period else period_of(on, Rhythm.HALF)
        return HalfYearOrder(on, area_id, period, words.language)
    if options.province and options.province not in PROVINCES:
        raise Refused("“{name}” is not a province of Flanders.", name=options.province)
    classes = tuple(CooperationClass) if options.every_class else (CooperationClass.STRUCTURAL,)
    return OverviewOrder(on, area_id, options.province or "", options.year or 0, classes, words.language)


def _table(found: Opened, order: PaperOrder, options: Namespace, words: Words, gazetteer: Gazetteer) -> int:
    if not isinstance(order, OverviewOrder):
        raise Refused("Only the overview of agreements can be a workbook.")
    title, headings, rows, note = overview_table(found.desk.look, order, words, gazetteer)
    save_file(workbook(title, headings, rows, note), options.out)
    say(words.count("{n} row in {path}", "{n} rows in {path}", len(rows), path=options.out))
    return 0


def _each(found: Opened, options: Namespace, words: Words, gazetteer: Gazetteer, on: date) -> int:
    with found.desk.look() as work:
        area = the_area(work, options.area)
    order = Order(area.id, on, done=done_in(found.desk, area.id, on))
    made = make_each(found.desk.look, order, options.out, words, gazetteer)
    for path in (*made.made, *made.beside):
        say(str(path))
    if made.same:
        text = words.count(
            "{n} was there already and is the same.", "{n} were there already and are the same.", len(made.same)
        )
        say(text)
    return 0
