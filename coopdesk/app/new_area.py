"""Asks for a new area in a dialog and goes to it."""

from __future__ import annotations

from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.place import Place
from coopdesk.shell.window import Window
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import Gazetteer, known_areas
from coopdesk.territory.ui.new_area import NewArea


def ask_new_area(window: Window, context: Context, gazetteer: Gazetteer) -> Dialog:
    """The form of a new area over the window; nothing is made before its button."""
    dialog = Dialog(window, context.words.say("New steering area"))
    form = NewArea(context, gazetteer, known_areas(), context.clock.today())
    dialog.body.addWidget(form)

    def make(command: AddArea) -> None:
        def made(area_id: str) -> None:
            dialog.close()
            window.show_area()
            context.area.choose(area_id)
            context.go.to(Place("area"))

        context.submit(command, form.name, made)

    form.wanted.connect(make)
    form.left.connect(dialog.close)
    dialog.resize(context.theme.px(560), context.theme.px(520))
    dialog.open()
    form.known.box.setFocus()
    return dialog
