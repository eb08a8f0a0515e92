"""The page of the settings, made from their one list; a choice holds at once, there is nothing to confirm."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coopdesk.settings.schema import SETTINGS, Setting
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.page import Page
from coopdesk.shell.widgets import Card, Label, SectionTitle

if TYPE_CHECKING:
    from coopdesk.app.session import Session


class SettingsPage(Page):
    """One card per group."""

    name = "settings"
    scrolls = True

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context)
        self._session = session
        self.fields: dict[str, Field] = {}

    def build(self) -> None:
        words = self.context.words
        self.head.set_title(words.say("Settings"))
        self.head.set_facts(words.say("A choice holds at once."))
        for group in dict.fromkeys(setting.group for setting in SETTINGS):
            card = Card()
            card.body.addWidget(SectionTitle(words.say(group)))
            for setting in (s for s in SETTINGS if s.group == group):
                card.body.addWidget(self._field(setting))
            card.setMaximumWidth(self.context.theme.px(620))
            self.body.addWidget(card)
        card = Card()
        card.body.addWidget(SectionTitle(words.say("Files")))
        opened = self._session.opened
        folder = str(opened.workspace.folder) if opened else ""
        card.body.addWidget(Label(words.say("The workspace is in {folder}.", folder=folder), wrap=True))
        text = words.say("Use File › Save a copy as… for a copy on a stick or a share.")
        card.body.addWidget(Label(text, "small", "text2", wrap=True))
        card.setMaximumWidth(self.context.theme.px(620))
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.context.theme.changed.connect(self.outdated)

    def _field(self, setting: Setting) -> Field:
        words = self.context.words
        title, hint = words.say(setting.title), words.say(setting.help) if setting.help else ""
        options = [(value, words.say(text)) for value, text in setting.choices]
        field: Field = (
            ChoiceField(self.context, title, options, hint=hint)
            if options
            else TextField(self.context, title, hint=hint)
        )
        field.committed.connect(partial(self._choose, setting.key))
        self.fields[setting.key] = field
        return field

    def refresh(self) -> None:
        for key, field in self.fields.items():
            field.show_value(self._session.settings.chosen(key))

    def _choose(self, key: str, value: str | None) -> None:
        if value is None:
            return
        self._session.settings.choose(key, value)
        if key == "theme":
            self.context.theme.choose(value)
        elif key == "zoom":
            self.context.theme.zoom_to(int(value))
