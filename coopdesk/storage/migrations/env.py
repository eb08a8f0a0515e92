"""Alembic asks for this file; the program runs migrations itself, in `storage.migrate`."""

from __future__ import annotations
