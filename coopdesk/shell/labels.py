"""Texts and buttons that keep their font, colour and icon size through every theme switch and zoom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from coopdesk.shell.icons import file_name
from coopdesk.shell.theme import current_theme

ICON = 18


class Label(QLabel):
    """A text of a kind (see Theme.font) in the colour of a token."""

    def __init__(
        self,
        text: str = "",
        kind: str = "body",
        token: str = "text",
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__(text)
        self._kind, self._token = kind, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        current_theme().changed.connect(self._dress)
        self._dress()

    def tone(self, token: str) -> None:
        """Another colour from now on."""
        self._token = token
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """A pane that gets another parent gets the fonts and colours back that its labels once had: a style sheet does
        that."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_kind"):
            self.setFont(current_theme().font(self._kind))
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_kind"):
            self._colour()

    def _dress(self) -> None:
        theme = current_theme()
        self.setFont(theme.font(self._kind))
        self._colour()

    def _colour(self) -> None:
        palette, colour = self.palette(), current_theme().token(self._token)
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)


class Paragraph(Label):
    """A text of several lines that always has the height its width asks for, also where a layout gives it less."""

    def __init__(self, text: str = "", kind: str = "body", token: str = "text") -> None:
        super().__init__(text, kind, token, wrap=True)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        self.setMinimumHeight(
            0
        )  # asked with a minimum, Qt answers no less: a text would keep the height of a narrow moment
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class Picture(QLabel):
    """An icon that is only to be looked at, with the words a screen reader says for it, or none."""

    def __init__(
        self,
        name: str,
        token: str = "text2",
        size: int = 16,
        spoken: str = "",
    ) -> None:
        super().__init__()
        self._name, self._token, self._size = name, token, size
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self._dress)
        self._dress()

    def show_icon(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self._dress()

    def _dress(self) -> None:
        theme = current_theme()
        side = theme.px(self._size)
        ratio = self.devicePixelRatioF()
        pixmap = theme.icon(file_name(self._name), self._token).pixmap(QSize(side, side), ratio)
        self.setPixmap(pixmap)
        self.setFixedSize(side, side)


class Button(QPushButton):
    """A button with words: primary (one per screen), plain, flat, chip, segment or left."""

    def __init__(
        self, text: str, icon: str = "", kind: str = "", run: Callable[[], object] | None = None, tip: str = ""
    ) -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        if kind:
            self.setProperty("kind", kind)
        self.setAutoDefault(kind == "primary")
        self.setToolTip(tip)
        self.setAccessibleName(text or tip)
        if run is not None:
            self.clicked.connect(lambda *_: run())
        current_theme().changed.connect(self._dress)
        self._dress()

    def setText(self, text: str) -> None:
        """A space keeps words and icon apart; the style has no measure for it."""
        super().setText(f" {text}" if self._icon and text else text)

    def text(self) -> str:
        return super().text().strip()

    def show_icon(self, name: str) -> None:
        self._icon = name
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """As for a label."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_icon"):
            self.setFont(self._font())

    def _font(self) -> QFont:
        strong = not current_theme().high_contrast and self.property("kind") in ("primary", "area", "fold")
        return current_theme().font("strong" if strong else "body")

    def _dress(self) -> None:
        theme = current_theme()
        # In high contrast buttons are the system's own, and so is what stands on them.
        kind = "" if theme.high_contrast else self.property("kind")
        self.setFont(self._font())
        if self._icon:
            self.setIcon(theme.icon(self._icon, {"primary": "onAccent", "area": "accent"}.get(kind, "text2")))
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))


class NameButton(Button):
    """A button with the name of a thing, shortened where the room is short; the tip has it whole."""

    def __init__(self, text: str, icon: str, run: Callable[[], object], kind: str = "flat") -> None:
        super().__init__(text, icon, kind, run, text)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _beside(self) -> int:
        """What the button needs beside its words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        return QSize(self._beside() + self.fontMetrics().horizontalAdvance(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().px(120), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._beside() + 1
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class IconButton(QToolButton):
    """A button with only an icon; its words are the tooltip and the accessible name."""

    def __init__(
        self, icon: str, tip: str, run: Callable[[], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setProperty("kind", "flat")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.speak(tip)
        if run is not None:
            self.clicked.connect(lambda *_: run())
        current_theme().changed.connect(self._dress)
        self._dress()

    def speak(self, tip: str) -> None:
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def show_icon(self, name: str) -> None:
        self._icon = name
        self._dress()

    def _dress(self) -> None:
        theme = current_theme()
        self.setIcon(theme.icon(self._icon))
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
