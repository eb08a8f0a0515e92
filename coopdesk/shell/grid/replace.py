"""Find and replace (Ctrl+H): shows every cell that would change, old and new, before it changes them in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from coopdesk.shell.dialog import Dialog
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.grid.replacing import Replacement, editable_cells, replacements
from coopdesk.shell.labels import Label
from coopdesk.words.catalogue import Words

SHOWN = 500  # changes listed; more are made as well, and counted
Do = Callable[[Sequence[Replacement]], object]


class ReplaceDialog(Dialog):
    """Each change can be unticked. What the column cannot hold is listed with the reason and stays as it is."""

    def __init__(
        self, parent: QWidget, model: GridModel, columns: Sequence[int], selected: Sequence[tuple[int, int]],
        sought: str, words: Words, do: Do,
    ) -> None:  # fmt: skip
        say = words.say
        super().__init__(parent, say("Replace"), say("In the rows on show. You see every change before it is made."))
        self._model, self._columns, self._selected, self._words, self._do = model, columns, selected, words, do
        self._found: list[Replacement] = []
        self.sought, self.new = self._line(say("Find"), sought), self._line(say("Replace by"), "")
        self.whole = self._tick(say("Whole cell only"), on=False)
        self.inside = self._tick(say("Only in the selection"), on=len(selected) > 1)
        self.inside.setVisible(len(selected) > 1)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Changes"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.itemChanged.connect(lambda _: self._count())
        self.body.addWidget(self.list, 1)
        self.facts = Label("", "small", "text2", wrap=True)
        self.body.addWidget(self.facts)
        self.add_button(say("Cancel"), self.close)
        self.button = self.add_button(say("Replace"), self._replace, primary=True)
        self.resize(620, 480)
        self._look()
        self.sought.setFocus()
        self.sought.selectAll()

    def _line(self, name: str, text: str) -> QLineEdit:
        label, line = Label(name, "small", "text2"), QLineEdit(text)
        line.setAccessibleName(name)
        label.setBuddy(line)
        line.textChanged.connect(self._look)
        self.body.addWidget(label)
        self.body.addWidget(line)
        return line

    def _tick(self, name: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(name)
        box.setChecked(on)
        box.toggled.connect(self._look)
        self.body.addWidget(box)
        return box

    def _look(self, *_: object) -> None:
        """Shows what would change with what is typed now."""
        if not hasattr(self, "button"):
            return
        chosen = self._selected if self.inside.isChecked() else ()
        cells = editable_cells(self._model, self._columns, chosen)
        sought, new = self.sought.text(), self.new.text()
        self._found = replacements(self._model, cells, sought, new, whole=self.whole.isChecked())
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        for one in self._found[:SHOWN]:
            self.list.addItem(self._item(one))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._count()

    def _item(self, one: Replacement) -> QListWidgetItem:
        name = self._model.shape.columns[0].text(self._model.lines[one.line].row)
        text = f"{name} · {self._model.title(one.column)}\n{one.old} → {one.new}"
        item = QListWidgetItem(f"{text}\n⚠ {one.reason}" if one.reason else text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if not one.reason:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        return item

    def _chosen(self) -> list[Replacement]:
        unticked = {at for at in range(self.list.count()) if self.list.item(at).checkState() == Qt.CheckState.Unchecked}
        return [one for at, one in enumerate(self._found) if not one.reason and at not in unticked]

    def _count(self) -> None:
        n, refused = len(self._chosen()), sum(bool(one.reason) for one in self._found)
        count = self._words.count
        parts = [count("{n} cell found", "{n} cells found", len(self._found))]
        if refused:
            parts.append(count("{n} stays as it is", "{n} stay as they are", refused))
        if len(self._found) > SHOWN:
            parts.append(self._words.say("the first {n} are shown", n=self._words.formats.number(SHOWN)))
        self.facts.setText(" · ".join(parts) if self.sought.text().strip() else "")
        self.button.setText(count("Replace {n} cell", "Replace {n} cells", n))
        self.button.setEnabled(n > 0)

    def _replace(self) -> None:
        chosen = self._chosen()
        self.close()
        self._do(chosen)
