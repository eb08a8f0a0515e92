"""Qt's own words, numbers and dates in the language of the program."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from coopdesk.words.catalogue import LANGUAGES, Words


def speak(app: QApplication, words: Words) -> None:
    """Sets the locale and loads Qt's translation of its own buttons and menus, whatever Windows is set to."""
    QLocale.setDefault(QLocale(LANGUAGES[words.language]))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{words.language}", folder):
        app.installTranslator(translator)
