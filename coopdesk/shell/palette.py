"""The command field in the top bar: one place to find a screen, a thing and a command (Ctrl+K)."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)  # fmt: skip
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from coopdesk.shell.finder import Found, Sources, find
from coopdesk.shell.icons import paint_icon
from coopdesk.shell.labels import Label
from coopdesk.shell.speech import speak
from coopdesk.shell.theme import Theme

FOUND = Qt.ItemDataRole.UserRole
SHOWN = 14  # rows before it scrolls
Index = QModelIndex | QPersistentModelIndex


class ResultDelegate(QStyledItemDelegate):
    """Paints a heading, or a result with where it belongs at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = option.fontMetrics
        return QSize(100, metrics.height() + self._theme.px(14 if index.data(FOUND) else 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        found = index.data(FOUND)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found is None:
            painter.setFont(theme.font("small strong"))
            painter.setPen(theme.token("text2"))
            painter.drawText(rect.adjusted(14, 2, -14, 0), left, str(index.data()))
        else:
            self._paint_found(painter, rect, found, option.state & QStyle.StateFlag.State_Selected)
        painter.restore()

    def _paint_found(self, painter: QPainter, rect: QRect, found: Found, chosen: object) -> None:
        theme = self._theme
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("selected"))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 4, 4)
        side = theme.px(18)
        place = QRectF(rect.x() + 16, rect.center().y() - side / 2 + 0.5, side, side)
        paint_icon(painter, found.icon or "arrow_right", place, theme.token("accent" if chosen else "text2"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.token("text2"))
        inner = rect.adjusted(26 + side, 0, -16, 0)
        # The name comes first: a long note has what the name leaves, and never less than a third.
        left = inner.width() - QFontMetrics(theme.font("body")).horizontalAdvance(found.text) - 16
        small = painter.fontMetrics()
        note = small.elidedText(found.note, Qt.TextElideMode.ElideRight, max(left, inner.width() // 3))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
        inner.setRight(inner.right() - small.horizontalAdvance(note) - 16)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.token("text"))
        shown = painter.fontMetrics().elidedText(found.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Results(QFrame):
    """The list under the field, with a line of help and the number of results."""

    def __init__(self, window: QWidget, theme: Theme, name: str) -> None:
        super().__init__(window)
        self.setObjectName("popup")
        self._theme, self._window = theme, window
        self.list = QListView()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.setItemDelegate(ResultDelegate(theme, self.list))
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self.foot = Label("", "small", "text2", wrap=True)
        self.foot.setContentsMargins(14, 6, 14, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 1)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self.foot)
        self.hide()

    @property
    def found(self) -> list[Found]:
        """The results on show, without headings."""
        items = (self._model.item(row).data(FOUND) for row in range(self._model.rowCount()))
        return [found for found in items if found is not None]

    @property
    def current(self) -> Found | None:
        found = self.list.currentIndex().data(FOUND)
        return found if isinstance(found, Found) else None

    def show_found(self, results: list[Found], foot: str) -> None:
        self._model.clear()
        kind = ""
        for found in results:
            if found.kind != kind:
                kind = found.kind
                heading = QStandardItem(kind)
                heading.setData(kind, Qt.ItemDataRole.AccessibleTextRole)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self._model.appendRow(heading)
            item = QStandardItem(found.text)
            item.setData(found, FOUND)
            item.setData(f"{found.kind}: {found.text}, {found.note}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self.list.setVisible(bool(results))
        self.foot.setText(foot)
        self.step(1, start=-1)

    def step(self, by: int, *, start: int | None = None) -> None:
        """To the next result up or down, over headings."""
        row = self.list.currentIndex().row() if start is None else start
        row += by
        while 0 <= row < self._model.rowCount():
            if self._model.item(row).data(FOUND) is not None:
                self.list.setCurrentIndex(self._model.index(row, 0))
                self._speak()
                return
            row += by

    def _speak(self) -> None:
        """The focus stays in the field, so a screen reader is told what is chosen in the list under it, with the
        heading it stands under and how many there are."""
        found, all_of_it = self.current, self.found
        if found is not None:
            place = next(at for at, one in enumerate(all_of_it, start=1) if one is found)
            text = f"{found.kind}: {found.text}. {found.note}. {place}/{len(all_of_it)}"
            speak(self.list, text)

    def open_under(self, field: QWidget) -> None:
        width = max(field.width(), self._theme.px(520))
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(SHOWN, self._model.rowCount())))
        at = field.mapTo(self._window, QPoint((field.width() - width) // 2, field.height() + 2))
        room = self._window.height() - at.y() - 40
        foot = self.foot.heightForWidth(width - 2) + 20
        self.setGeometry(max(8, at.x()), at.y(), width, min(rows + foot, room))
        self.show()
        self.raise_()


class CommandField(QLineEdit):
    """Types here, finds there: arrows choose, Enter does, Esc goes back to where one was."""

    def __init__(self, window: QWidget, theme: Theme, sources: Sources) -> None:
        super().__init__()
        self._sources, self._theme = sources, theme
        self._from: QWidget | None = None
        say = sources.words.say
        self.setPlaceholderText(say("Search or run a command (Ctrl+K)"))
        self.setAccessibleName(say("Search or run a command"))
        self._mark = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.results = Results(window, theme, say("Results"))
        self.results.list.clicked.connect(lambda _: self._do())
        self.textChanged.connect(self._look)
        theme.changed.connect(self._fit)
        self._fit()

    def open(self) -> None:
        """From anywhere: the focus comes here and the list opens."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._look()

    def look_again(self) -> None:
        """What there is to find has been read: the same question once more."""
        if self.results.isVisible():
            self._look()

    def close_results(self) -> None:
        self.results.hide()

    def _fit(self) -> None:
        self._mark.setIcon(self._theme.icon("search"))
        self.setMinimumWidth(self._theme.px(180))
        self.setMaximumWidth(self._theme.px(430))

    def _look(self) -> None:
        if not self.hasFocus():
            return
        words, query = self._sources.words, self.text()
        results = find(self._sources, query)
        if results:
            foot = words.say("↑↓ choose · Enter open · Esc close")
            found = words.count("{n} result", "{n} results", len(results))
            foot = f"{foot}   ·   {found}"
        elif self._sources.busy():
            foot = words.say("Searching…")
        else:
            foot = words.say("Nothing found for “{query}”. Try another word.", query=query.strip())
            speak(self, foot)
        self.results.show_found(results, foot)
        self.results.open_under(self)

    def _do(self) -> None:
        found = self.results.current
        if found is None:
            return
        self._leave()
        found.run()
        if found.goes:
            # What a screen made at its first visit holds is on show once this key is done with.
            QTimer.singleShot(0, self, self._sources.entered)

    def _leave(self) -> None:
        self.results.hide()
        self.clear()
        if self._from is not None and self._from.isVisible():
            self._from.setFocus()
        else:
            self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.results.step(1)
            case Qt.Key.Key_Up:
                self.results.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do()
            case Qt.Key.Key_Escape:
                self._leave()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._sources.opened()
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.results.hide()

    def remember(self, widget: QWidget | None) -> None:
        """Where the focus was before, to go back to."""
        if widget is not None and widget is not self and not self.results.isAncestorOf(widget):
            self._from = widget

    def event(self, event: QEvent) -> bool:
        # Esc is also a shortcut of panes; in this field it is ours.
        ours = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if ours and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
        return super().event(event)
