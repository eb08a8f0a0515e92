"""Why rows stay out and what a careful reader says of a file, in words for people."""

from __future__ import annotations

from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

DOUBTS = {
    "imprecise_date": N_("Imprecise date"),
    "date_without_year": N_("Date without a year"),
    "invalid_date": N_("Date that does not exist"),
    "unreadable_date": N_("Unclear date"),
    "duration_without_start": N_("Duration without a begin date"),
    "duration_only": N_("Duration instead of an end date"),
    "end_before_begin": N_("The end comes before the begin"),
    "deelgemeente": N_("Part of a municipality"),
    "ambiguous_name": N_("Name with more than one meaning"),
    "unknown_place": N_("Unknown municipality"),
    "unknown_members": N_("Municipalities not named"),
    "name_and_code_differ": N_("Name and NIS code differ"),
    "in_preparation": N_("Agreement in preparation"),
    "duplicate_code": N_("Number used twice"),
    "unknown_status": N_("Unknown status"),
    "thousands_or_decimals": N_("Thousands or decimals?"),
    "fraction_or_percentage": N_("Fraction or percentage?"),
    "unreadable_number": N_("Unclear number"),
    "years_span": N_("Figures of several years at once"),
    "figures_differ": N_("Two different figures for the same"),
    "no_title": N_("Row without a title"),
    "title_guessed": N_("Which column names the action?"),
    "no_period": N_("Figures without a year"),
}
SKIPS = {
    "blank": N_("Empty row"),
    "header": N_("Column titles"),
    "repeated_header": N_("Column titles once more"),
    "title": N_("Text above the table"),
    "total": N_("Total or average"),
    "footnote": N_("Note under the table"),
    "province_heading": N_("Heading of a province"),
    "section_heading": N_("Heading between the rows"),
    "other_sheet": N_("Sheet without such a table"),
    "other_table": N_("Outside the table"),
    "hidden_sheet": N_("Hidden sheet"),
    "no_agreement": N_("Municipality without an agreement"),
    "no_value": N_("Row without a figure"),
    "duplicate": N_("The same as an earlier row"),
    "aggregate": N_("Province, region or other whole"),
    "outside_flanders": N_("Place outside Flanders"),
}
FLAGS = {
    "hidden_rows": N_("Hidden rows are read along; look at them in the list below."),
    "hidden_column": N_("The sheet has hidden columns."),
    "hidden_sheet": N_("Hidden sheets are not imported."),
    "date1904": N_("The dates count from 1904; that has been taken into account."),
    "formula_without_value": N_("Some formulas have no saved value; those cells stay empty."),
    "error_cells": N_("Some cells hold an error such as #N/A; they never become 0."),
    "personal_data_column": N_("Columns with contact data are left out."),
    "told_columns": N_(
        "A budget per year stands in another form than year · estimate · spent · own share · funding source, "
        "a line each. What the plan has of it stays; an action that is new has its budget in one year."
    ),
    "evidence_files": N_(
        "Files of evidence are not in the list. They stay in the plan; an action that is new comes without them."
    ),
    "own_percentages": N_(
        "Own percentages of municipalities are not in the file. They stay in the plan; an action that "
        "is new is not split."
    ),
    "macros": N_("Macros in the file are ignored."),
    "links": N_("Links to other files are ignored."),
    "connections": N_("Data connections in the file are ignored."),
    "turned": N_("The agreements stand beside each other in the file; here each is a row."),
    "outside": N_("A few cells far outside the table were not read."),
}


def reason_text(words: Words, reason: str) -> str:
    """Why a row stays out, as a title."""
    text = words.say(DOUBTS.get(reason) or SKIPS.get(reason) or reason)
    return text[:1].upper() + text[1:]
