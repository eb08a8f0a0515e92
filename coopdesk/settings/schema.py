"""Every setting of the program: its key, default, choices and words; pages and help are made from this list."""

from __future__ import annotations

from dataclasses import dataclass

from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: `choices` are (code, words) pairs; without choices any text goes. `group` is its page."""

    key: str
    default: str
    title: str
    group: str
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""


SETTINGS = (
    Setting(
        "language", "nl", N_("Language"), N_("Display"), (("nl", N_("Dutch")), ("en", N_("English"))),
        N_("Applies when Coopdesk starts again."),
    ),
    Setting(
        "theme", "system", N_("Theme"), N_("Display"),
        (("system", N_("Like Windows")), ("light", N_("Light")), ("dark", N_("Dark"))),
    ),
    Setting(
        "zoom", "100", N_("Zoom"), N_("Display"), (("100", "100%"), ("115", "115%"), ("130", "130%"), ("150", "150%")),
    ),
    Setting(
        "name", "", N_("Your name"), N_("History"),
        help=N_("Stands beside what you change from now on. You may leave it empty."),
    ),
)  # fmt: skip
BY_KEY = {setting.key: setting for setting in SETTINGS}
