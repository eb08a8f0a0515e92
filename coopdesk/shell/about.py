"""Help > About: which version this is, under which licences, and where the figures come from."""

from __future__ import annotations

import platform
from dataclasses import dataclass

from PySide6.QtCore import qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from coopdesk.kernel.resources import resource
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Facts:
    """What the program says about itself: its version, its licence, others' works in it (name, licence), and the
    sources of the figures it ships (finished text each)."""

    version: str
    licence: str = "EUPL-1.2"
    works: tuple[tuple[str, str], ...] = (
        ("Source Sans 3 (Adobe)", "SIL OFL 1.1"), ("Fluent System Icons (Microsoft)", "MIT"),
        ("Qt for Python (The Qt Company)", "LGPL 3"), ("SQLAlchemy, alembic, openpyxl, python-calamine", "MIT"),
        ("ReportLab, pypdf", "BSD"), ("pypdfium2", "Apache 2.0 / BSD"), ("Babel", "BSD"),
    )  # fmt: skip
    sources: tuple[str, ...] = ()


class AboutDialog(Dialog):
    """Reads like a colophon."""

    def __init__(self, parent: QWidget, words: Words, facts: Facts) -> None:
        say = words.say
        super().__init__(
            parent, say("Coopdesk {version}", version=facts.version),
            say("From figures to a shared plan, on your own computer. Nothing goes over the network."),
        )  # fmt: skip
        mark = QLabel()
        side = current_theme().px(56)
        mark.setPixmap(QIcon(str(resource("icons/coopdesk.svg"))).pixmap(side, side))
        self.body.addWidget(mark)
        text = QPlainTextEdit(about_text(words, facts))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(say("Licences and sources"))
        self.body.addWidget(text)
        self.add_button(say("Back to work"), self.close, primary=True)
        self.resize(current_theme().px(560), current_theme().px(480))


def about_text(words: Words, facts: Facts) -> str:
    """The colophon as text."""
    say = words.say
    lines = [
        say("Licence: {licence}", licence=facts.licence),
        say("Qt {qt}, Python {python}", qt=qVersion(), python=platform.python_version()), "",
        say("Works of others in this program"), *(f"– {name}: {licence}" for name, licence in facts.works),
    ]  # fmt: skip
    if facts.sources:
        lines += ["", say("Sources of the figures"), *(f"– {source}" for source in facts.sources)]
    return "\n".join(lines)
