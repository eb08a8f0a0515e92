"""The files a dossier can become: PDF to publish and sign, Word to edit, a web page to put online."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from coopdesk.dossier.model import Document
from coopdesk.dossier.office.docx import make_docx
from coopdesk.dossier.pdf.finish import Pdf
from coopdesk.dossier.pdf.protection import protected
from coopdesk.dossier.saving import save_file, save_pdf, save_protected
from coopdesk.dossier.web.page import make_html
from coopdesk.kernel.errors import Refused
from coopdesk.words.marks import N_

_MAKERS: dict[str, tuple[Callable[[Document], bytes], Callable[[bytes], bool]]] = {
    ".docx": (make_docx, lambda data: zipfile.ZipFile(BytesIO(data)).testzip() is None),
    ".html": (make_html, lambda data: data.endswith(b"</html>\n")),
}


def check_suffix(out: Path) -> None:
    """Refused when a dossier cannot become a file of that name."""
    if out.suffix.lower() not in {".pdf", *_MAKERS}:
        raise Refused(N_("A dossier can be saved as .pdf, .docx or .html, not as “{name}”."), name=out.name)


def save_as(document: Document, pdf: Pdf, out: Path) -> None:
    """Saves the document as what the end of the name asks; a PDF is the very one that was on show."""
    check_suffix(out)
    if out.suffix.lower() == ".pdf":
        save_pdf(pdf.data, pdf.pages, out)
        return
    make, opens = _MAKERS[out.suffix.lower()]
    save_file(make(document), out, opens)


def save_copy(pdf: Pdf, password: str, out: Path) -> None:
    """Saves the pages on show as a copy that only opens with a password."""
    save_protected(protected(pdf.data, password), pdf.pages, password, out)
