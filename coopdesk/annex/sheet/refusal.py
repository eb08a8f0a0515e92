"""Why a file cannot be read: one code per cause, and what to tell the user about it."""

from __future__ import annotations

from coopdesk.kernel.errors import Refused
from coopdesk.words.marks import N_


class Unreadable(Exception):
    """Raised while reading: a code of `REASONS` and where in the file."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(code, where)
        self.code = code
        self.where = where


REASONS = {
    "empty": N_("“{file}” is empty (0 bytes). Ask for the file again."),
    "missing": N_("“{file}” cannot be opened. Check whether it still exists and is not only in the cloud."),
    "too_large": N_("“{file}” is larger than 50 MB. Save only the sheet you need as a new file."),
    "encrypted": N_("“{file}” is protected with a password. Save it in Excel without a password and try again."),
    "owner": N_("“{file}” is the lock file that Excel leaves while a workbook is open. Choose the workbook itself."),
    "damaged": N_("“{file}” is damaged or incomplete ({where}). Open it in Excel, save it again and try once more."),
    "bomb": N_(
        "“{file}” unpacks to far more than a spreadsheet holds ({where}) and was not opened. Save it anew in Excel."
    ),
    "doctype": N_(
        "“{file}” contains a document type definition ({where}), which no spreadsheet needs. Save it anew in Excel."
    ),
    "encoding": N_("The characters of “{file}” cannot be read ({where}). Save it as “CSV UTF-8” or as xlsx."),
    "too_many_cells": N_("“{file}” holds more cells than can be read ({where}). Save only the sheet you need."),
    "too_slow": N_("Reading “{file}” took too long and was stopped. Save only the sheet you need as a new xlsx."),
    "too_much_memory": N_("“{file}” needs too much memory to read. Save only the sheet you need as a new xlsx."),
    "stopped": N_("Reading “{file}” stopped unexpectedly ({where}). Open it in Excel and save it again as xlsx."),
}

# What a file is instead of a spreadsheet, each said in a sentence of its own.
OTHERS = {
    "a PDF": N_("“{file}” is a PDF, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "a picture": N_("“{file}” is a picture, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "a program": N_("“{file}” is a program, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "a text document": N_("“{file}” is a text document, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "a presentation": N_("“{file}” is a presentation, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "a packed archive": N_(
        "“{file}” is a packed archive, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."
    ),
    "a database": N_("“{file}” is a database, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "a web page without a table": N_(
        "“{file}” is a web page without a table, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."
    ),
    "an XML file": N_("“{file}” is an XML file, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "a JSON file": N_("“{file}” is a JSON file, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "a binary file": N_("“{file}” is a binary file, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."),
    "another document": N_(
        "“{file}” is another document, not a spreadsheet. Choose an Excel, OpenDocument or CSV file."
    ),
}


def refused(code: str, file: str, where: str = "") -> Refused:
    """The error to show for a code."""
    if code == "not_a_sheet":
        return Refused(OTHERS.get(where, OTHERS["another document"]), file=file)
    return Refused(REASONS.get(code, REASONS["damaged"]), file=file, where=where)
