"""Libraries that only one thread may be in at a time."""

from __future__ import annotations

import threading

PDFIUM = threading.RLock()
"""pdfium keeps what it knows of all open documents together and guards none of it, while a call lets other threads run:
a file being proof-read on a worker while the window draws a page would bring the program down."""
