"""Words for what the reading of an annex knows only by code."""

from __future__ import annotations

from coopdesk.annex.model import AnnexKind, Meaning
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
}
_COMMON = (Meaning.PLACE, Meaning.NIS, Meaning.PROVINCE)
_REST = (Meaning.REMARK, Meaning.PERSONAL, Meaning.IGNORE)
OFFERED = {
    AnnexKind.AGREEMENTS: (
        *_COMMON, Meaning.AGREEMENT, Meaning.BEGIN, Meaning.END, Meaning.TERM, Meaning.STATUS, *_REST,
    ),
    AnnexKind.FIGURES: (
        *_COMMON, Meaning.VALUE, Meaning.PERIOD, Meaning.INDICATOR, Meaning.UNIT, Meaning.BREAKDOWN, Meaning.PERSONAL,
        Meaning.IGNORE,
    ),
    AnnexKind.ACTIONS: (
        Meaning.CODE, Meaning.TITLE, Meaning.OBJECTIVE, Meaning.TRACK, Meaning.LEAD, *_COMMON, Meaning.BEGIN,
        Meaning.END, Meaning.TERM, Meaning.STATUS, Meaning.PROGRESS, Meaning.BUDGET, Meaning.PRIORITY, *_REST,
    ),
}  # fmt: skip

# For each cause: the heading of its card, what accepting the proposal means (empty where there is none to accept).
CAUSES = {
    "imprecise_date": (N_("Imprecise date"), N_("Keep as written")),
    "date_without_year": (N_("Date without a year"), N_("Leave the date open")),
    "invalid_date": (N_("Date that does not exist"), N_("Leave the date open")),
    "unreadable_date": (N_("Unclear date"), N_("Leave the date open")),
    "duration_without_start": (N_("Duration without a begin date"), N_("Leave begin and end open")),
    "duration_only": (N_("Duration instead of an end date"), N_("Leave the end date open")),
    "end_before_begin": (N_("The end comes before the begin"), ""),
    "deelgemeente": (N_("Part of a municipality"), N_("Use the municipality it belongs to")),
    "ambiguous_name": (N_("Name with more than one meaning"), N_("Use the present municipality")),
    "unknown_place": (N_("Unknown municipality"), ""),
    "unknown_members": (N_("Municipalities not named"), ""),
    "name_and_code_differ": (N_("Name and NIS code differ"), N_("Trust the NIS code")),
    "in_preparation": (N_("Agreement in preparation"), N_("Import as “in preparation”")),
    "duplicate_code": (N_("Number used twice"), N_("Import both")),
    "unknown_status": (N_("Unknown status"), N_("Leave the status open")),
    "thousands_or_decimals": (N_("Thousands or decimals?"), N_("Read the comma as a decimal sign")),
    "fraction_or_percentage": (N_("Fraction or percentage?"), N_("Keep the number as written")),
    "unreadable_number": (N_("Unclear number"), N_("Keep as unreadable, without a value")),
    "no_title": (N_("Row without a title"), ""),
    "no_period": (N_("Figures without a year"), ""),
}
FLAGS = {
    "hidden_rows": N_("Hidden rows are read along; look at them in the list below."),
    "hidden_column": N_("The sheet has hidden columns."),
    "hidden_sheet": N_("Hidden sheets are not imported."),
    "date1904": N_("The dates count from 1904; that has been taken into account."),
    "formula_without_value": N_("Some formulas have no saved value; those cells stay empty."),
    "error_cells": N_("Some cells hold an error such as #N/A; they never become 0."),
    "personal_data_column": N_("Columns with contact data are left out."),
    "macros": N_("Macros in the file are ignored."),
    "links": N_("Links to other files are ignored."),
    "connections": N_("Data connections in the file are ignored."),
    "outside": N_("A few cells far outside the table were not read."),
}
STATES = {
    "suppressed": N_("secret"),
    "missing": N_("not available"),
    "error": N_("error in source"),
    "unreadable": N_("unreadable"),
}
