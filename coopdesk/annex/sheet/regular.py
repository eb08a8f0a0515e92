"""Reads a regular sheet of an .xlsx by patterns over its text, many rows at a time.

A sheet is regular when every "<" of its rows belongs to a row, a cell or a value in the plain form in which programs
write them. That is counted, so that nothing can be passed over; what is not regular is left to the careful reading,
which gives the same for everything both can read (tests hold them side by side).
"""

from __future__ import annotations

import codecs
import io
import re
from array import array
from collections.abc import Callable
from itertools import chain
from typing import IO

from coopdesk.annex.sheet.careful import Around, Counter, elements_of, is_hidden, note, sheet_of, text_cell, typed_cell
from coopdesk.annex.sheet.coded import NUMBER, CodedRows
from coopdesk.annex.sheet.model import BLANK, Cell, CellKind, Sheet, letters
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.workbook import SheetPart, Workbook, unescaped

_PIECE = 1 << 20
_HEAD = 1 << 16
_LONGEST = 4 << 20
_OPEN, _CLOSE = "<sheetData>", "</sheetData>"
# What XML forbids or reads otherwise than it is written: the careful reading decides.
_CONTROL = bytes(n for n in range(32) if n not in (9, 10))
_ODD = ("]]>", "\ufffe", "\uffff")
_ODD_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_ATTRIBUTES = r'((?: [\w:]+="[^"<>&]*")*)'
_VALUE = "<v>([^<]+)</v>"
_INLINE = r'<is><t(?: xml:space="preserve")?>([^<]+)</t></is>'
_MOST_COLUMNS = 60
_BLANK_ROWS = 1_000
# From columns of texts to their numbers, and how many "<" they have for who asks.
_Coding = Callable[[list[tuple[str, ...]]], tuple[list[list[int]], Callable[[], int]]]


class _Irregular(Exception):
    """The sheet needs the careful reading."""


def read_regular(part: SheetPart, stream: IO[bytes], book: Workbook, counter: Counter) -> Sheet | None:
    """The sheet, or None where only a careful reading can tell."""
    try:
        return _Reading(stream, book, counter).sheet(part)
    except (_Irregular, UnicodeDecodeError):
        return None


class _Codes(dict[tuple[str, str, str], int]):
    """Numbers for cells by how they are written; a new one gets the number of its cell in the table."""

    def __init__(self, make: Callable[[str, str, str], Cell]) -> None:
        super().__init__()
        self.cells: dict[Cell, int] = {BLANK: 0}
        self._make = make

    def __missing__(self, key: tuple[str, str, str]) -> int:
        cell = self._make(*key)
        number = self.cells.setdefault(cell, len(self.cells)) if cell.filled else 0
        self[key] = number
        return number


class _CodesOfForm(dict[str, int]):
    """The same for cells of one style and type, by their value."""

    def __init__(self, codes: _Codes, style: str, kind: str) -> None:
        super().__init__({"": 0})
        self._codes, self._style, self._kind = codes, style, kind

    def __missing__(self, value: str) -> int:
        number = self[value] = self._codes[self._style, self._kind, value]
        return number


class _Reading:
    """One sheet while it is read."""

    def __init__(self, stream: IO[bytes], book: Workbook, counter: Counter) -> None:
        self._stream, self._book, self._counter = stream, book, counter
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._codes = _Codes(self._cell)
        self._row_attributes: dict[str, list[int]] = {}
        self._numbers = array(NUMBER)
        self._rows = self._width = 0
        self._inline = False
        self._narrow: re.Pattern[str] | None = None
        self._forms: list[tuple[str, str]] = []
        self._by_form: dict[tuple[str, str], _CodesOfForm] = {}

    def sheet(self, part: SheetPart) -> Sheet:
        head, text = self._until_rows()
        pattern = self._pattern(text)
        while _CLOSE not in text:
            cut = text.rfind("</row>") + len("</row>")
            if cut >= len("</row>"):
                self._take(text[:cut], pattern)
                text = text[cut:]
            text = self._longer(text)
        body, _, tail = text.partition(_CLOSE)
        self._take(body, pattern)
        rest = [tail]
        while more := self._stream.read(_PIECE):
            rest.append(self._decoder.decode(more))
        self._decoder.decode(b"", final=True)
        around = self._around(head, "".join(rest))
        cells = tuple(self._codes.cells)
        return sheet_of(part.title, CodedRows(cells, self._numbers, self._width), around, hidden=part.hidden)

    def _longer(self, text: str) -> str:
        """The text with more behind it; a row that takes several pieces is not regular."""
        if len(text) > _LONGEST:
            raise _Irregular
        return text + self._more()

    def _more(self) -> str:
        piece = self._stream.read(_PIECE)
        if piece.startswith(b"<?xml"):
            # Excel ends its first line so, and nothing else.
            piece = piece.replace(b"?>\r\n", b"?>\n", 1)
        if not piece or len(piece.translate(None, _CONTROL)) != len(piece):
            raise _Irregular
        return self._decoder.decode(piece)

    def _until_rows(self) -> tuple[str, str]:
        """What stands before the rows, and the beginning of the rows."""
        text = self._more()
        while _OPEN not in text:
            if len(text) > _HEAD:
                raise _Irregular
            text += self._more()
        head, _, text = text.partition(_OPEN)
        if head.startswith("<?xml") and not re.match(r'<\?xml [^?]*encoding=["\']utf-8["\']', head, re.IGNORECASE):
            raise _Irregular
        while text.count("</row>") < 2 and _CLOSE not in text:
            text = self._longer(text)
        return head, text

    def _pattern(self, text: str) -> re.Pattern[str]:
        """A row whose cells are all in a plain form, up to the last column of the first rows."""
        columns = [_column(c) for c in re.findall(r'<c r="([A-Z]{1,3})\d+"', text[: _PIECE // 4])]
        self._width = max(columns, default=0)
        if not 0 < self._width <= min(_MOST_COLUMNS, self._counter.limits.columns):
            raise _Irregular
        self._inline = "<is>" in text
        value = _VALUE if not self._inline else f"(?:{_VALUE}|{_INLINE})"
        cells = "".join(
            rf'(?:<c r="{letters(c)}\d+"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>{value}</c>))?+'
            for c in range(1, self._width + 1)
        )
        return _row(cells)

    def _narrowed(self, found: list[tuple[str, ...]]) -> re.Pattern[str] | None:
        """A row in which each column keeps the style and type it had so far, found in a third of the time; None where
        a column has more than one."""
        forms, cells = [], []
        for at in range(3, len(found[0]), 3):
            seen = {(row[at], row[at + 1]) for row in found if row[at + 2]}
            if len(seen) > 1:
                return None
            style, kind = seen.pop() if seen else ("", "")
            forms.append((style, kind))
            told = (f' s="{style}"' if style else "") + (f' t="{kind}"' if kind else "")
            place = rf'<c r="{letters(len(forms))}\d+"'
            cells.append(rf'(?:{place}{told}>{_VALUE}</c>|{place}(?: s="\d+")?/>)?+')
        self._forms = forms
        return _row("".join(cells))

    def _take(self, text: str, pattern: re.Pattern[str]) -> None:
        """Some whole rows."""
        if not text.strip():
            return
        if any(odd in text for odd in _ODD) or ("&" in text and _ODD_ENTITY.search(text)):
            raise _Irregular
        if self._narrow is None or not self._found(text, self._narrow.findall(text), self._coded_narrowly):
            found = pattern.findall(text)
            if not self._found(text, found, self._coded):
                raise _Irregular
            self._narrow = None if self._inline else self._narrowed(found)

    def _found(self, text: str, found: list[tuple[str, ...]], code: _Coding) -> bool:
        """Keeps the rows found in a text; False when they are not the whole of it."""
        if not found:
            return False
        whole, places, attributes, *cells = zip(*found, strict=True)
        # Rows without anything between them are all there is; else every "<" must belong to what was found.
        gapless = sum(map(len, whole)) == len(text)
        if not gapless and text.count("<row") != len(found):
            return False
        coded, signs = code(cells)
        if not gapless and text.count("<") != signs() + 2 * text.count("</row>") + text.count("/>"):
            return False
        numbers = list(map(int, places))
        self._note_attributes(attributes, numbers)
        self._place(numbers, coded)
        self._counter.rows(len(found), len(found) * self._width)
        return True

    def _coded_narrowly(self, columns: list[tuple[str, ...]]) -> tuple[list[list[int]], Callable[[], int]]:
        """The numbers per column of which style and type are known."""
        coded: list[list[int]] = []
        for form, values in zip(self._forms, columns, strict=True):
            known = self._by_form.setdefault(form, _CodesOfForm(self._codes, *form))
            coded.append(list(map(known.__getitem__, values)))
        return coded, lambda: sum(4 * (len(values) - values.count("")) for values in columns)

    def _coded(self, columns: list[tuple[str, ...]]) -> tuple[list[list[int]], Callable[[], int]]:
        """The numbers per column, by style, type and value."""
        groups = 4 if self._inline else 3
        coded: list[list[int]] = []
        signs = 0
        for at in range(0, len(columns), groups):
            styles, types, values = columns[at : at + 3]
            signs += 4 * (len(values) - values.count(""))
            if self._inline:
                inline = columns[at + 3]
                signs += 6 * (len(inline) - inline.count(""))
                values = tuple(map(str.__add__, values, inline))
            coded.append(list(map(self._codes.__getitem__, zip(styles, types, values, strict=True))))
        return coded, lambda: signs

    def _place(self, numbers: list[int], coded: list[list[int]]) -> None:
        """Puts rows under those that are there, with blank ones where numbers are left out."""
        first, last = numbers[0], numbers[-1]
        if first <= self._rows or last > self._counter.limits.rows:
            raise _Irregular
        if first == self._rows + 1 and last - first + 1 == len(numbers) and all(map(int.__lt__, numbers, numbers[1:])):
            self._numbers.extend(chain.from_iterable(zip(*coded, strict=True)))
            self._rows = last
            return
        for number, row in zip(numbers, zip(*coded, strict=True), strict=True):
            gap = number - self._rows - 1
            if gap < 0 or gap >= min(_BLANK_ROWS, self._counter.limits.empty_rows):
                raise _Irregular
            self._numbers.extend([0] * (gap * self._width))
            self._numbers.extend(row)
            self._rows = number

    def _note_attributes(self, attributes: tuple[str, ...], numbers: list[int]) -> None:
        for told in set(attributes):
            rows = self._row_attributes.setdefault(told, [])
            if "hidden" in told:
                rows.extend(number for number, one in zip(numbers, attributes, strict=True) if one == told)

    def _around(self, head: str, tail: str) -> Around:
        """Merged ranges, hidden rows and columns, out of the sheet without its cells."""
        rows = "".join(f"<row{attributes}/>" for attributes in self._row_attributes)
        bare = f"{head}{_OPEN}{rows}{_CLOSE}{tail}"
        around = Around([], set(), set())
        hidden = []
        try:
            for tag, element in elements_of(io.BytesIO(bare.encode())):
                if tag == "row":
                    hidden.append(is_hidden(element.get("hidden")))
                else:
                    note(tag, element, around, self._counter.limits)
        except Unreadable as error:
            raise _Irregular from error
        for is_so, numbers in zip(hidden, self._row_attributes.values(), strict=True):
            around.hidden_rows.update(numbers if is_so else ())
        return around

    def _cell(self, style: str, kind: str, value: str) -> Cell:
        if not value:
            return BLANK
        if "&" in value:
            for entity, sign in _ENTITIES.items():
                value = value.replace(entity, sign)
        if kind == "inlineStr":
            return text_cell(unescaped(value))
        try:
            cell = typed_cell(kind or "n", value, style or "0", self._book)
        except (IndexError, ValueError) as error:
            raise _Irregular from error
        return Cell() if cell.kind is CellKind.BLANK else cell


def _row(cells: str) -> re.Pattern[str]:
    return re.compile(rf'(<row r="([1-9]\d*)"{_ATTRIBUTES}(?:/>|>{cells}</row>))')


def _column(word: str) -> int:
    column = 0
    for letter in word:
        column = column * 26 + ord(letter) - 64
    return column
