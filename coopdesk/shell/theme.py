"""The look of the program: tokens, fonts, zoom, light and dark, and what Windows asks for in high contrast."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from coopdesk.kernel.resources import resource
from coopdesk.shell.icons import coloured, file_name
from coopdesk.shell.stylesheet import stylesheet
from coopdesk.shell.tokens import BASE_POINTS, DARK, LIGHT, TYPE, ZOOMS

FAMILY = "Source Sans 3"
MODES = ("system", "light", "dark")
_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window", QPalette.ColorRole.WindowText: "text", QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "stripe", QPalette.ColorRole.Text: "text", QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text", QPalette.ColorRole.BrightText: "errFg",
    QPalette.ColorRole.Highlight: "selected", QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "link", QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "surface", QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text2", QPalette.ColorRole.Mid: "border", QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover", QPalette.ColorRole.Dark: "control", QPalette.ColorRole.Shadow: "border",
    QPalette.ColorRole.Accent: "accent",
}  # fmt: skip
# In high contrast the colours are the user's own: every token becomes a role of the system palette.
_SYSTEM: Mapping[str, QPalette.ColorRole] = {
    "window": QPalette.ColorRole.Window, "sidebar": QPalette.ColorRole.Window, "surface": QPalette.ColorRole.Base,
    "stripe": QPalette.ColorRole.Base, "hover": QPalette.ColorRole.Base, "selected": QPalette.ColorRole.Base,
    "accent": QPalette.ColorRole.Highlight, "accentHover": QPalette.ColorRole.Highlight,
    "onAccent": QPalette.ColorRole.HighlightedText, "focus": QPalette.ColorRole.Highlight,
    "link": QPalette.ColorRole.Link, "disabled": QPalette.ColorRole.PlaceholderText,
}  # fmt: skip


def asks_high_contrast() -> bool:
    """Whether the operating system is set to high contrast."""
    hints = QGuiApplication.styleHints()  # held, since the accessibility hints die with their owner
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


class Theme(QObject):
    """The one look of the application, which owns it as it owns its palette; `changed` after every switch and zoom.

    `mode` is system, light or dark; `zoom` is 1.0, 1.15, 1.3 or 1.5. Sizes in pixels go through `px`.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, mode: str = "system", percent: int = 100, contrast: Callable[[], bool] | None = None
    ) -> None:
        for old in app.findChildren(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.setParent(None)
        super().__init__(app)
        self._app, self._mode, self._percent = app, mode, percent
        self._asks_contrast = contrast or asks_high_contrast
        self._pictures = QTemporaryDir()
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        for file in sorted(resource("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.apply()

    @property
    def mode(self) -> str:
        return self._mode

    @property
    def dark(self) -> bool:
        if self._mode == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._mode == "dark"

    @property
    def high_contrast(self) -> bool:
        return self._asks_contrast()

    @property
    def percent(self) -> int:
        return self._percent

    @property
    def zoom(self) -> float:
        return self._percent / 100

    def choose(self, mode: str) -> None:
        """Light, dark, or as the system has it."""
        self._mode = mode
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(mode, Qt.ColorScheme.Unknown)
        QGuiApplication.styleHints().setColorScheme(scheme)
        self.apply()

    def zoom_to(self, percent: int) -> None:
        """To one of 100, 115, 130 and 150."""
        self._percent = min(ZOOMS, key=lambda known: abs(known - percent))
        self.apply()

    def zoom_by(self, steps: int) -> None:
        """So many sizes larger, or smaller when below zero."""
        at = ZOOMS.index(self._percent) + steps
        self.zoom_to(ZOOMS[max(0, min(at, len(ZOOMS) - 1))])

    def apply(self) -> None:
        """Puts fonts, palette and style sheet on the application and tells who paints."""
        self._colours.clear()
        self._fonts.clear()
        # Off first: Qt takes a sheet off and puts one on several times faster than it replaces one by another.
        self._app.setStyleSheet("")
        self._app.setFont(self.font("body"))
        if self.high_contrast:
            self._app.setPalette(self._app.style().standardPalette())
        else:
            self._app.setPalette(self._palette())
            arrow, tick = (
                self._picture("chevron_down_16_regular", "text2"),
                self._picture("checkmark_16_filled", "onAccent"),
            )
            self._app.setStyleSheet(stylesheet(self._tokens, self.px, arrow, tick))
        self.changed.emit()

    def token(self, name: str) -> QColor:
        """The colour of a token (tokens.py), as the theme has it now."""
        if name not in self._colours:
            self._colours[name] = self._colour(name)
        return QColor(self._colours[name])

    def _colour(self, name: str) -> QColor:
        if self.high_contrast:
            return self._app.palette().color(_SYSTEM.get(name, QPalette.ColorRole.WindowText)
                                             if not name.endswith("Bg") else QPalette.ColorRole.Base)  # fmt: skip
        return QColor(self._tokens[name])

    def font(self, kind: str = "body") -> QFont:
        """The font of a kind of text: caption, small, small strong, body, strong, subtitle, title or kpi.

        Each is a copy of one font, because a copy knows its glyphs already and a font made anew looks for them first.
        """
        if kind not in self._fonts:
            self._fonts[kind] = self._made(kind)
        return QFont(self._fonts[kind])

    def _made(self, kind: str) -> QFont:
        times, weight = TYPE[kind]
        font = QFont(FAMILY)
        font.setPointSizeF(BASE_POINTS * self.zoom * times)
        font.setWeight(QFont.Weight(weight))
        return font

    def px(self, size: float) -> int:
        """A size in logical pixels at 100%, as large as the zoom makes it."""
        return round(size * self.zoom)

    def icon(self, name: str, token: str = "text2") -> QIcon:  # noqa: S107 - a design token
        """A Fluent icon in the colour of a token."""
        key = (name, self.token(token).name())
        if key not in self._icons:
            self._icons[key] = self._make_icon(name, token)
        return self._icons[key]

    def _make_icon(self, name: str, token: str) -> QIcon:
        # From files, drawn by Qt's own SVG engine: an engine written in Python is copied and kept by C++ alone, and the
        # program crashes once Python has cleaned up its half.
        made, any_size = QIcon(self._picture(file_name(name), token)), QSize()
        made.addFile(self._picture(file_name(name), "disabled"), any_size, QIcon.Mode.Disabled)
        if not name.endswith(("_regular", "_filled")):
            made.addFile(self._picture(file_name(name, filled=True), token), any_size, state=QIcon.State.On)
        return made

    @property
    def _tokens(self) -> Mapping[str, str]:
        return DARK if self.dark else LIGHT

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.token(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.token("disabled"))
        return palette

    def _picture(self, name: str, token: str) -> str:
        """An icon in one colour as a file: style sheets and icons take their pictures from files."""
        colour = self.token(token)
        path = Path(self._pictures.path()) / f"{name}_{colour.name()[1:]}.svg"
        if not path.exists():
            path.write_bytes(coloured(name, colour))
        return path.as_posix()

    def _system_changed(self) -> None:
        if self._mode == "system":
            self.apply()


def current_theme() -> Theme:
    """The theme of the running application: painting code asks for it as it asks Qt for the palette."""
    theme = _app().findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return theme if isinstance(theme, Theme) else Theme(_app())


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def icon(name: str, token: str = "text2") -> QIcon:  # noqa: S107 - a design token
    """A Fluent icon of resources/icons in the colour of a token; "home" means home_20_regular."""
    return current_theme().icon(name, token)
