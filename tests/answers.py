"""Answers to the file dialogs of the system, which no test can click."""

from __future__ import annotations

from pathlib import Path


class Files:
    """Every question is answered with `answer`, where to save with `target` if that is another path; None cancels. With
    a `folder`, everything is saved there under the name that is proposed."""

    def __init__(self, answer: Path | None = None, target: Path | None = None, folder: Path | None = None) -> None:
        self.answer, self._target, self._folder = answer, target, folder

    @property
    def target(self) -> Path | None:
        return self._target or self.answer

    def open(self, parent: object, title: str, filters: str) -> Path | None:
        return self.answer

    def open_many(self, parent: object, title: str, filters: str) -> list[Path]:
        return [self.answer] if self.answer else []

    def save(self, parent: object, title: str, name: str, filters: str) -> Path | None:
        return self._folder / name if self._folder else self.target

    def folder(self, parent: object, title: str) -> Path | None:
        return self._folder or self.answer
