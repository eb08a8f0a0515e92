"""What is doubtful, grouped by cause, each with one-click repairs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coopdesk.annex.model import Doubt, Line, Reading, Verdict
from coopdesk.annex.ui.wording import CAUSES, FLAGS
from coopdesk.shell.widgets import Button, Card, Label, NoteBar, Picture
from coopdesk.words.catalogue import Words

_SHOWN = 4


class ProblemList(QScrollArea):
    """A card per cause. `accept` and `leave_out` are called with the code of the cause."""

    def __init__(self, words: Words, accept: Callable[[str], None], leave_out: Callable[[str], None]) -> None:
        """Empty until a reading is shown."""
        super().__init__()
        self._words, self._accept, self._leave_out = words, accept, leave_out
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_reading(self, reading: Reading) -> None:
        """Makes the cards anew."""
        room = QWidget()
        room.setObjectName("plain")
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        causes = by_cause(reading)
        words = self._words
        title = (
            words.count("{n} thing to check", "{n} things to check", len(causes))
            if causes
            else words.say("Nothing to check")
        )
        column.addWidget(Label(title, "strong", wrap=True))
        if causes:
            text = words.say("You can import now: rows with something unclear then stay out, and nothing is lost.")
            column.addWidget(Label(text, "small", "text2", wrap=True))
        for cause, lines in causes.items():
            column.addWidget(self._card(cause, lines))
        for reason in dict.fromkeys(flag.reason for flag in reading.flags if flag.reason in FLAGS):
            column.addWidget(NoteBar(words.say(FLAGS[reason]), "info"))
        column.addStretch(1)
        self.setWidget(room)
        # The card behind shows through: a scroll area paints the window's colour otherwise.
        room.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _card(self, cause: str, lines: list[tuple[Line, Doubt]]) -> Card:
        words = self._words
        title, repair = CAUSES.get(cause, (cause, ""))
        card = Card()
        row = QHBoxLayout()
        row.addWidget(Picture("warning", "warnFg", 16))
        row.addWidget(Label(words.count("{n} × {cause}", "{n} × {cause}", len(lines), cause=words.say(title)),
                            "strong", wrap=True), 1)  # fmt: skip
        card.body.addLayout(row)
        card.body.addWidget(Label(self._where(lines), "small", "text2", wrap=True))
        if repair and any(line.entries for line, _ in lines):
            card.body.addWidget(Button(words.say(repair), run=lambda: self._accept(cause)))
        card.body.addWidget(Button(words.say("Skip these rows"), kind="flat", run=lambda: self._leave_out(cause)))
        return card

    def _where(self, lines: list[tuple[Line, Doubt]]) -> str:
        words = self._words
        seen: dict[str, None] = {}
        for _, doubt in lines:
            text = f"‘{' '.join(doubt.origin.raw.split())}’" if doubt.origin.raw.strip() else ""
            if text and doubt.proposal:
                text = f"{text} → {doubt.proposal}"
            if text:
                seen.setdefault(text, None)
        examples = list(seen)[:_SHOWN] + (["…"] if len(seen) > _SHOWN else [])
        rows = [str(row) for row in sorted({line.row for line, _ in lines})]
        told = ", ".join(rows[: 2 * _SHOWN]) + ("…" if len(rows) > 2 * _SHOWN else "")
        where = words.count("row {rows}", "rows {rows}", len(rows), rows=told)
        return f"{', '.join(examples)} ({where})" if examples else where


def by_cause(reading: Reading) -> dict[str, list[tuple[Line, Doubt]]]:
    """The doubtful rows under the cause that keeps each of them out, most rows first."""
    found: dict[str, list[tuple[Line, Doubt]]] = {}
    for line in reading.of(Verdict.FLAGGED):
        for doubt in line.doubts:
            if doubt.reason not in reading.choices.accepted and not any(
                x is line for x, _ in found.get(doubt.reason, [])
            ):
                found.setdefault(doubt.reason, []).append((line, doubt))
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))
