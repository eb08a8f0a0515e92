"""The content of the paper benchmark, without imports, so that a peer in another environment reads the same."""

from __future__ import annotations

CHAPTERS, ROWS = 20, 5000
TEXT = (
    "In 2025 werkt 72,6% van de 20- tot 64-jarigen in de streek. Dat is 1,7 procentpunt meer dan in 2020, maar 7,4 "
    "procentpunt onder het doel van 80%. Om dat doel te halen zijn bij gelijke bevolking 5.160 extra werkenden nodig. "
)
HEAD = ("Nr.", "Actie", "Trekker", "Periode", "Budget", "Status")


def row(number: int) -> tuple[str, ...]:
    """One action."""
    return (
        f"{number % 40 + 1}.{number}",
        f"Actie {number}: jobbeurs voor 50-plussers in de bibliotheek, samen met werkgevers",
        f"Dienst lokale economie {number % 17}",
        "jan – jun 2026",
        f"€ {12_000 + number}",
        "Lopend",
    )


def chapter(at: int) -> list[tuple[str, ...]]:
    """The rows of one chapter."""
    each = ROWS // CHAPTERS
    return [row(n) for n in range(at * each, (at + 1) * each)]
