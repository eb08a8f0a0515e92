"""The command that makes a dossier."""

from __future__ import annotations

from argparse import Namespace

from coopdesk.cli.reaching import CLOCK, existing, say, the_area
from coopdesk.dossier.make import make_dossier
from coopdesk.words.catalogue import Words


def run_dossier(options: Namespace, words: Words) -> int:
    """Make the PDF of an area and say how long it is."""
    with existing(options) as found:
        with found.desk.look() as work:
            area = the_area(work, options.area)
        made = make_dossier(found.desk, area.id, options.out, options.on or CLOCK.today(), words)
    say(words.count("{n} page in {path}", "{n} pages in {path}", made.pdf.pages, path=options.out))
    return 0
