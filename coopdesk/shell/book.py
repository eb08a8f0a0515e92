"""The pages of an open workspace: made at their first visit, kept, and told what changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from coopdesk.kernel.changes import Step
from coopdesk.kernel.loading import importing
from coopdesk.shell.context import Context
from coopdesk.shell.page import Page, PageSpec
from coopdesk.shell.place import Place


class Book(QStackedWidget):
    """Holds one page per screen."""

    def __init__(self, context: Context, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._context = context
        self._specs = {spec.name: spec for spec in specs}
        self._pages: dict[str, Page] = {}

    @property
    def page(self) -> Page | None:
        """The page on show."""
        widget = self.currentWidget()
        return widget if isinstance(widget, Page) else None

    @property
    def made(self) -> list[Page]:
        """The pages visited so far."""
        return list(self._pages.values())

    def spec(self, name: str) -> PageSpec | None:
        return self._specs.get(name)

    def title(self, name: str) -> str:
        """The name of a screen, in words."""
        spec = self._specs.get(name)
        return self._context.words.say(spec.title) if spec is not None else ""

    def show_place(self, place: Place) -> None:
        """Puts a page on show, made first if need be, with an object or a view of it."""
        if place.page not in self._pages:
            with importing():
                page = self._specs[place.page].make(self._context)
            self._pages[place.page] = page
            self.addWidget(page)
        page = self._pages[place.page]
        self.setCurrentWidget(page)
        page.enter(place.id, place.view)

    def heard(self, step: Step) -> None:
        """A step was committed."""
        for page in self._pages.values():
            page.heard(step)

    def outdated(self) -> None:
        """Every page looks at something else now, such as another area."""
        for page in self._pages.values():
            page.outdated()

    def where(self, step: Step) -> str:
        """The page a step is to be seen on: the one on show if it is, else the first visited that shows such things."""
        pages = (page for page in (self.page, *self._pages.values()) if page is not None)
        return next((page.name for page in pages if step.touches(*page.touches)), "")
