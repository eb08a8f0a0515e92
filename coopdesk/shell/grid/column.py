"""What a list shows: columns, choices and groups as values, given by a page and free of Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from coopdesk.shell.grid.kinds import Kind, Typing
from coopdesk.shell.grid.looks import Look


class HasId(Protocol):
    """A frozen row of a list; equal rows are the same to the eye, the id says which thing it is."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=HasId)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column of a list.

    `title` is a msgid (or finished text), `text` what is shown and copied, `value` what is sorted, added up and given
    to the editor. `edit` turns a row and a new value into the command to run, and may raise Invalid; without it or
    without a `kind` the column is read-only. `kind` reads what people type into a value. `facets` names the values a
    row has in the filter of this column (a text by default); `filter` puts that filter as a chip above the list.
    `width` is in characters; `spoken` is what a screen reader says where the text alone is not enough. `also` is a
    msgid with other titles, separated by bars, by which a pasted list knows the column. `given` marks a column that
    is read-only once the row is there, but may be given for a new one.
    """

    key: str
    title: str
    text: Callable[[R], str]
    value: Callable[[R], Any] | None = None
    sort: Callable[[R], Any] | None = None
    edit: Callable[[R, Any], Any] | None = None
    kind: Kind | None = None
    right: bool = False
    width: int = 14
    stretch: bool = False
    hidden: bool = False
    filter: bool = False
    facets: Callable[[R], Sequence[str]] | None = None
    look: Callable[[R], Look | None] | None = None
    spoken: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None
    also: str = ""
    given: bool = False

    @property
    def editable(self) -> bool:
        return self.edit is not None and self.kind is not None

    def raw(self, row: R) -> Any:
        """The value behind the text."""
        return self.text(row) if self.value is None else self.value(row)

    def typed(self, row: R, typing: Typing) -> str:
        """The value as one types it."""
        return self.text(row) if self.kind is None else self.kind.write(self.raw(row), typing)

    def facets_of(self, row: R) -> Sequence[str]:
        """The values by which the filter of this column finds the row."""
        return (self.text(row),) if self.facets is None else self.facets(row)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading row: `id` as rows name it, a title, a line of facts under it and facts at the right. `under` is the
    heading it stands under and folds away with; it follows that one in the list."""

    id: str
    title: str
    facts: str = ""
    right: str = ""
    under: str = ""

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (self.title, self.facts, self.right) if part)
