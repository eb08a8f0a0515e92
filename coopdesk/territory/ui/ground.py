"""What a map is drawn on: equal tiles, or the boundaries the user brought along."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coopdesk.charts.shapes import ShapeSet
from coopdesk.shell.context import Context
from coopdesk.shell.widgets import Chip
from coopdesk.territory.boundaries import unpacked
from coopdesk.territory.gazetteer import Gazetteer

_KEPT = "map.boundaries"  # the choice, the same for all maps


class Ground:
    """The chip that chooses between both; gone while there are no boundaries. `redraw` is called when it is pressed."""

    def __init__(self, context: Context, gazetteer: Gazetteer, redraw: Callable[[], object]) -> None:
        self._context, self._redraw = context, redraw
        self._names = {m.nis_code: m.name for m in gazetteer}
        self._layer = ""
        self._shapes: ShapeSet | None = None
        self.chip = Chip(context.words.say("Own boundaries"), self._pressed, on=True)
        self.chip.hide()

    @property
    def widget(self) -> QWidget:
        """To put above the map."""
        return self.chip

    def shapes(self) -> ShapeSet | None:
        """The boundaries to draw on now; None for tiles."""
        with self._context.desk.look() as work:
            layers = work.territory.layers()
        layer = layers[-1] if layers else None
        self.chip.setVisible(layer is not None)
        if layer is None:
            self._layer, self._shapes = "", None
            return None
        if layer.id != self._layer:
            self._layer, self._shapes = layer.id, unpacked(layer.shapes, self._names)
            self.chip.setToolTip(layer.name)
        wanted = self._context.settings.get(_KEPT) != "no"
        self.chip.setChecked(wanted)
        return self._shapes if wanted else None

    def _pressed(self) -> None:
        self._context.settings.put(_KEPT, "yes" if self.chip.isChecked() else "no")
        self._redraw()
