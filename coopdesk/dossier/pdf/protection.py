"""A copy that only opens with a password: AES-256, for copies that stay inside the house."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions

from coopdesk.kernel.errors import Invalid
from coopdesk.words.marks import N_

SHORTEST, LONGEST = 8, 60
# Whoever has the password may do everything with the copy; a screen reader always may read it (ISO 14289-1, 7.16).
_ALLOWED = UserAccessPermissions.all()


def check_password(password: str) -> str:
    """The password; Invalid when it is too short to protect anything or too long for a reader of PDF."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(N_("Choose a password of {least} to {most} characters."), least=SHORTEST, most=LONGEST)
    return password


def protected(data: bytes, password: str) -> bytes:
    """The same PDF, encrypted. Keys are drawn at random, so two copies are never the same bytes."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.pdf_header = "%PDF-2.0"
    writer.encrypt(check_password(password), algorithm="AES-256", permissions_flag=_ALLOWED)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
