"""Importing annexes: new files, earlier imports and remembered mappings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coopdesk.annex.history import PastImport, past_imports
from coopdesk.annex.kept import Recipe
from coopdesk.annex.queries import imports
from coopdesk.annex.ui.history import ImportDetail, import_list
from coopdesk.annex.ui.new import NewImport
from coopdesk.annex.ui.papers import Papers, Write
from coopdesk.annex.ui.recipes import recipe_list
from coopdesk.annex.ui.review import NEW_PLAN, Target
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.page import Page
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_


class ImportPage(Page):
    """Importeren."""

    name = "import"
    touches = ("import_batch", "import_recipe", "plan", "observation", "agreement", "action", "budget_line")

    def __init__(self, context: Context, gazetteer: Gazetteer, write: Write) -> None:
        """Names come from the gazetteer; `write` puts a file on disk whole or not at all."""
        super().__init__(context)
        self._gazetteer, self._write = gazetteer, write
        self._titles = ("", "")

    def build(self) -> None:
        words = self.context.words
        self.papers = Papers(self, self.context, self._write)
        actions = (self._choose_action(), self._paste_action())
        self.new = NewImport(self.context, self._gazetteer, self.papers, actions, self._title)
        self.history: Grid[PastImport] = import_list(self.context, self._choose_action(), self.papers.show_batch)
        self.recipes: Grid[Recipe] = recipe_list(self.context, self._add_recipe_action(), self._recipe_actions())
        self.head.add_view("new", words.say("New import"), "arrow_import", self.new)
        self.head.add_view("history", words.say("Earlier imports"), "history", self.history)
        self.head.add_view("recipes", words.say("Mappings"), "bookmark", self.recipes)
        self.import_detail = ImportDetail(words, self.detail, self.papers.show_batch, self.papers.save_account)
        self.history.current_changed.connect(lambda _: self._show_view())
        self.head.view_chosen.connect(self._turn_to)
        self.new.begin()

    def deeds(self) -> Sequence[Action]:
        following = Action("import.next", N_("Next thing to check"), "arrow_right", "F8", self.new.next_problem,
                           lambda: self.head.view == "new" and self.new.reviewing, menu="View", group=4)  # fmt: skip
        return (self._choose_action(), self._paste_action(), following, self._add_recipe_action(),
                *self._recipe_actions())  # fmt: skip

    def refresh(self) -> None:
        with self.context.desk.look() as work:
            batches, recipes = imports(work), work.imports.recipes()
            area = work.territory.find_area(self.context.area.id) if self.context.area.id else None
            plans = work.plans.plans(area.id) if area is not None else []
        words = self.context.words
        self.history.show_rows(past_imports(self.context.desk, batches))
        self.recipes.show_rows(recipes)
        targets = [
            Target(p.id, p.title or words.say("Action plan {years}", years=f"{p.begin_year}–{p.end_year}"))
            for p in plans
        ]
        if area is not None and not targets:
            years = f"{area.begin_year}–{area.end_year}"
            made = AddPlan(area.id, area.begin_year, area.end_year)
            targets = [Target(NEW_PLAN, words.say("New action plan {years}", years=years), made)]
        self.new.offer_plans(targets)
        self._show_view()
        self.new.outdated()

    def reveal(self, id: str) -> None:
        """Shows an earlier import by its id."""
        self.head.show_view("history")
        self.history.select(id)

    def take(self, paths: Sequence[Path]) -> None:
        """Takes files in: mappings are remembered, spreadsheets looked at."""
        self.head.show_view("new")
        papers = [path for path in paths if self.papers.takes(path)]
        for path in papers:
            self.papers.take(path)
        self.new.take([path for path in paths if path not in papers])

    def _turn_to(self, view: str) -> None:
        if view == "history" and self.history.current() is None and self.history.model.rowCount():
            self.history.view.setCurrentIndex(self.history.model.index(0, 0))
        self._show_view()

    def _title(self, title: str, facts: str) -> None:
        self._titles = (title, facts)
        self._show_view()

    def _show_view(self) -> None:
        """Title, facts and pane of the view on show."""
        words, view = self.context.words, self.head.view
        title, facts = self._titles
        if view != "new":
            title = words.say("Import annexes")
            facts = {
                "history": words.say("What came in, what stayed out and why"),
                "recipes": words.say("Files with the same column titles are read the same way"),
            }.get(view, "")
        self.head.set_title(title)
        self.head.set_facts(facts)
        if hasattr(self, "import_detail"):
            self.import_detail.show_import(self.history.current() if view == "history" else None)

    # What can be done ----------------------------------------------------------------------------------------------

    def _choose_action(self) -> Action:
        return Action("import.choose", N_("Choose files…"), "folder_open_20_regular", run=self._choose_files,
                      menu="File")  # fmt: skip

    def _choose_files(self) -> None:
        if paths := self.papers.choose():
            self.take(paths)

    def _paste_action(self) -> Action:
        return Action("import.paste", N_("Paste table"), "clipboard_paste", "Ctrl+V", self._paste, self._starting,
                      menu="Edit", group=1)  # fmt: skip

    def _starting(self) -> bool:
        return self.head.view == "new" and self.new.starting

    def _paste(self) -> None:
        if self._starting():
            self.new.paste()

    def _add_recipe_action(self) -> Action:
        return Action("import.add_recipe", N_("Add mapping…"), "arrow_import", run=self._add_recipe,
                      menu="File", group=2)  # fmt: skip

    def _add_recipe(self) -> None:
        self.papers.add_recipe()

    def _recipe_actions(self) -> Sequence[Action]:
        return (Action("import.save_recipe", N_("Save mapping…"), "arrow_export", run=self._save_recipe,
                       enabled=lambda: self.head.view == "recipes" and self.recipes.current() is not None,
                       menu="File", group=2),)  # fmt: skip

    def _save_recipe(self) -> None:
        recipe = self.recipes.current()
        if recipe is not None:
            self.papers.save_recipe(recipe)
