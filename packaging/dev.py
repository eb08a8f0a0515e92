"""Sets Coopdesk up on a fresh computer and runs it or its tests; needs nothing but Python itself.

python3 packaging/dev.py run [FILE.coopdesk]   open the program with the example area (or a file)
python3 packaging/dev.py test [pytest options] run the tests
python3 packaging/dev.py check                 formatting, lint, types and import contracts
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements-dev.txt"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
EXAMPLE = ROOT / "build" / "example"

LIBRARIES = {  # what Qt opens on Debian 12, and the package it comes from; each is needed (left out one by one)
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def main(arguments: list[str]) -> int:
    command = arguments[0] if arguments else ""
    if command not in {"run", "test", "check"}:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs on whatever Python there is
        print(f"Coopdesk needs Python 3.11 or later; this is {sys.version.split()[0]}.")
        return 1
    if not prepare():
        return 1
    return {"run": run, "test": test, "check": check}[command](arguments[1:])


def prepare() -> bool:
    """System libraries, virtual environment and locked packages; what is there already is left alone."""
    if not install_libraries(missing_packages()):
        return False
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / "coopdesk.lock"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return True
    print("Setting up Coopdesk; the first time this takes a minute or two.", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = (
        [*pip, "--require-hashes", "-r", str(LOCK)],
        [*pip, "--no-build-isolation", "--no-deps", "--editable", str(ROOT)],
    )
    for step in steps:
        if subprocess.run(step, check=False).returncode != 0:
            print("The packages could not be installed. Is there a network connection, and space on the disk?")
            return False
    stamp.write_text(wanted)
    return True


def missing_packages() -> list[str]:
    """The system packages this computer lacks; only Linux needs any."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if not PYTHON.exists() and not _has_ensurepip():
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def install_libraries(packages: list[str]) -> bool:
    """Install missing system packages where that is possible without asking; otherwise say which they are."""
    if not packages:
        return True
    prefix = [] if os.name == "posix" and os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if shutil.which("apt-get") and (not prefix or shutil.which("sudo")):
        print("Installing system libraries:", " ".join(packages), flush=True)
        apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get"]
        if _does([*apt, "update", "--quiet"]) and _does(
            [*apt, "install", "--yes", "--no-install-recommends", *packages]
        ):
            return True
    print("Coopdesk needs these system packages, which are missing here:")
    print("   ", " ".join(packages))
    print("On Debian or Ubuntu, run: sudo apt-get install", " ".join(packages))
    return False


def _does(step: list[str]) -> bool:
    """One step of apt. A fresh computer often installs its own updates when it starts: that is waited for, five minutes
    at most, since apt's own option for waiting does not cover the lock of its lists."""
    for left in range(60, -1, -1):
        done = subprocess.run(step, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode == 0:
            return True
        if "Could not get lock" not in done.stderr or not left:
            print(done.stderr, end="")
            return False
        if left == 60:
            print("Another program is installing packages; waiting for it.", flush=True)
        time.sleep(5)
    return False


def run(arguments: list[str]) -> int:
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        print("There is no screen here (DISPLAY is not set), so no window can open.")
        print("On a computer without a screen, use for example: xvfb-run python3 packaging/dev.py run")
        return 1
    # The set-up compiles the translations once; a checkout that moved on since has newer ones.
    subprocess.run(
        [PYTHON, str(ROOT / "packaging" / "catalogues.py")], cwd=ROOT, check=False, stdout=subprocess.DEVNULL
    )
    if arguments:
        return _coopdesk(*arguments)
    if not (EXAMPLE / "desk.db").exists():
        made = _coopdesk("example", "--workspace", str(EXAMPLE))
        if made:
            return made
    return _coopdesk("--workspace", str(EXAMPLE))


def test(arguments: list[str]) -> int:
    """The whole suite on every core; with a file named, only that, on one core."""
    if all(a.startswith("-") for a in arguments):
        arguments = ["--numprocesses=auto", "--dist=worksteal", *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    return subprocess.run([PYTHON, "-m", "pytest", *arguments], cwd=ROOT, env=environment, check=False).returncode


def check(_arguments: list[str]) -> int:
    """Everything a machine can say about the code without running it; all of it, even after the first complaint."""
    programs = VENV / ("Scripts" if WINDOWS else "bin")
    failed = 0
    for step in (["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy"], ["lint-imports"]):
        print("==", " ".join(step), flush=True)
        failed |= subprocess.run([programs / step[0], *step[1:]], cwd=ROOT, check=False).returncode
    return 1 if failed else 0


def _coopdesk(*arguments: str) -> int:
    return subprocess.run([PYTHON, "-m", "coopdesk", *arguments], cwd=ROOT, check=False).returncode


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_ensurepip() -> bool:
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian leaves it out of its Python
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
