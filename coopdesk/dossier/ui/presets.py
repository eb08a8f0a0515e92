"""For whom the dossier is: the standard presets, one's own, and what can be done with those."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coopdesk.dossier import rules
from coopdesk.dossier.commands import KeepPreset, RemovePreset, RenamePreset
from coopdesk.dossier.setup import DossierSetup, Preset, Readers
from coopdesk.dossier.titles import READERS
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, IconButton


class PresetRow(QWidget):
    """`chosen` carries the setup with another preset applied."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, say = context, context.words.say
        self._setup: DossierSetup | None = None
        self._presets: Sequence[Preset] = ()
        self._renames = ""
        self.choice = ChoiceField(context, say("Readers"))
        self.more = IconButton("more_horizontal", say("Save, rename or remove a preset"), self._menu)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.choice, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        self.name = TextField(context, say("Name of the preset"), limit=rules.MOST_NAME)
        self._naming = QWidget()
        naming = QVBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(Button(say("Cancel"), "", "flat", self._stop))
        buttons.addWidget(Button(say("Keep"), "", "", self._keep))
        naming.addWidget(self.name)
        naming.addLayout(buttons)
        self._naming.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._naming)
        self.choice.committed.connect(self._choose)
        self.name.line.returnPressed.connect(self._keep)

    def show_setup(self, setup: DossierSetup, presets: Sequence[Preset]) -> None:
        """Shows what is kept, among the presets there are."""
        self._setup, self._presets = setup, presets
        say = self._context.words.say
        standard = [(one.value, say(text)) for one, text in READERS.items() if one is not Readers.OWN]
        own = [(preset.id, preset.name) for preset in presets]
        free = [(Readers.OWN.value, say(READERS[Readers.OWN]))]
        self.choice.offer([*standard, *own, *free])
        self.choice.show_value(setup.preset_id if self._own else setup.readers.value)

    @property
    def _own(self) -> Preset | None:
        """The own preset the dossier follows."""
        if self._setup is None or self._setup.readers is not Readers.OWN:
            return None
        return next((p for p in self._presets if p.id == self._setup.preset_id), None)

    def _choose(self, value: str) -> None:
        assert self._setup is not None
        preset = next((p for p in self._presets if p.id == value), None)
        setup = self._setup
        self.chosen.emit(rules.with_preset(setup, preset) if preset else rules.for_readers(setup, Readers(value)))

    def _menu(self) -> None:
        menu, say, own = self.menu(), self._context.words.say, self._own
        menu.setAccessibleName(say("Presets") if own is None else own.name)
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """What can be done: keep the present choices, and rename or remove the own preset on show."""
        say, own, menu = self._context.words.say, self._own, QMenu(self)
        menu.addAction(say("Save as preset…"), lambda: self._ask(""))
        if own is not None:
            menu.addAction(say("Rename “{name}”…", name=own.name), lambda: self._ask(own.id))
            menu.addAction(say("Remove “{name}”", name=own.name), lambda: self._remove(own))
        return menu

    def _ask(self, renames: str) -> None:
        self._renames, own = renames, self._own
        self.name.show_value(own.name if own is not None else "")
        self._naming.show()
        self.name.line.setFocus()
        self.name.line.selectAll()

    def _keep(self) -> None:
        if self._naming.isHidden() or self._setup is None:
            return
        own, typed = self._own, self.name.text
        renames = own if self._renames else None
        command = RenamePreset(renames.id, renames.version, typed) if renames else KeepPreset(typed, self._setup)
        if self._context.submit(command, self.name):
            self._stop()

    def _stop(self) -> None:
        self._naming.hide()
        self.name.show_value("")
        self.choice.box.setFocus()

    def _remove(self, preset: Preset) -> None:
        if self._context.submit(RemovePreset(preset.id), self):
            text = self._context.words.say("“{name}” was removed.", name=preset.name)
            self._context.messages.note(text, undo=True)
