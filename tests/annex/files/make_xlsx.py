"""Makes the workbook of which LibreOffice makes the .ods and the .xls beside this file."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook

UNTIL = date(2026, 12, 31)
ROWS = [
    ["NIS", "Gemeente", "Samenwerking", "Begin", "Einde", "Aandeel", "Actief", "Opmerking"],
    [41002, "Aalst", "Werk aan de Dender", date(2022, 9, 1), UNTIL, 0.125, True, "eerste"],
    [41034, "Lede", "Werk aan de Dender", date(2022, 9, 1), UNTIL, "=1/0", False, "verborgen rij"],
    [41011, "Denderleeuw", "Werk aan de Dender", date(2022, 10, 1), UNTIL, 12345.678, True, None],
    [44021, "Gent", "Arbeid – Gent", date(2022, 1, 1), date(2028, 12, 31), -0.07, True, 'één & "twee" €'],
    [], ["Nota die over drie kolommen loopt"], [], [], [], ["herhaald"] * 3, ["herhaald"] * 3,
]  # fmt: skip

book = Workbook()
sheet = book.active
sheet.title = "Overeenkomsten"
for row in ROWS:
    sheet.append(row)
for number in range(2, 6):
    sheet[f"D{number}"].number_format = "dd/mm/yyyy"
    sheet[f"E{number}"].number_format = "mmm/yy" if number == 5 else "yyyy"
    sheet[f"F{number}"].number_format = "General" if number == 4 else "0.0%"
sheet.merge_cells("A7:C7")
sheet.row_dimensions[3].hidden = True
sheet.column_dimensions["G"].hidden = True
other = book.create_sheet("Weg")
other.append(["Gemeente"])
other.append(["Ronse"])
other.sheet_state = "hidden"
book.save("samenwerking.xlsx")
