"""Charts of invented figures, one of each kind, for the tests that hold for all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from coopdesk.analysis.queries.ranking import ranking, then_and_now
from coopdesk.analysis.rules.description import Described, PlaceFigure, Sort
from coopdesk.analysis.rules.telling import Shown
from coopdesk.charts.burnup import Reading, burn_up
from coopdesk.charts.circles import circle_map
from coopdesk.charts.course import Course
from coopdesk.charts.dots import Dot, dot_plot
from coopdesk.charts.dumbbell import dumbbell
from coopdesk.charts.gantt import Milestone, Task, gantt
from coopdesk.charts.heat import heat_table
from coopdesk.charts.legend import class_names
from coopdesk.charts.lines import lines
from coopdesk.charts.look import Look
from coopdesk.charts.matrix import Option, matrix
from coopdesk.charts.model import Chart
from coopdesk.charts.multiples import multiples
from coopdesk.charts.pyramid import AgeClass, Ages, pyramid
from coopdesk.charts.rate import Rate
from coopdesk.charts.stacked import Parts, stacked
from coopdesk.charts.tileframe import TileSet, patch
from coopdesk.charts.tilemap import Klass, MapData, tile_map

Draw = Callable[[Look], Chart]
D = Decimal
TARGET = D(80)
RATES = (
    Rate("Voorbeeldstreek (8 gemeenten)", D("68.12"), D("72.64"), 4211, own=True),
    Rate("Kreekhoven", D("71.7"), D("78.9"), 98),
    Rate("Sint-Lievens-Lindemeer", D("70.25"), D("74.31"), 1033),
    Rate("Oudezande", D("66.04"), D("66.10"), 1812),
    Rate("Molendijk", None, D("81.55"), 0),
    Rate("Zilverberg", None, None),
)
REFERENCES = (Rate("Vlaams Gewest", D("70.2"), D("71.97")), Rate("Provincie", D("71.1"), D("73.4")))
DESCRIBED = Described(
    "employment_rate", "Werkzaamheidsgraad", Sort.RATE, Shown(percent=True, digits=1), 2015, 2010,
    tuple(PlaceFigure(r.id, r.name, r.now, r.before) for r in RATES[1:]),
    PlaceFigure("own", RATES[0].name, RATES[0].now, RATES[0].before),
    tuple(PlaceFigure(r.id, r.name, r.now, r.before) for r in REFERENCES),
    TARGET,
)  # fmt: skip
PERIODS = tuple(str(year) for year in range(2003, 2016))


def _course(name: str, start: str, step: str, *, own: bool = False, hole: bool = False) -> Course:
    values = [D(start) + D(step) * i + D((i * 7) % 5) / 10 for i in range(len(PERIODS))]
    return Course(name, tuple(None if hole and i in {0, 4} else v for i, v in enumerate(values)), own)


COURSES = (
    _course("Voorbeeldstreek", "68", "0.45", own=True),
    _course("Vlaams Gewest", "65", "0.5"),
    _course("Kreekhoven", "66", "0.7", hole=True),
    _course("Oudezande", "64.1", "0.2"),
)
CLASSES = tuple(AgeClass(f"{age}-{age + 4}") for age in range(0, 90, 5))
UNEQUAL = (AgeClass("0-14", 15), AgeClass("15-19"), AgeClass("20-64", 45), AgeClass("65+", 35, last=99))
OWN = Ages("Voorbeeldstreek", tuple(900 - 30 * i for i in range(18)), tuple(880 - 25 * i for i in range(18)))
FLANDERS = Ages("Vlaams Gewest", tuple(90000 - 3600 * i for i in range(18)), tuple(89000 - 3000 * i for i in range(18)))
HEAT = (
    ("Kreekhoven", (D("42.3"), D("61.5"), None, D("70.0"))),
    ("Sint-Lievens-Lindemeer", (D("55.1"), D("66.0"), D("71.2"), D("78.9"))),
)
TASKS = (
    Task(
        "Jobcoaches in de wijk",
        date(2025, 2, 1),
        date(2025, 12, 31),
        100,
        (Milestone(date(2025, 6, 30), "start", done=True),),
        "Toeleiding",
    ),
    Task("Infopunt werk en zorg", date(2025, 9, 1), date(2026, 9, 30), 70, (), "Toeleiding"),
    Task(
        "Taal op de werkvloer",
        date(2026, 1, 1),
        date(2026, 12, 31),
        55,
        (Milestone(date(2026, 12, 15), "groep 2"), Milestone(date(2026, 6, 1), "groep 1")),
        "Opleiding",
    ),
    Task("Fietspool bedrijventerrein", date(2026, 9, 1), date(2027, 9, 30), 5, (), "Opleiding"),
)
READINGS = tuple(
    Reading(day, planned, done)
    for day, planned, done in (
        (date(2025, 3, 31), 18, 0),
        (date(2025, 9, 30), 22, 4),
        (date(2026, 3, 31), 24, 10),
        (date(2026, 11, 15), 27, 17),
    )
)
OPTIONS = (
    Option("Jobcoach in elke wijk", D("4.2"), D("4.4"), chosen=True),
    Option("Kinderopvang op atypische uren", D("2.1"), D("4.6"), chosen=True),
    Option("Jobbeurs per kwartaal", D("4.6"), D("2.2")),
    Option("Taalbad voor nieuwkomers", D("4.2"), D("4.4")),
)
LIMITS = (D(66), D(70), D(74), D(78))
TOWNS = {f"T{i}": name for i, name in enumerate(
    ("Kreekhoven", "Lindemeer", "Oudezande", "Molendijk", "Zilverberg", "Heidewater", "Sint-Katelijne-Veld", "As")
)}  # fmt: skip


def rate_map(tiles: TileSet, rates: Mapping[str, Decimal], title: str) -> Draw:
    """The map of a rate; tiles without one are hatched."""

    def draw(look: Look) -> Chart:
        classes = [Klass(n, f) for n, f in zip(class_names(look, LIMITS), look.theme.ramp, strict=True)]
        value = {code: bisect_right(LIMITS, rate) for code, rate in rates.items()}
        spoken = {code: look.formats.rate(rate) for code, rate in rates.items()}
        codes = list(tiles.cells)
        data = MapData("werkzaamheidsgraad 2015", classes, value, spoken, [codes[:5]], codes[:3], "de eerste drie")
        return tile_map(look, tiles, data, title=title)

    return draw


def every_chart() -> dict[str, Draw]:
    """One of each kind, by name."""
    town_rates = {code: D(64 + 3 * i) for i, code in enumerate(list(TOWNS)[:-1])}
    states = ("gepland", "loopt", "te laat")
    return {
        "dumbbell": lambda k: dumbbell(k, RATES, REFERENCES, ("2010", "2015"), TARGET, title="Eén gemeente haalt 80%"),
        "ranking": lambda k: ranking(k, DESCRIBED, "Eén gemeente haalt 80%"),
        "slope": lambda k: then_and_now(k, DESCRIBED, "Bijna overal vooruit"),
        "lines": lambda k: lines(k, PERIODS, COURSES, TARGET, title="De streek gaat vooruit"),
        "multiples": lambda k: multiples(k, PERIODS, COURSES, TARGET, title="Overal vooruit"),
        "stacked": lambda k: stacked(
            k, states, [Parts("Doelstelling 1", (3, 5, 2), own=True), Parts("Doelstelling 2", (0, 4, 1)),
                        Parts("Leeg", (0, 0, 0))],
            "2026", title="De helft loopt", unit="acties", fills=k.theme.states[:3],
        ),
        "pyramid": lambda k: pyramid(k, CLASSES, OWN, FLANDERS, "2015", title="Veel jongeren"),
        "ages": lambda k: pyramid(k, UNEQUAL, Ages("Streek", (1500, 480, 4600, 1700), (1450, 470, 4500, 2100)), None,
                                  "2015", title="Ouderen"),
        "heat": lambda k: heat_table(k, ("25-54", "55-64", "laaggeschoold", "hooggeschoold"), HEAT, LIMITS,
                                     title="Laag bij de jongsten", why="minder dan 50 personen"),
        "gantt": lambda k: gantt(k, TASKS, date(2026, 11, 23), title="Eén actie is te laat"),
        "burnup": lambda k: burn_up(k, READINGS, date(2027, 6, 30), title="17 van de 27 acties zijn afgerond"),
        "matrix": lambda k: matrix(k, OPTIONS, ("Haalbaarheid", "Effect"),
                                   ("Groot effect, moeilijk", "Eerst doen", "Niet doen", "Kleine winst"),
                                   title="Twee kansen gekozen"),
        "dots": lambda k: dot_plot(
            k, ("Beroep", "Werkzoekenden per vacature"),
            [Dot("Verpleegkundige", D("0.42")), Dot("Operator productielijn voeding", D("1.5")), Dot("Kok", D("3.1"))],
            lambda value: k.formats.number(value, 1), Dot("alle beroepen", D("1.8")), title="Zorg is het krapst",
        ),
        "counts": lambda k: heat_table(
            k, ("Lindemeer", "Antwerpen", "elders"),
            [("Kreekhoven", (D(1204), D(310), D(96))), ("Oudezande", (None, D(12), D(45)))], (D(50), D(250), D(1000)),
            title="Wie waar werkt", why="weinig personen", text=k.formats.number,
        ),
        "circles": lambda k: circle_map(k, patch(TOWNS), {f"T{i}": D(7 ** (i + 1)) for i in range(5)}, list(TOWNS)[:6],
                                        "werkzoekenden 2015", title="De meesten wonen in Zilverberg"),
        "map": rate_map(patch(TOWNS), town_rates, "Kreekhoven staat het laagst"),
    }  # fmt: skip
