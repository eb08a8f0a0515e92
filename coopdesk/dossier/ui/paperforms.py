"""The few fields each of the other documents asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.agreement.model import CooperationClass
from coopdesk.dossier.papers.choices import PaperChoices
from coopdesk.dossier.papers.order import ChangesOrder, HalfYearOrder, OverviewOrder, PaperOrder
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import YearField
from coopdesk.shell.labels import Label
from coopdesk.territory.gazetteer import PROVINCES

_AREA, _FLANDERS = "area", "flanders"
_STRUCTURAL, _EVERY = "structural", "every"


class PaperForm(QWidget):
    """`changed` when another document is wanted; `order` says which, or None while it cannot be made."""

    changed = Signal()

    def __init__(self, context: Context, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self.context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in fields:
            column.addWidget(one)
            if isinstance(one, Field):
                one.committed.connect(lambda _: self.changed.emit())
        column.addStretch(1)

    def show_choices(self, choices: PaperChoices) -> None:
        """What there is to choose from in this area."""

    def order(self, area_id: str, choices: PaperChoices) -> PaperOrder | None:
        """The document as chosen."""
        raise NotImplementedError


class OverviewForm(PaperForm):
    """Of which municipalities, on which day, which classes, and begun in which year."""

    def __init__(self, context: Context) -> None:
        say = context.words.say
        self.scope = ChoiceField(context, say("Municipalities of"))
        self.day = DateField(context, say("As it stands on"), required=True, whole_days=True)
        self.day.show_value(PartialDate.day(context.clock.today()))
        classes = [(_STRUCTURAL, say("Structural cooperation")), (_EVERY, say("Every class"))]
        self.classes = ChoiceField(context, say("Cooperation"), classes)
        self.classes.show_value(_STRUCTURAL)
        self.year = YearField(context, say("Begun in (a year, or empty for all)"))
        super().__init__(context, (self.scope, self.day, self.classes, self.year))

    def show_choices(self, choices: PaperChoices) -> None:
        say, kept = self.context.words.say, self.scope.value() or _AREA
        self.scope.offer([(_AREA, choices.area), (_FLANDERS, say("Flanders")), *((p, p) for p in PROVINCES)])
        self.scope.show_value(kept)

    def order(self, area_id: str, choices: PaperChoices) -> OverviewOrder | None:
        day, scope, year = self.day.value(), self.scope.value(), self.year.value()
        return OverviewOrder(
            on=day.first if day is not None else self.context.clock.today(),
            area_id=area_id if scope == _AREA else "",
            province=scope if scope in PROVINCES else "",
            year=int(year) if year else 0,
            classes=tuple(CooperationClass) if self.classes.value() == _EVERY else (CooperationClass.STRUCTURAL,),
            language=choices.language,
            colour=choices.colour,
        )


class HalfYearForm(PaperForm):
    """Over which half-year."""

    def __init__(self, context: Context) -> None:
        self.period = ChoiceField(context, context.words.say("Half-year"))
        super().__init__(context, (self.period,))

    def show_choices(self, choices: PaperChoices) -> None:
        kept = self.period.value() or choices.halves[0]
        self.period.offer([(half, self.context.words.formats.period(half)) for half in choices.halves])
        self.period.show_value(kept)

    def order(self, area_id: str, choices: PaperChoices) -> HalfYearOrder:
        return HalfYearOrder(self.context.clock.today(), area_id, self.period.value(), choices.language, choices.colour)


class ChangesForm(PaperForm):
    """Since which approved version."""

    def __init__(self, context: Context) -> None:
        say = context.words.say
        self.version = ChoiceField(context, say("Since"))
        self.none = Label(
            say("No version of the plan has been approved yet. Once one is, this report says what changed."),
            "small", "text2", wrap=True,
        )  # fmt: skip
        super().__init__(context, (self.version, self.none))

    def show_choices(self, choices: PaperChoices) -> None:
        ids = [one for one, _, _ in choices.versions]
        kept = self.version.value() if self.version.value() in ids else (ids[0] if ids else None)
        day = self.context.words.formats.day
        self.version.offer([(one, f"{name} ({day(decided)})") for one, name, decided in choices.versions])
        self.version.show_value(kept)
        self.version.setVisible(bool(ids))
        self.none.setVisible(not ids)

    def order(self, area_id: str, choices: PaperChoices) -> ChangesOrder | None:
        version = self.version.value()
        if version is None:
            return None
        return ChangesOrder(self.context.clock.today(), area_id, version, choices.language, choices.colour)


class TownForm(PaperForm):
    """Which municipality is on show; all of them are made in one go."""

    def __init__(self, context: Context) -> None:
        say = context.words.say
        self.town = ChoiceField(context, say("Municipality"))
        about = Label(say("The dossier of the area as chosen under Pages, with what concerns this municipality."),
                      "small", "text2", wrap=True)  # fmt: skip
        super().__init__(context, (self.town, about))

    def show_choices(self, choices: PaperChoices) -> None:
        codes = [code for code, _ in choices.towns]
        kept = self.town.value() if self.town.value() in codes else (codes[0] if codes else None)
        self.town.offer(list(choices.towns))
        self.town.show_value(kept)

    def order(self, area_id: str, choices: PaperChoices) -> None:
        """None: a dossier is ordered otherwise, see `town`."""
