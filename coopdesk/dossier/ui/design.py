"""How the dossier is printed, and the house style that all documents of the workspace share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from coopdesk.dossier import rules
from coopdesk.dossier.colour import WHITE, text_on
from coopdesk.dossier.commands import MOST_FOOTER, MOST_LOGOS, AddLogo, ChangeHouseStyle
from coopdesk.dossier.logo import LARGEST
from coopdesk.dossier.setup import CONTACTS, SUBPARTS, DossierSetup, HouseStyle, Part
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.number import NumberField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.fields.tick import TickField
from coopdesk.shell.labels import Button, IconButton, Label
from coopdesk.shell.theme import current_theme
from coopdesk.shell.widgets import SectionTitle
from coopdesk.words.marks import N_

OURS = "#0B5A73"
COLOURS = (
    (OURS, N_("Petrol")), ("#1F3A5F", N_("Dark blue")), ("#2F5D3A", N_("Dark green")), ("#6B2D5C", N_("Purple")),
    ("#7A2E1D", N_("Brick red")), ("#3C4650", N_("Slate")),
)  # fmt: skip


class DesignPanel(QWidget):
    """`chosen` carries the changed setup; changes of the house style are submitted here."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, say = context, context.words.say
        self._setup: DossierSetup | None = None
        self._style = HouseStyle()
        self.colour = TickField(context, say("In colour"))
        self.twins = TickField(context, say("Table under each chart"))
        self.large = TickField(context, say("Time line on A3"))
        self.contacts = TickField(context, say("Contact list"))
        self.hides = TickField(context, say("Leave out small numbers of people"))
        # The names of languages stand in their own language, so that anyone finds theirs.
        self.language = ChoiceField(context, say("Language"), [("nl", "Nederlands"), ("en", "English")])
        self.cover = TextField(context, say("Colour of the cover"), example=OURS, limit=7)
        self.footer = TextField(context, say("Footer"), limit=MOST_FOOTER)
        hint = say("Counts from 1 up to this number are small.")
        self.threshold = NumberField(context, say("Threshold"), low=0, high=100, whole=True, hint=hint)
        self.add = Button(say("Add logo…"), "image", "", self._ask_logo)
        self._contrast = Label("", "small", "text2", wrap=True)
        self._logos = QVBoxLayout()
        self._logos.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 12, 4)
        column.setSpacing(8)
        shared = Label(say("For all documents of this workspace."), "small", "text2", wrap=True)
        logos = Label(say("Logos on the cover"), "small", "text2")
        above: tuple[QWidget, ...] = (self.language, self.colour, self.twins, self.large, self.contacts, self.hides,
                                      SectionTitle(say("House style")), shared, logos)  # fmt: skip
        for part in above:
            column.addWidget(part)
        column.addLayout(self._logos)
        column.addWidget(self.add)
        column.addWidget(self.cover)
        column.addLayout(self._swatches())
        column.addWidget(self._contrast)
        column.addWidget(self.footer)
        column.addWidget(self.threshold)
        column.addStretch(1)
        self._connect()

    def show_setup(self, setup: DossierSetup, style: HouseStyle, pictures: Sequence[bytes]) -> None:
        """Shows what is kept; `pictures` are those of the logos, empty where the file is gone."""
        self._setup, self._style = setup, style
        self.colour.show_value(setup.colour)
        self.twins.show_value(setup.twins)
        self.large.show_value(setup.large_timeline)
        printed = Part.ANNEX in rules.printed(setup) and CONTACTS in rules.printed_within(setup, SUBPARTS[Part.ANNEX])
        self.contacts.show_value(printed)
        self.hides.show_value(setup.hides_small)
        self.language.show_value(setup.language)
        self.cover.show_value(style.cover)
        text, contrast = text_on(style.cover or OURS)
        say, formats = self._context.words.say, self._context.words.formats
        name = say("white") if text == WHITE else say("black")
        shown = formats.number(Decimal(str(round(contrast, 1))), 1)
        self._contrast.setText(say("The text on it is {colour}: contrast {contrast}.", colour=name, contrast=shown))
        self.footer.show_value(style.footer)
        self.threshold.show_value(style.threshold)
        self.add.setVisible(len(style.logos) < MOST_LOGOS)
        self._show_logos(pictures)

    def take_logo(self, path: Path) -> None:
        """Adds the picture in a file as logo; what cannot be read is refused beside the button."""
        try:
            # One byte more than is allowed is enough to refuse a file of any size.
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
        except OSError:
            self._context.messages.problem(
                self._context.words.say("“{name}” cannot be opened. Nothing was added.", name=path.name), self.add
            )
            return
        self._context.submit(AddLogo(content, path.name, self._style), self.add)

    def _connect(self) -> None:
        self.colour.committed.connect(lambda on: self._emit(colour=bool(on)))
        self.twins.committed.connect(lambda on: self._emit(twins=bool(on)))
        self.large.committed.connect(lambda on: self._emit(large_timeline=bool(on)))
        self.hides.committed.connect(lambda on: self._emit(hides_small=bool(on)))
        self.language.committed.connect(lambda value: self._emit(language=str(value)))
        self.contacts.committed.connect(self._contacts)
        self.cover.committed.connect(lambda text: self._restyle(self.cover, cover=_hex(text)))
        self.footer.committed.connect(lambda text: self._restyle(self.footer, footer=text))
        self.threshold.committed.connect(lambda n: self._restyle(self.threshold, threshold=n or 0))

    def _emit(self, **changes: object) -> None:
        if self._setup is not None:
            self.chosen.emit(replace(self._setup, **changes))  # type: ignore[arg-type]  # the names are those of fields

    def _contacts(self, on: object) -> None:
        if self._setup is not None:
            self.chosen.emit(rules.ticked(self._setup, CONTACTS, on=bool(on), siblings=SUBPARTS[Part.ANNEX]))

    def _restyle(self, near: QWidget, **changes: object) -> None:
        self._context.submit(ChangeHouseStyle(replace(self._style, **changes)), near)  # type: ignore[arg-type]  # as above

    def _swatches(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for colour, name in COLOURS:
            swatch, text = QToolButton(), self._context.words.say(name)
            swatch.setToolTip(text)
            swatch.setAccessibleName(self._context.words.say("Cover: {colour}", colour=text))
            ground = QPixmap(QSize(22, 22))
            ground.fill(QColor(colour))
            swatch.setIcon(QIcon(ground))
            swatch.clicked.connect(lambda _=False, c=colour: self._restyle(self.cover, cover="" if c == OURS else c))
            row.addWidget(swatch)
        row.addStretch(1)
        return row

    def _ask_logo(self) -> None:
        say = self._context.words.say
        path = self._context.messages.open_file(say("Add logo"), ((say("Pictures"), "*.png *.jpg *.jpeg"),))
        if path is not None:
            self.take_logo(path)

    def _show_logos(self, pictures: Sequence[bytes]) -> None:
        while (item := self._logos.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, data) in enumerate(zip(self._style.logo_names, pictures, strict=True)):
            self._logos.addWidget(self._logo(at, name, data))

    def _logo(self, at: int, name: str, data: bytes) -> QWidget:
        """A logo with whose it is and a button to take it away."""
        say, line = self._context.words.say, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        picture, high = QPixmap(), current_theme().px(32)
        picture.loadFromData(data)
        shown = QLabel()
        if picture.isNull():
            shown.setText(say("gone"))
        else:
            shown.setPixmap(picture.scaledToHeight(high) if picture.width() <= 2 * picture.height() else
                            picture.scaledToWidth(2 * high))  # fmt: skip
        shown.setFixedWidth(2 * high)
        whose = TextField(self._context, say("Whose logo"), required=True, limit=80)
        whose.show_value(name)
        whose.committed.connect(lambda text: self._rename(at, text, whose))
        row.addWidget(shown)
        row.addWidget(whose, 1)
        row.addWidget(IconButton("delete", say("Remove the logo of {name}", name=name), lambda: self._drop(at)))
        return line

    def _rename(self, at: int, text: str, near: QWidget) -> None:
        names = list(self._style.logo_names)
        names[at] = text
        self._restyle(near, logo_names=tuple(names))

    def _drop(self, at: int) -> None:
        style = self._style
        logos = tuple(one for n, one in enumerate(style.logos) if n != at)
        names = tuple(one for n, one in enumerate(style.logo_names) if n != at)
        self._restyle(self.add, logos=logos, logo_names=names)


def _hex(text: str) -> str:
    """What was typed as colour; without its # it gets one."""
    bare = text.strip()
    return f"#{bare.upper()}" if bare and not bare.startswith("#") else bare.upper()
