"""Makes the keys of everything stored."""

from __future__ import annotations

from uuid_utils import uuid7


def new_id() -> str:
    """A UUIDv7 as text: sorts by the moment it was made and never collides between two laptops (RFC 9562)."""
    return str(uuid7())
