"""Starts the process that reads a spreadsheet and watches over it: time, memory, progress and the user's Cancel."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from coopdesk.annex.sheet.limits import LIMITS, Limits
from coopdesk.annex.sheet.model import Book
from coopdesk.annex.sheet.refusal import refused
from coopdesk.annex.sheet.wire import book_from, messages
from coopdesk.kernel.progress import Progress, silent

_TICK = 0.05


def open_book(path: Path, progress: Progress = silent, limits: Limits = LIMITS) -> Book:
    """The file, read in a process of its own. Refused says what is wrong with it; Cancelled comes from `progress`."""
    child = _start(path)
    inbox: queue.Queue[dict[str, Any] | None] = queue.Queue(maxsize=500)
    reader = threading.Thread(target=_listen, args=(child.stdout, inbox), daemon=True)
    reader.start()
    try:
        return book_from(_watched(child, inbox, path.name, progress, limits))
    except ValueError as error:
        raise refused("stopped", path.name, "numbers") from error
    finally:
        child.kill()
        _drain(inbox, reader)
        child.wait()
        for stream in (child.stdout, child.stderr):
            if stream is not None:
                stream.close()


def _start(path: Path) -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False):
        command = [sys.executable, "--read-annex", str(path)]
    else:
        command = [sys.executable, "-X", "utf8", "-m", "coopdesk.annex.sheet.child", str(path)]
    # The package must be found even when the program runs from a source tree that is not the current folder.
    source = str(Path(__file__).resolve().parents[3])
    paths = [source, *filter(None, [os.environ.get("PYTHONPATH")])]
    # Where lxml happens to be installed openpyxl would take it, and lxml resolves entities that defusedxml refuses.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OPENPYXL_LXML": "False"}
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment, creationflags=flags,
    )  # fmt: skip


def _listen(stream: IO[bytes] | None, inbox: queue.Queue[dict[str, Any] | None]) -> None:
    """Turns the lines of the child into messages; None when it has said all."""
    for message in messages(stream) if stream is not None else ():
        inbox.put(message)
    inbox.put(None)


def _drain(inbox: queue.Queue[dict[str, Any] | None], reader: threading.Thread) -> None:
    """Lets the listening thread end, which waits for room while nobody takes messages any more."""
    while reader.is_alive():
        try:
            inbox.get(timeout=_TICK)
        except queue.Empty:
            reader.join(_TICK)


def _watched(
    child: subprocess.Popen[bytes], inbox: queue.Queue[dict[str, Any] | None], name: str, progress: Progress,
    limits: Limits,
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """The messages of the child as they come; raises as soon as a limit is passed or the user cancels."""
    started = heard = time.monotonic()
    while True:
        _check_memory(child, name, limits)
        now = time.monotonic()
        if now - heard > limits.silent_seconds or now - started > limits.seconds:
            raise refused("too_slow", name)
        try:
            message = inbox.get(timeout=_TICK)
        except queue.Empty:
            progress(0, 0, name)
            continue
        heard = now
        if message is None:
            raise refused("stopped", name, f"{child.wait()}")
        if "refused" in message:
            raise refused(message["refused"], name, message["where"])
        if "end" in message:
            yield message
            return
        if "progress" in message:
            done, total = message["progress"]
            progress(done, total, name)
        else:
            yield message


def _check_memory(child: subprocess.Popen[bytes], name: str, limits: Limits) -> None:
    import psutil  # noqa: PLC0415 - megabytes that only a file being read needs

    try:
        used = psutil.Process(child.pid).memory_info().rss
    except psutil.Error:
        return
    if used > limits.megabytes * 1_000_000:
        raise refused("too_much_memory", name)
