"""The row above a list: a text filter, chips for columns, how many rows are left, one click to clear, and Columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from coopdesk.shell.grid.arrange import Shape, Wish
from coopdesk.shell.labels import Button, IconButton, Label
from coopdesk.shell.theme import current_theme
from coopdesk.shell.widgets import Chip
from coopdesk.words.catalogue import Words


class FilterBar(QWidget):
    """Chips that do not fit move behind "More filters", the active ones last."""

    text_changed = Signal(str)
    facet_asked = Signal(str, object)
    toggled = Signal(str)
    cleared = Signal()
    columns_asked = Signal(object)
    views_asked = Signal(object)
    left = Signal()
    next_asked = Signal(int)

    def __init__(self, shape: Shape, words: Words) -> None:
        super().__init__()
        self._shape, self._words = shape, words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = QLineEdit()
        self.field.setPlaceholderText(words.say("Filter by text (Ctrl+F)"))
        self.field.setAccessibleName(words.say("Filter by text (Ctrl+F)"))
        self._mark = self.field.addAction(current_theme().icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self.text_changed)
        self.field.installEventFilter(self)
        self.chips: dict[str, Chip] = {}
        self._has_columns = True
        self._offered: set[str] = set()  # chips that stand there: of filters that work, and those a page puts up front
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.field)
        for column in shape.columns:
            self._chip(column.key, self._facet_run(column.key))
        for toggle in shape.toggles:
            self._chip(toggle.key, self._toggle_run(toggle.key))
        self.more = Button(words.say("More filters"), "", "chip", self._show_more)
        self.clear = Button(words.say("Clear"), "", "flat", self.cleared.emit, words.say("Clear all filters"))
        self.count = Label("", "small", "text2")
        self.columns = Button(
            words.say("Columns"), "table_16_regular", "flat", self._ask_columns, words.say("Choose columns")
        )
        self._row.addWidget(self.more)
        self._row.addWidget(self.clear)
        self._row.addStretch(1)
        self._row.addWidget(self.count)
        self._row.addWidget(self.columns)
        self.views = IconButton("more_horizontal", words.say("Views, grouping and marks"), self._ask_views)
        self._row.addWidget(self.views)
        current_theme().changed.connect(self._dress)
        self.show_wish(Wish(), "")
        self._dress()

    def show_wish(self, wish: Wish, count: str) -> None:
        """What is filtered now, and the text that says how many rows are left of all."""
        self._offered = {toggle.key for toggle in self._shape.toggles}
        for column in self._shape.columns:
            values = sorted(wish.facets.get(column.key, ()))
            self._show_chip(column.key, column.title, values)
            if column.filter or values:
                self._offered.add(column.key)
        for toggle in self._shape.toggles:
            self.chips[toggle.key].show_text(self._words.say(toggle.title))
            self.chips[toggle.key].setChecked(toggle.key in wish.toggles)
        if self.field.text() != wish.text:
            self.field.setText(wish.text)
        self.clear.setVisible(wish.filters)
        self.count.setText(count)
        self.count.setVisible(bool(count))
        self._arrange()

    def offer_columns(self, *, on: bool) -> None:
        """Whether there are columns to choose: not while the rows are looked at in another way."""
        self._has_columns = on
        self._arrange()

    def seek(self) -> None:
        """Ctrl+F: ready to type what to look for."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(400), self._row.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(240), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            if event.key() == Qt.Key.Key_F3:
                self.next_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self._mark.setIcon(current_theme().icon("filter"))
        self._arrange()

    def _chip(self, key: str, run: Callable[[], object]) -> None:
        self.chips[key] = Chip("", run)
        self._row.addWidget(self.chips[key])

    def _facet_run(self, key: str) -> Callable[[], object]:
        def run() -> None:
            chip = self.chips[key]
            chip.setChecked(not chip.isChecked())  # the list decides whether it is on, not the press
            self.facet_asked.emit(key, chip)

        return run

    def _toggle_run(self, key: str) -> Callable[[], object]:
        return lambda: self.toggled.emit(key)

    def _show_chip(self, key: str, title: str, values: Sequence[str]) -> None:
        shown = [value or self._words.say("(empty)") for value in values]
        what = ", ".join(shown[:2]) if len(shown) <= 2 else f"{shown[0]} +{len(shown) - 1}"
        what = what or self._words.say("all")
        self.chips[key].show_text(f"{self._words.say(title)}: {what}")
        self.chips[key].setToolTip(", ".join(shown))
        self.chips[key].setChecked(bool(values))

    def _arrange(self) -> None:
        """Shows as many chips as fit, those that filter first; the text field gives way to them."""
        theme = current_theme()
        always = (self.more, self.columns, self.views, *(() if self.clear.isHidden() else (self.clear, self.count)))
        least = theme.px(140) + 16 + sum(one.sizeHint().width() + 8 for one in always)
        # Else it stands in the menu beside it.
        self.columns.setVisible(self._has_columns and self.width() >= least)
        crowded = self.width() < theme.px(760) or any(chip.isChecked() for chip in self.chips.values())
        wide = theme.px(140 if crowded and not self._roomy() else 230)
        self.field.setFixedWidth(wide)
        fixed = [w for w in (self.clear, self.count, self.columns, self.views) if not w.isHidden()]
        room = self.width() - wide - sum(w.sizeHint().width() + 8 for w in fixed) - 16
        offered = [chip for key, chip in self.chips.items() if key in self._offered]
        for chip in self.chips.values():
            chip.setVisible(False)
        chips = sorted(offered, key=lambda chip: not chip.isChecked())
        all_fit = sum(chip.sizeHint().width() + 8 for chip in chips) <= room
        if not all_fit:
            room -= self.more.sizeHint().width() + 8
        self.more.setVisible(not all_fit)
        for chip in chips:
            needed = chip.sizeHint().width() + 8
            shown = all_fit or needed <= room
            chip.setVisible(shown)
            room -= needed if shown else 0

    def _roomy(self) -> bool:
        """Whether everything fits with a wide text field."""
        offered = [chip for key, chip in self.chips.items() if key in self._offered]
        parts = [*offered, *(w for w in (self.clear, self.count, self.columns, self.views) if not w.isHidden())]
        return current_theme().px(230) + 16 + sum(part.sizeHint().width() + 8 for part in parts) <= self.width()

    def _show_more(self) -> None:
        hidden = [chip for key, chip in self.chips.items() if key in self._offered and chip.isHidden()]
        menu = _menu(self, hidden)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask_views(self) -> None:
        self.views_asked.emit(self.views)

    def _ask_columns(self) -> None:
        self.columns_asked.emit(self.columns)


def _menu(parent: FilterBar, chips: Sequence[Chip]) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for chip in chips:
        action = menu.addAction(chip.text())
        action.triggered.connect(chip.click)
    return menu
