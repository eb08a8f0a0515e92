"""Own boundaries coming in and going away again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from coopdesk.kernel.errors import Refused
from coopdesk.kernel.progress import Progress
from coopdesk.shell.action import Action
from coopdesk.shell.bars import Choice
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.territory.boundaries import MOST_BYTES, packed, read_boundaries
from coopdesk.territory.commands import AddMapLayer, RemoveMapLayers
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.territory.model import MapLayer
from coopdesk.words.marks import N_


def take_boundaries(context: Context, path: Path) -> None:
    """Reads a file of boundaries in the background and uses it for the maps; says what came in, with a way back."""
    today = context.clock.today()

    def command(progress: Progress) -> AddMapLayer:
        try:
            size, content = path.stat().st_size, b""
            if size <= MOST_BYTES:
                content = path.read_bytes()
        except OSError as error:
            raise Refused(N_("“{file}” cannot be opened."), file=path.name) from error
        if size > MOST_BYTES:
            raise Refused(N_("“{file}” is larger than 25 MB. Choose a generalised file of the boundaries."),
                          file=path.name)  # fmt: skip
        known = {m.nis_code: m.name for m in open_gazetteer()}
        found = read_boundaries(content, path.name, known, progress)
        digest = sha256(content).hexdigest()
        layer = MapLayer("", path.name, digest, today, found.system, len(found.rings), packed(found))
        return AddMapLayer(layer, content)

    def done(_: object) -> None:
        with context.desk.look() as work:
            layer = work.territory.layers()[-1]
        text = context.words.count(
            "The maps now show the boundaries of {n} municipality.",
            "The maps now show the boundaries of {n} municipalities.", layer.municipalities,
        )  # fmt: skip
        show = Choice(context.words.say("Show"), lambda: context.go.to(Place("area")), "map")
        context.messages.note(text, undo=True, choices=(show,))

    context.carry_out(context.words.say("Reading “{file}”", file=path.name), command, done)


def choose_boundaries(context: Context) -> None:
    """Asks for a file of boundaries."""
    say = context.words.say
    path = context.messages.open_file(say("Choose boundaries"), ((say("GeoJSON files"), "*.geojson *.json"),))
    if path is not None:
        take_boundaries(context, path)


def remove_boundaries(context: Context) -> None:
    """Draws the maps with tiles again; undo brings the boundaries back."""
    if context.submit(RemoveMapLayers()):
        context.messages.note(context.words.say("The maps show tiles again."), undo=True)


def layer_actions(context: Context, present: Callable[[], bool]) -> Sequence[Action]:
    """What the page of an area offers; `present` says whether there are own boundaries."""
    return (
        Action("area.boundaries", N_("Own boundaries…"), "map", run=lambda: choose_boundaries(context), menu="File",
               group=3, also=N_("geojson map statbel")),
        Action("area.no_boundaries", N_("Remove own boundaries"), "dismiss", run=lambda: remove_boundaries(context),
               enabled=present, menu="File", group=3),
    )  # fmt: skip
