#!/usr/bin/env python3
"""Sets up what is missing, then runs the program or its tests. Standard library only.

    python3 start.py ARGS...     runs `vtscan ARGS...`
    python3 start.py test ...    runs the tests (pytest; further arguments are pytest's)

What was set up is written in `.venv/klaar.txt`, last of all: so a second run starts at once, and a set-up
that was broken off is simply done again. Lines for the user go to stderr; stdout belongs to the program.
Exit code 3: something outside failed (network, permission, Python too old); else that of the program.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
READY = VENV / "klaar.txt"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt needs of Debian: to run at all, and to show itself on a screen.
DEBIAN_QT = ["libegl1", "libgl1", "libxkbcommon0", "libfontconfig1", "libglib2.0-0", "libdbus-1-3"]
DEBIAN_QT += ["libgssapi-krb5-2"]
DEBIAN_SCREEN = ["libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1"]
DEBIAN_SCREEN += ["libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"]
DEBIAN_TEST = ["dbus-daemon", "poppler-utils", "xauth", "xvfb"]


class StartError(Exception):
    """Setting up cannot go on; the message is a Dutch sentence for the user."""


def say(line: str) -> None:
    """One line to the user."""
    print(line, file=sys.stderr, flush=True)


def run(command: list[str], problem: str) -> None:
    """Run a command quietly; if it fails, show what it said and raise StartError with `problem`."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode:
        say(done.stdout.decode(errors="replace").strip())
        raise StartError(problem)


def missing_packages(*, test: bool) -> list[str]:
    """The Debian packages still to install; none on a system that is not Debian's."""
    if not shutil.which("dpkg-query"):
        return []
    wanted = [*DEBIAN_QT, *DEBIAN_SCREEN, *(DEBIAN_TEST if test else [])]
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it apart, in the venv package of each Python
        wanted.insert(0, f"python3.{sys.version_info.minor}-venv")
    # Also what a package stands in for: later Debians have libglib2.0-0t64 in the place of libglib2.0-0.
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status}|${Package}, ${Provides}\n"]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    names = (name for line in listed if line.startswith("installed|") for name in line.split("|", 1)[1].split(","))
    present = {name.split("(")[0].strip() for name in names}
    return [name for name in wanted if name not in present]


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages where we are root; else (or when that fails) say which command does it.

    Returns whether they are there now. Raises StartError when it is the making of virtual environments
    that stays missing: nothing goes without.
    """
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    try:
        if os.geteuid() != 0:
            raise StartError("Er ontbreken Debian-pakketten, en alleen een beheerder kan ze installeren.")
        say(f"Debian-pakketten installeren: {' '.join(packages)}")
        problem = "Het installeren van de Debian-pakketten is niet gelukt."
        run(["apt-get", "update"], problem)
        run(install, problem)
    except StartError as error:
        say(f"{error} Dit is de opdracht:\n    sudo apt-get update && sudo {shlex.join(install)}")
        if any(name.endswith("-venv") for name in packages):
            raise StartError("Voer die opdracht eerst uit en start daarna opnieuw.") from None
        return False
    return True


def install_requirements(requirements: Path, fresh: bool) -> None:
    """Make `.venv` (anew when `fresh`) and install exactly the pinned files, checked against their hashes."""
    READY.unlink(missing_ok=True)  # from here until all is in, nothing is sure
    if fresh:
        say("Python-omgeving maken in .venv")
        run([sys.executable, "-m", "venv", "--clear", str(VENV)], "Het maken van de map .venv is niet gelukt.")
    say(f"Python-pakketten installeren uit {requirements.name} (de eerste keer duurt dit een minuut)")
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
    run(
        [*pip, "--only-binary=:all:", "--require-hashes", "-r", str(requirements)],
        "Het installeren van de Python-pakketten is niet gelukt. Is er netwerk en is de schijf niet vol?",
    )


def set_up(*, test: bool) -> None:
    """Bring the Debian packages and `.venv` up to what is asked, doing only what is missing."""
    python = f"python {sys.version.split()[0]}"
    done = READY.read_text(encoding="utf-8").splitlines() if READY.exists() and PYTHON.exists() else []
    fresh = python not in done
    if fresh:
        done = [python]
    before = list(done)

    # What the tests need holds all that the program needs: who is set up for those is ready for both.
    kinds = ["test"] if test else ["programma", "test"]
    if not any(f"systeem {kind}" in done for kind in kinds):
        missing = missing_packages(test=test)
        if not missing or install_packages(missing):
            done.append(f"systeem {kinds[0]}")
    files = [ROOT / {"test": "requirements-test.txt", "programma": "requirements.txt"}[kind] for kind in kinds]
    wanted = [f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in files]
    if not any(line in done for line in wanted):
        install_requirements(files[0], fresh)
        done = [*(line for line in done if not line.startswith("requirements")), wanted[0]]

    link = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)})) / "vtscan_desktop.pth"
    # Not the bare path: Python before 3.13 reads the file in the encoding of the system.
    line = f"import sys; sys.path.append({str(ROOT)!a})"
    if not link.exists() or link.read_text(encoding="utf-8") != line:  # a checkout can be moved
        link.write_text(line, encoding="utf-8")
    if done != before:
        READY.write_text("\n".join(done), encoding="utf-8")


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold off a second start.py in this folder while the first is setting up (not on Windows)."""
    with Path(__file__).open("rb") as own:
        if not WINDOWS:
            import fcntl

            fcntl.flock(own, fcntl.LOCK_EX)
        yield


def hand_over(command: list[str]) -> int:
    """Become the program, exit code and signals included; Windows can only run it and wait."""
    if WINDOWS:
        return subprocess.run(command, check=False).returncode
    return os.execv(command[0], command)


def main(args: list[str]) -> int:
    """Set up, then run what was asked."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python is started with
        say(f"Dit programma heeft Python 3.11 of nieuwer nodig; dit is Python {sys.version.split()[0]}.")
        return 3
    test = args[:1] == ["test"]
    try:
        with alone():
            set_up(test=test)
    except StartError as error:
        say(str(error))
        return 3
    except OSError as error:
        say(f"De map {VENV} kan niet worden gemaakt of bijgewerkt: {error.strerror}.")
        return 3
    except KeyboardInterrupt:
        say("Afgebroken. De volgende keer gaat het klaarzetten verder.")
        return 130
    # -P: no module from the folder someone happens to stand in.
    if test:
        os.chdir(ROOT)
        return hand_over([str(PYTHON), "-P", "-m", "pytest", "-n", "2", "--dist", "loadfile", *args[1:]])
    return hand_over([str(PYTHON), "-P", "-m", "vtscan_desktop", *args])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
