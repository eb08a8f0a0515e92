"""A figure with its title, subtitle and source, for the clipboard and for loose pages."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from coopdesk.charts.fonts import wrap
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.sheet import Sheet


def framed(look: Look, chart: Chart, subtitle: str, source: str) -> Drawing:
    """Title and subtitle above, the drawing, the source below; all text wrapped to the width."""
    sheet, theme = Sheet(look), look.theme
    big, small = look.body * 1.3, look.small
    y = 0.0
    for line in wrap(chart.title, look.width, big, strong=True):
        y += big * 1.2
        sheet.text(0, y - big * 0.2, line, big, strong=True)
    for line in wrap(subtitle, look.width, small):
        y += small * 1.4
        sheet.text(0, y, line, small, theme.muted)
    y += small * 1.6
    inner = chart.drawing.asGroup()
    inner.translate(0, -(y + chart.drawing.height))
    sheet.add(inner)
    y += chart.drawing.height + small * 0.4
    for line in wrap(source, look.width, small):
        y += small * 1.3
        sheet.text(0, y - small * 0.3, line, small, theme.muted)
    return sheet.build(y + small * 0.2)[0]
