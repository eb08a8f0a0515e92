"""The places an area compares itself with: its province and Flanders always, others as chosen, each with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.widgets import IconButton, Label, SectionTitle
from coopdesk.territory.commands import AddBenchmark, RemoveBenchmark
from coopdesk.territory.gazetteer import AREA, PROVINCE, PROVINCES, Gazetteer
from coopdesk.territory.model import Area
from coopdesk.territory.queries import AreaView, place_name


class Comparison(QWidget):
    """The list with a button per line to leave it out, and two fields to add one."""

    def __init__(self, context: Context, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._context, self._gazetteer = context, gazetteer
        words = context.words
        self._area_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionTitle(words.say("Compare with")))
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self.reason = TextField(context, words.say("Why this area (optional)"))
        self.place = ChoiceField(context, words.say("Add comparison area"))
        self.place.committed.connect(self._add)
        column.addWidget(self.reason)
        column.addWidget(self.place)

    def show(self, view: AreaView, areas: Sequence[Area]) -> None:  # type: ignore[override]
        """The comparison areas of an area."""
        words, day = self._context.words, self._context.clock.today()
        self._area_id = view.area.id
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        always = [*(place_name(PROVINCE + name, self._gazetteer, words) for name in view.provinces),
                  words.say("Flemish Region")]  # fmt: skip
        for text in always:
            self._list.addWidget(Label(text))
        for benchmark in view.benchmarks:
            name = place_name(benchmark.place, self._gazetteer, words, areas)
            self._list.addWidget(self._line(name, benchmark.reason, benchmark.id))
        taken = {b.place for b in view.benchmarks} | {AREA + view.area.id} | {PROVINCE + p for p in view.provinces}
        places = [(AREA + a.id, a.name) for a in areas]
        places += [(PROVINCE + p, place_name(PROVINCE + p, self._gazetteer, words)) for p in PROVINCES]
        places += [(m.nis_code, m.name) for m in self._gazetteer.offered(day)]
        self.place.offer([(code, name) for code, name in places if code not in taken])
        self.place.show_value(None)
        self.reason.show_value("")

    def _line(self, name: str, reason: str, id: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(name, wrap=True))
        if reason:
            texts.addWidget(Label(reason, "small", "text2", wrap=True))
        row.addLayout(texts, 1)
        leave = self._context.words.say("No longer compare with {name}", name=name)
        row.addWidget(IconButton("dismiss_20_regular", leave, partial(self._remove, id)))
        return line

    def _add(self, place: str | None) -> None:
        if place and self._area_id:
            self._context.submit(AddBenchmark(self._area_id, place, self.reason.value() or ""), self.place)

    def _remove(self, id: str) -> None:
        self._context.submit(RemoveBenchmark(id), self)
