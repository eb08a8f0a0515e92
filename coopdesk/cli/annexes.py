"""The commands that bring spreadsheets in and write them out."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from typing import Any

from coopdesk.agreement.model import CooperationClass
from coopdesk.agreement.queries.lists import rows_on, touching
from coopdesk.agreement.queries.overview import overview
from coopdesk.agreement.wording import CLASSES, STATES
from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.merge.tally import Tally, notes_text
from coopdesk.annex.model import AnnexKind, Verdict
from coopdesk.annex.queries import preview, read_annex
from coopdesk.annex.reading import Reading
from coopdesk.annex.reasons import FLAGS
from coopdesk.annex.sheet.write import workbook
from coopdesk.annex.verdict.report import to_json
from coopdesk.cli.action_sheet import action_rows
from coopdesk.cli.reaching import CLOCK, existing, say, say_json, the_area
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.queries import observation_rows
from coopdesk.kernel.errors import Refused, UserError
from coopdesk.kernel.workbook import Value
from coopdesk.opening import Opened, prepare_writing
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.queries import plan_of, view
from coopdesk.storage.attachments import write_whole
from coopdesk.territory.gazetteer import Gazetteer, open_gazetteer
from coopdesk.territory.queries import gazetteer_of, members, place_name
from coopdesk.words.catalogue import Words
from coopdesk.work import SqlWork


def run_import(options: Namespace, words: Words) -> int:
    """Read each file and bring it in; a file that is refused does not keep the others out."""
    kind = AnnexKind(options.kind) if options.kind else None
    results: dict[str, Any] = {}
    failed = False
    with existing(options) as found:
        with found.desk.look() as work:
            gazetteer = gazetteer_of(work)
        if not options.dry_run:
            prepare_writing()
        for path in options.files:
            try:
                reading = read_annex(path, gazetteer, CLOCK.today(), kind)
                content = b"" if options.dry_run else path.read_bytes()
                tally, problem = _bring_in(found, reading, content, options)
            except (UserError, OSError) as error:
                failed = True
                text = words.tell(error) if isinstance(error, UserError) else str(error)
                sys.stderr.write(f"{path.name}: {text}\n")
                continue
            results[path.name] = to_json(reading) | {"imported": not options.dry_run, "changes": _changes(tally)}
            results[path.name]["undated"] = tally.undated if tally is not None else 0
            results[path.name]["kept"] = tally.kept if tally is not None else 0
            if problem is not None:
                results[path.name]["problem"] = words.tell(problem)
                sys.stderr.write(f"{path.name}: {words.tell(problem)}\n")
            elif not options.json and tally is not None:
                say(_told(path.name, reading, tally, words, dry=options.dry_run))
    if options.json:
        say_json(results if len(options.files) > 1 else next(iter(results.values()), {}))
    return 1 if failed else 0


def _bring_in(
    found: Opened, reading: Reading, content: bytes, options: Namespace
) -> tuple[Tally | None, UserError | None]:
    """What the file did or would do. A dry run that cannot be compared with the workspace still has its reading: then
    there are no counts, and the reason."""
    if options.dry_run:
        try:
            return _compared(found, reading, options), None
        except UserError as error:
            return None, error
    plan_id = _plan_id(found, options) if reading.kind is AnnexKind.ACTIONS else ""
    tally: Tally = found.desk.do(ImportAnnex(reading, content, CLOCK.today(), plan_id)).tally
    return tally, None


def _compared(found: Opened, reading: Reading, options: Namespace) -> Tally:
    plan_id = _plan_id(found, options) if reading.kind is AnnexKind.ACTIONS else ""
    if reading.kind is AnnexKind.ACTIONS and not plan_id:
        return Tally(added=len(reading.entries))
    with found.desk.look() as work:
        return preview(work, reading, plan_id)


def _plan_id(found: Opened, options: Namespace) -> str:
    """The plan of the area that is meant; made when the area has none yet. A dry run makes nothing."""
    with found.desk.look() as work:
        if options.dry_run and not work.territory.areas():
            return ""
        area = the_area(work, options.area)
        plan = plan_of(work, area.id)
    if plan is not None:
        return plan.id
    return "" if options.dry_run else str(found.desk.do(AddPlan(area.id, area.begin_year, area.end_year)))


def _changes(tally: Tally | None) -> dict[str, int] | None:
    if tally is None:
        return None
    return {"added": tally.added, "changed": tally.changed, "same": tally.same}


def _told(name: str, reading: Reading, tally: Tally, words: Words, *, dry: bool) -> str:
    number = words.formats.number
    fields = {
        "name": name, "added": number(tally.added), "changed": number(tally.changed), "same": number(tally.same),
        "flagged": number(len(reading.of(Verdict.FLAGGED))), "skipped": number(len(reading.of(Verdict.SKIPPED))),
    }  # fmt: skip
    told = (
        _counted(words, fields, dry=dry),
        *(words.say(FLAGS[flag]) for flag in _untold(reading)),
        notes_text(words, tally),
    )
    return " ".join(filter(None, told))


def _untold(reading: Reading) -> list[str]:
    """What the file tells and the import leaves, each once."""
    flags = dict.fromkeys(flag.reason for flag in reading.flags)
    return [reason for reason in ("told_columns", "own_percentages", "evidence_files") if reason in flags]


def _counted(words: Words, fields: dict[str, str], *, dry: bool) -> str:
    if dry:
        return words.say("{name}: would add {added} and change {changed}; already there: {same}; "
                         "rows to look at: {flagged}; skipped: {skipped}.", **fields)  # fmt: skip
    return words.say("{name}: {added} added, {changed} changed; already there: {same}; "
                     "rows to look at: {flagged}; skipped: {skipped}.", **fields)  # fmt: skip


def run_export(options: Namespace, words: Words) -> int:
    """Write a workbook."""
    gazetteer, on = open_gazetteer(), options.on or CLOCK.today()
    make = {"agreements": _agreements, "figures": _figures, "actions": _actions}[options.what]
    with existing(options) as found, found.desk.look() as work:
        title, headings, rows = make(work, gazetteer, words, options.area, on)
    if not rows:
        raise Refused("There is nothing to write.")
    note = words.say("Made with Coopdesk on {day}.", day=words.formats.long_day(CLOCK.today()))
    write_whole(options.out, workbook(title, headings, rows, note))
    say(words.count("{n} row in {path}", "{n} rows in {path}", len(rows), path=options.out))
    return 0


Sheet = tuple[str, list[str], list[list[Value]]]


def _agreements(work: SqlWork, gazetteer: Gazetteer, words: Words, area: str | None, on: date) -> Sheet:
    rows = rows_on(work, on)
    if area is not None:
        rows = touching(rows, members(work, the_area(work, area).id, gazetteer, on), gazetteer, on)
    say_, formats = words.say, words.formats
    headings = [say_("Province"), say_("NIS code"), say_("Municipality"), say_("Agreement"), say_("Class"),
                say_("Begin"), say_("End"), say_("State on {day}", day=formats.field_day(on)),
                say_("Source")]  # fmt: skip
    lines: list[list[Value]] = [
        [
            line.province, line.nis_code, line.name, line.title, say_(CLASSES[line.cooperation_class]),
            formats.field_partial(line.begin_date) or line.begin_text,
            formats.field_partial(line.end_date) or (say_("open-ended") if line.is_open_ended else line.end_text),
            say_(STATES[line.state]),
            line.source,
        ]
        for line in overview(rows, gazetteer, on, tuple(CooperationClass))
    ]  # fmt: skip
    return say_("Agreements"), headings, lines


def _figures(work: SqlWork, gazetteer: Gazetteer, words: Words, area: str | None, on: date) -> Sheet:
    places = None if area is None else members(work, the_area(work, area).id, gazetteer, on)
    say_ = words.say
    headings = [say_("Indicator"), say_("NIS code"), say_("Place"), say_("Period"), say_("Value"), say_("Source"),
                say_("Cell")]  # fmt: skip
    lines: list[list[Value]] = []
    for code in work.figures.indicators():
        title = say_(BY_CODE[code].title) if code in BY_CODE else code
        for row in observation_rows(work, code, places):
            o = row.observation
            cell = "!".join(part for part in (o.sheet, o.cell) if part)
            name = place_name(o.place, gazetteer, words)
            source = row.source.name if row.source else ""
            lines.append([title, o.place, name, o.period, o.value, source, cell])
    return say_("Figures"), headings, lines


def _actions(work: SqlWork, gazetteer: Gazetteer, words: Words, area: str | None, on: date) -> Sheet:
    plan = plan_of(work, the_area(work, area).id, on.year)
    if plan is None:
        return words.say("Actions"), [], []
    headings, lines = action_rows(view(work, plan.id, on), gazetteer.names, words)
    return words.say("Actions"), headings, lines
