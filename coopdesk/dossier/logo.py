"""Makes a picture of the user safe and small enough for a dossier: read whole, turned upright, written anew."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from coopdesk.kernel.errors import Refused
from coopdesk.words.marks import N_

LARGEST = 10_000_000  # bytes of a file
_PIXELS = 40_000_000
_SIDE = 1600  # pixels; on 15 mm high that is ten times what a printer shows
_KINDS = ("PNG", "JPEG")


def remade(content: bytes, name: str) -> bytes:
    """The picture as a PNG or JPEG of ours, without anything else that was in the file; Refused when it is neither."""
    if len(content) > LARGEST:
        raise Refused(N_("“{name}” is larger than 10 MB. Choose a smaller picture."), name=name)
    try:
        with Image.open(BytesIO(content), formats=_KINDS) as found:
            if found.width * found.height > _PIXELS:
                raise Refused(N_("“{name}” has too many pixels for a logo. Choose a smaller picture."), name=name)
            found.load()
            return _written(ImageOps.exif_transpose(found), jpeg=found.format == "JPEG")
    # Pillow's readers raise all of these on a file that is cut off or made up.
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise Refused(
            N_("“{name}” is not a PNG or JPEG picture that can be read. Nothing was added."), name=name
        ) from error


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture of ours."""
    with Image.open(BytesIO(content), formats=_KINDS) as found:
        return found.width, found.height


def _written(picture: Image.Image, *, jpeg: bool) -> bytes:
    target = BytesIO()
    clear = "A" in picture.getbands() or "transparency" in picture.info
    made = picture.convert("RGBA" if clear else "RGB")
    made.thumbnail((_SIDE, _SIDE))
    if jpeg:
        made.convert("RGB").save(target, "JPEG", quality=90)
    else:
        made.save(target, "PNG", optimize=True)
    return target.getvalue()
