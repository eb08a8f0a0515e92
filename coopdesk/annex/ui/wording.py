"""Words for what the reading of an annex knows only by code."""

from __future__ import annotations

from coopdesk.annex.model import AnnexKind, Meaning
from coopdesk.annex.reading import Reading
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

KINDS = {
    AnnexKind.AGREEMENTS: N_("Agreements"),
    AnnexKind.FIGURES: N_("Figures"),
    AnnexKind.ACTIONS: N_("Actions"),
}
TITLES = {
    AnnexKind.AGREEMENTS: N_("Import agreements"),
    AnnexKind.FIGURES: N_("Import figures"),
    AnnexKind.ACTIONS: N_("Import actions"),
}
MEANINGS = {
    Meaning.IGNORE: N_("Do not import"),
    Meaning.PERSONAL: N_("Personal data: do not import"),
    Meaning.PLACE: N_("Municipality"),
    Meaning.NIS: N_("NIS code"),
    Meaning.PROVINCE: N_("Province"),
    Meaning.AGREEMENT: N_("Name of the agreement"),
    Meaning.BEGIN: N_("Begin date"),
    Meaning.END: N_("End date"),
    Meaning.TERM: N_("Term (begin and end)"),
    Meaning.BOARD: N_("Municipality or OCMW"),
    Meaning.STATUS: N_("Status"),
    Meaning.REMARK: N_("Remark"),
    Meaning.VALUE: N_("Figure"),
    Meaning.PERIOD: N_("Year or period"),
    Meaning.INDICATOR: N_("Name of the figure"),
    Meaning.UNIT: N_("Unit"),
    Meaning.BREAKDOWN: N_("Part of the population"),
    Meaning.CODE: N_("Number or code"),
    Meaning.TITLE: N_("Title"),
    Meaning.OBJECTIVE: N_("Objective"),
    Meaning.TRACK: N_("Action domain"),
    Meaning.LEAD: N_("Lead"),
    Meaning.BUDGET: N_("Budget"),
    Meaning.PROGRESS: N_("Progress"),
    Meaning.PRIORITY: N_("Flemish priority"),
    Meaning.PARTNERS: N_("Partners"),
    Meaning.GROUPS: N_("Target groups"),
    Meaning.REPORTING: N_("Other reporting codes"),
    Meaning.YEARLY: N_("Every year"),
    Meaning.DESCRIPTION: N_("What it is about"),
    Meaning.SPENT: N_("Spent"),
    Meaning.OWN: N_("Own share"),
    Meaning.FUNDING: N_("Funding source"),
    Meaning.SPLIT: N_("Split over municipalities"),
    Meaning.MILESTONES: N_("Milestones"),
    Meaning.MEASURES: N_("Measured by"),
    Meaning.EVIDENCE: N_("Pieces of evidence"),
    Meaning.YEARS: N_("Budget year by year"),
}
_COMMON = (Meaning.PLACE, Meaning.NIS, Meaning.PROVINCE)
_REST = (Meaning.REMARK, Meaning.PERSONAL, Meaning.IGNORE)
OFFERED = {
    AnnexKind.AGREEMENTS: (
        *_COMMON, Meaning.AGREEMENT, Meaning.BEGIN, Meaning.END, Meaning.TERM, Meaning.BOARD, Meaning.STATUS,
        *_REST,
    ),
    AnnexKind.FIGURES: (
        *_COMMON, Meaning.VALUE, Meaning.PERIOD, Meaning.INDICATOR, Meaning.UNIT, Meaning.BREAKDOWN, Meaning.PERSONAL,
        Meaning.IGNORE,
    ),
    AnnexKind.ACTIONS: (
        Meaning.CODE, Meaning.TITLE, Meaning.OBJECTIVE, Meaning.TRACK, Meaning.LEAD, *_COMMON, Meaning.BEGIN,
        Meaning.END, Meaning.TERM, Meaning.STATUS, Meaning.PROGRESS, Meaning.BUDGET, Meaning.SPENT,
        Meaning.OWN, Meaning.FUNDING, Meaning.SPLIT, Meaning.PRIORITY, Meaning.REPORTING, Meaning.PARTNERS,
        Meaning.GROUPS, Meaning.YEARLY, Meaning.DESCRIPTION, Meaning.MILESTONES, Meaning.MEASURES,
        Meaning.EVIDENCE, Meaning.YEARS, *_REST,
    ),
}  # fmt: skip

# What accepting the proposal for a cause means; a cause without one can only be mended or left out.
REPAIRS = {
    "imprecise_date": N_("Keep as written"),
    "date_without_year": N_("Leave the date open"),
    "invalid_date": N_("Leave the date open"),
    "unreadable_date": N_("Leave the date open"),
    "duration_without_start": N_("Leave begin and end open"),
    "duration_only": N_("Leave the end date open"),
    "deelgemeente": N_("Use the municipality it belongs to"),
    "ambiguous_name": N_("Use the present municipality"),
    "name_and_code_differ": N_("Trust the NIS code"),
    "in_preparation": N_("Import as “in preparation”"),
    "duplicate_code": N_("Import both"),
    "title_guessed": N_("Use this column as the title"),
    "unknown_status": N_("Leave the status open"),
    "thousands_or_decimals": N_("Read the comma as a decimal sign"),
    "fraction_or_percentage": N_("Keep the number as written"),
    "years_span": N_("Use the year in which the period begins"),
    "figures_differ": N_("Take the last of them"),
    "unreadable_number": N_("Keep as unreadable, without a value"),
}
STATES = {
    "suppressed": N_("secret"),
    "missing": N_("not available"),
    "error": N_("error in source"),
    "unreadable": N_("unreadable"),
}


def field_text(words: Words, field: str) -> str:
    """What a field of a difference is called: a meaning, or an indicator by its code."""
    if field in set(Meaning):
        return words.say(MEANINGS[Meaning(field)])
    return words.say(BY_CODE[field].title) if field in BY_CODE else field


def facts_of(words: Words, reading: Reading) -> str:
    """What a file is, for the head of the page: its name, sheets, row of titles and number of rows."""
    parts = [reading.book.name]
    sheets = list(dict.fromkeys(table.sheet for table in reading.tables))
    if len(reading.book.sheets) > 1 and sheets:
        parts.append(words.count("sheet {names}", "sheets {names}", len(sheets), names=words.formats.listing(sheets)))
    header = next((table.header_rows for table in reading.tables if table.header_rows), ())
    if header:
        parts.append(words.say("column titles on row {n}", n=header[-1]))
    parts.append(words.count("{n} row", "{n} rows", len(reading.lines)))
    return " · ".join(parts)
