"""Pictures in a PDF: pixels without anything else of the file they came from."""

from __future__ import annotations

import hashlib
import zlib
from io import BytesIO

from PIL import Image
from pypdf.generic import NameObject, NumberObject, PdfObject, StreamObject

from coopdesk.dossier.pdf.compact import packed


def picture_name(data: bytes) -> str:
    """The name under which a page asks for the picture; the same picture is in the file once."""
    return f"Im{hashlib.sha256(data).hexdigest()[:12]}"


def picture_object(data: bytes, *, colour: bool) -> StreamObject:
    """The picture on white as an image of the file, in colour or in grey."""
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
        shown = picture.convert("RGBA")
    ground = Image.new("RGB", shown.size, "white")
    ground.paste(shown, mask=shown.getchannel("A"))
    pixels = ground if colour else ground.convert("L")
    size = {"/Width": pixels.width, "/Height": pixels.height, "/BitsPerComponent": 8}
    kind = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceRGB" if colour else "/DeviceGray"}
    entries: dict[str, PdfObject] = {key: NumberObject(value) for key, value in size.items()}
    return packed(zlib.compress(pixels.tobytes(), 6), {**entries, **{k: NameObject(v) for k, v in kind.items()}})
