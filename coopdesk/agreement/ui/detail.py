"""What the pane at the right shows: an agreement, or a municipality."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coopdesk.agreement.queries.screen import Screen
from coopdesk.agreement.ui.form import AgreementForm
from coopdesk.agreement.ui.place import PlaceForm
from coopdesk.agreement.wording import CLASSES
from coopdesk.shell.context import Context
from coopdesk.shell.detail import DetailPane
from coopdesk.shell.ways import WayList, Ways
from coopdesk.territory.gazetteer import Gazetteer


class AgreementDetail:
    """Puts the form of the chosen thing in the pane; both forms are made once."""

    def __init__(
        self,
        context: Context,
        pane: DetailPane,
        gazetteer: Gazetteer,
        instruments: Sequence[str],
        add: Callable[[str], object],
        actions: Ways,
    ) -> None:
        """`actions` gives the actions that rest on an agreement, by its id."""
        self._words, self._pane, self._gazetteer = context.words, pane, gazetteer
        self.form = AgreementForm(context, gazetteer, instruments)
        self.place = PlaceForm(context, gazetteer, add)
        self._actions = actions
        self.resting = WayList(context, context.words.say("Actions that rest on it"))
        pane.body.addWidget(self.form)
        pane.body.addWidget(self.resting)
        pane.body.addWidget(self.place)

    def show(self, screen: Screen, agreement_id: str, nis_code: str) -> None:
        """Shows an agreement, else a municipality, else nothing."""
        row = screen.row(agreement_id) if agreement_id else None
        place = screen.place(nis_code) if nis_code and row is None else None
        self.form.setVisible(row is not None)
        self.place.setVisible(place is not None)
        self.resting.show_ways(self._actions(agreement_id) if row is not None else ())
        if row is not None:
            self._pane.set_kicker(self._words.say(CLASSES[row.agreement.cooperation_class]))
            self._pane.set_title(row.agreement.title)
            self.form.show_agreement(row, screen)
        elif place is not None:
            province = self._gazetteer.province(place.nis_code, screen.day)
            self._pane.set_kicker(self._words.say("Municipality in {province}", province=province))
            self._pane.set_title(self._gazetteer.name(place.nis_code))
            self.place.show_place(place)
        self._pane.offer(filled=row is not None or place is not None)
