from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from coopdesk.shell.language import speak
from coopdesk.words.catalogue import Words


def test_the_buttons_of_qt_speak_dutch_too(qapp: QApplication, words: Words) -> None:
    speak(qapp, words)
    assert QLocale().name() == "nl_BE"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
