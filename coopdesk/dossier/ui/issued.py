"""The dossiers that were issued: their pages, the same bytes again, and what is different now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.dossier.issued import Difference, IssuedDossier, differences, lines_of, loaded, summed_up
from coopdesk.dossier.ui.choices import WIDE
from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.dossier.ui.preview import Preview
from coopdesk.kernel.errors import UserError
from coopdesk.kernel.loading import load
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.widgets import EmptyState
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.dossier.make import Made
    from coopdesk.dossier.pdf.finish import Pdf

_LONGEST = 220  # characters of a text that changed, around the change


class IssuedView(QWidget):
    """The list at the left, the pages or the differences at the right; `shown` when other pages are on show."""

    shown = Signal()

    def __init__(self, context: Context, present: Callable[[], Made | None], issue: Action) -> None:
        """`present` is the dossier as it stands now, to compare with and to `issue`."""
        super().__init__()
        self._context, self._present, say = context, present, context.words.say
        self._issued: list[IssuedDossier] = []
        self.pdf: Pdf | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(say("Issued dossiers"))
        self.list.setObjectName("rows")
        self.list.setWordWrap(True)
        self.empty = EmptyState(
            "lock_closed", say("Nothing has been issued yet"),
            say("Issuing keeps the dossier as it is now, with a number and a date; later you see what differs."),
            issue, words=context.words,
        )  # fmt: skip
        self.again = Button(issue.plain(context.words), issue.icon, "", issue.run)
        self.digest = Label("", "small", "text2", wrap=True)
        self.digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.compare = Button(say("What has changed since?"), "", "", self._toggle)
        self.preview, self.changes = Preview(context.words), QListWidget()
        self.changes.setAccessibleName(say("What has changed since"))
        self.changes.setObjectName("rows")
        self.changes.setWordWrap(True)
        self.changes.setSpacing(3)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.changes)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.digest)
        column.addWidget(self.compare)
        column.addWidget(self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._column)
        row.addWidget(self._stack, 1)
        row.addWidget(self.empty, 1)
        self.list.currentRowChanged.connect(self._show)
        context.theme.changed.connect(self._measure)
        self._measure()

    @property
    def file_name(self) -> str:
        """What the file of the issued dossier on show is called."""
        found = self._chosen
        return f"{found.title} {found.number.replace('/', '-')}.pdf" if found is not None else "Dossier.pdf"

    def refresh(self) -> None:
        """Reads what was issued for the chosen area; the one on show stays on show."""
        kept = self._chosen
        with self._context.desk.look() as work:
            self._issued = [one for one in work.dossiers.issued() if one.area_id == self._context.area.id]
        words = self._context.words
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own name
        self.list.clear()
        for one in self._issued:
            pages = words.count("{n} page", "{n} pages", one.pages)
            QListWidgetItem(f"{one.number} · {words.formats.day(one.day)}\n{one.title}\n{pages}", self.list)
        self.list.blockSignals(False)  # noqa: FBT003
        some = bool(self._issued)
        self.empty.setVisible(not some)
        self._column.setVisible(some)
        self._stack.setVisible(some)
        for button in (self.again, self.compare, *self.empty.buttons):
            button.setEnabled(self._present() is not None)
        ids = [one.id for one in self._issued]
        self.list.setCurrentRow(ids.index(kept.id) if kept is not None and kept.id in ids else 0)
        if not some:
            self.pdf = None
            self.shown.emit()

    @property
    def _chosen(self) -> IssuedDossier | None:
        row = self.list.currentRow()
        return self._issued[row] if 0 <= row < len(self._issued) else None

    def _show(self, row: int) -> None:
        """The very bytes that were issued."""
        found = self._chosen
        if found is None:
            return
        data = self._read(found.digest)
        # In groups of eight: whoever compares it by eye keeps the place, and it fits the column.
        parts = [found.digest[at : at + 8] for at in range(0, len(found.digest), 8)]
        say = self._context.words.say
        self.digest.setText(say("Fingerprint of the file (SHA-256): {digest}", digest=" ".join(parts)))
        self.pdf = None if data is None else load("coopdesk.dossier.pdf.finish").Pdf(data, found.pages)
        if data is not None:
            self.preview.show_pages(PdfPages(data))
        self._show_pages()
        self.shown.emit()

    def _read(self, digest: str) -> bytes | None:
        """Bytes among the attachments; what is wrong with them is said beside the list."""
        try:
            with self._context.desk.look() as work:
                return bytes(work.attachments.read(digest))
        except UserError as error:
            self._context.messages.problem(self._context.words.tell(error), self.list)
            return None

    def _toggle(self) -> None:
        if self._stack.currentWidget() is self.changes:
            self._show_pages()
        else:
            self._show_changes()

    def _show_pages(self) -> None:
        self._stack.setCurrentWidget(self.preview)
        self.compare.setText(self._context.words.say("What has changed since?"))

    def _show_changes(self) -> None:
        """What the dossier says now against what was issued."""
        found, made, words = self._chosen, self._present(), self._context.words
        data = self._read(found.said) if found is not None and made is not None else None
        if data is None or made is None:
            return
        before, after = loaded(data), lines_of(made.document)
        changed = summed_up(differences(before, after), before, after)
        self.changes.clear()
        for one in changed:
            QListWidgetItem(said(one, words.say), self.changes)
        if not changed:
            QListWidgetItem(
                words.say("Nothing has changed: the dossier says the same as the issued one."), self.changes
            )
        self._stack.setCurrentWidget(self.changes)
        self.changes.setCurrentRow(0)
        self.changes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.compare.setText(words.say("Show the pages"))

    def _measure(self) -> None:
        self._column.setFixedWidth(self._context.theme.px(WIDE))


def said(change: Difference, say: Callable[..., str]) -> str:
    """A difference in words."""
    before, after = _around(change.before, change.after)
    if not change.before:
        text = say(N_("New: “{after}”"), after=after)
    elif not change.after:
        text = say(N_("Gone: “{before}”"), before=before)
    else:
        text = say(N_("“{before}” became “{after}”"), before=before, after=after)
    alone = change.chapter in {"", change.before, change.after}
    return text if alone else f"{change.chapter}\n{text}"


def _around(before: str, after: str) -> tuple[str, str]:
    """Both texts from a little before where they begin to differ, so that long ones can be compared at a glance."""
    same = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        same += 1
    start = max(before.rfind(" ", 0, max(same - 60, 0)) + 1, 0) if before and after else 0
    return _cut(before, start), _cut(after, start)


def _cut(text: str, start: int) -> str:
    head, tail = "…" if start else "", "…" if len(text) - start > _LONGEST else ""
    return f"{head}{text[start : start + _LONGEST].strip()}{tail}"
