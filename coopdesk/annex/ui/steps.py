"""Where the user is in the three steps."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.shell.widgets import Label, Picture
from coopdesk.words.catalogue import Words


class StepLine(QWidget):
    """1. Choose a file – 2. Match and check – 3. Done."""

    def __init__(self, words: Words) -> None:
        """Stands at the first step."""
        super().__init__()
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._names = (words.say("1. Choose a file"), words.say("2. Match and check"), words.say("3. Done"))
        self._pictures: list[Picture] = []
        self._labels: list[Label] = []
        for at, name in enumerate(self._names):
            if at:
                row.addWidget(Label("—", "body", "text2"))
            picture, label = Picture("circle", "text2", 16), Label(name)
            row.addWidget(picture)
            row.addWidget(label)
            self._pictures.append(picture)
            self._labels.append(label)
        row.addStretch(1)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Marks the steps before this one as done."""
        for at, (picture, label) in enumerate(zip(self._pictures, self._labels, strict=True)):
            if at < step:
                picture.show_icon("checkmark_circle", "okFg")
            else:
                picture.show_icon("circle", "accent" if at == step else "text2")
            label.tone("text" if at == step else "text2")
            font = label.font()
            font.setBold(at == step)
            label.setFont(font)
        self.setAccessibleName(self._words.say("Step {n} of 3: {name}", n=step + 1, name=self._names[step]))
