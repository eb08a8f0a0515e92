"""Paints the cells of a list and opens their editors."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coopdesk.shell.grid import paint
from coopdesk.shell.grid.cells import CellsView
from coopdesk.shell.grid.chips import ChipsEditor
from coopdesk.shell.grid.editors import ChoiceEditor, LineEditor, ending
from coopdesk.shell.grid.looks import Title
from coopdesk.shell.grid.model import GridModel
from coopdesk.shell.grid.opening import editor_for, put_text, text_of
from coopdesk.shell.theme import Theme, current_theme

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint


class GridDelegate(QStyledItemDelegate):
    """One for all cells. Row separators only; a pale selection; a ring of two pixels around the current cell."""

    def __init__(self, view: CellsView, model: GridModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.group is not None:
            self._paint_group(painter, option, index)
        else:
            self._paint_cell(painter, option, index, line.row)
        painter.restore()

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Any) -> None:
        theme, rect = current_theme(), option.rect
        painter.fillRect(rect, theme.token(self._view.ground(index)))
        mark = self._view.mark_of(self._model.column(index), row)
        if mark is not None:
            paint.paint_mark(painter, QRectF(rect), mark.tone, theme)
        self._separator(painter, rect, theme)
        first = self._view.is_first(index)
        column, problem = self._model.column(index), self._model.problem(index)
        pad = theme.px(8)
        indent = theme.px(paint.CHEVRON - 8) if first and self._view.grouped else 0
        room = QRectF(rect).adjusted(pad + indent, 0, -pad, -1)
        painter.setClipRect(rect)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.token("text"))
        look = column.look(row) if column.look else None
        if problem is not None:
            paint.paint_problem(painter, room, rect.adjusted(0, 0, 0, -1), problem.typed, theme)
        elif look is not None:
            paint.paint_look(painter, room, column.text(row), look, theme, self._view.sought)
        else:
            paint.paint_text(painter, room, column.text(row), right=column.right, lines=2 if self._view.tall else 1,
                             sought=self._view.sought)  # fmt: skip
        key = "" if first else column.key
        if not first and self._view.noted.at(row.id, key):
            paint.paint_corner(painter, QRectF(rect), theme)
        self._ring(painter, option, index, QRectF(rect))

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Each cell paints its part of one heading over the whole width, so that nothing has to be spanned."""
        theme, line = current_theme(), self._model.line(index)
        assert line is not None
        assert line.group is not None
        rect = option.rect
        whole = QRectF(0, rect.y(), self._view.viewport().width(), rect.height())
        painter.setClipRect(rect)
        selected = self._view.is_current_row(index)
        painter.fillRect(rect, theme.token("selected" if selected else "window"))
        folded = line.group.id in self._view.folded
        paint.paint_group(painter, whole.adjusted(0, 0, 0, -1), line.group, folded=folded, theme=theme)
        self._separator(painter, rect, theme)
        if selected and self._view.hasFocus():
            painter.setPen(QPen(theme.token("focus"), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -2))

    def _separator(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.token("border"))

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, rect: QRectF) -> None:
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current_theme().token("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    # Editing -------------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.column(index)
        assert column.kind is not None
        editor = editor_for(column.kind, parent, self._model.typing())
        if isinstance(editor, LineEditor | ChoiceEditor | ChipsEditor):
            editor.leaving.connect(lambda *step: self._end(editor, step))
        if isinstance(editor, ChoiceEditor):
            editor.dismissed.connect(lambda: self.closeEditor.emit(editor, Hint.RevertModelCache))
        title = self._model.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title))
        editor.setFont(current_theme().font("body"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Once: a row that is read again while one types leaves what is typed."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)  # noqa: FBT003 - Qt's signature
        put_text(editor, self._model.typed(index), over=self._view.typing_over)
        self._view.opened.emit(index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, text_of(editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = current_theme(), option.rect.adjusted(1, 1, -1, -2)
        look = self._model.column(index).look
        line = self._model.line(index)
        if self._view.is_first(index) and line is not None and look is not None:
            title = look(line.row)
            number = title.number if isinstance(title, Title) else ""
            metrics = self._view.fontMetrics()
            inset = max(metrics.horizontalAdvance(number), metrics.horizontalAdvance("0.00")) if number else 0
            rect.setLeft(rect.left() + (theme.px(paint.CHEVRON - 8) if self._view.grouped else 0) + inset)
        needed = editor.sizeHint()
        if rect.width() < needed.width():
            rect.setWidth(min(needed.width(), self._view.viewport().width() - rect.left()))
        high = editor.heightForWidth(rect.width()) if editor.hasHeightForWidth() else editor.minimumSizeHint().height()
        rect.setHeight(max(rect.height(), high))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        step = ending(event)
        if isinstance(editor, QWidget) and step is not None:
            self._end(editor, step)
            return True
        return super().eventFilter(editor, event)

    def _end(self, editor: QWidget, step: tuple[int, int]) -> None:
        self._finish(editor)
        if step != (0, 0):
            self._view.step(*step)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, Hint.NoHint)
