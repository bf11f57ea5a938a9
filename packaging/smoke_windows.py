#!/usr/bin/env python3
"""Runs the installer for Windows under Wine, in a fresh Debian: `sudo python3 packaging/smoke_windows.py`.

It has a stand-in in it for the frozen folder, which only Windows can make: so this shows what the installer does (for
one user, the association, a program that runs, a later version, taking it away), and nothing of the program. Needs
NSIS, debootstrap and Debian's packages, with those for i386. Exit code 0 when all of it holds.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from fresh import HOME, USER, Fresh, SmokeError, must

ROOT = Path(__file__).resolve().parents[1]
FRESH = Fresh(ROOT / "build/smoke-windows", "i386")
PAYLOAD = ROOT / "build/stand-in"
WINE = "/usr/lib/i386-linux-gnu/wine/i386-windows"
PERSON = HOME / f".wine/drive_c/users/{USER}"
PROGRAM = PERSON / "AppData/Local/Programs/vtscan"
DATA = PERSON / "AppData/Local/vtscan/scans.vtdb"
OWN = PROGRAM / "scans.vtdb"
"""A database that someone keeps beside the program."""
START_MENU = PERSON / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\vtscan"
OPENS = r"HKCU\Software\Classes\vtscan.scan\shell\open\command"


def wine(script: str) -> subprocess.CompletedProcess[str]:
    """Run lines of a shell with a screen and Wine; all that they started ends with them."""
    lines = [
        "export WINEDEBUG=-all DISPLAY=:8",
        "rm -f /tmp/.X8-lock",  # that of the time before, which was ended with all else
        "Xvfb :8 -screen 0 800x600x24 -nolisten tcp >/dev/null 2>&1 &",
        "sleep 1",
        script,
        "done=$?; wineserver -k; exit $done",  # it writes the registry as it ends
    ]
    return FRESH.run("timeout", "120", "sh", "-c", "\n".join(lines), user=True)


def install() -> subprocess.CompletedProcess[str]:
    """Run the installer as an IT department would: without questions."""
    return wine("wine /tmp/setup.exe /S")


def registry(key: str) -> str:
    """What stands under a key, "" when there is no such key."""
    return wine(f"wine reg query '{key}'").stdout


def build_installer() -> None:
    """The installer, with a program of Wine's own as the stand-in: it starts, and stays open."""
    shutil.rmtree(PAYLOAD, ignore_errors=True)
    (PAYLOAD / "_internal").mkdir(parents=True)
    (PAYLOAD / "_internal/part.dll").write_text("a part")
    for name in ("vtscan.exe", "vtscan-opdracht.exe"):
        shutil.copy(FRESH / WINE / "notepad.exe", PAYLOAD / name)
    subprocess.run([sys.executable, str(ROOT / "packaging/build.py"), "nsis", str(PAYLOAD)], check=True)
    newest = max((ROOT / "dist").glob("vtscan-*-setup.exe"), key=os.path.getmtime)
    shutil.copy(newest, FRESH / "/tmp/setup.exe")


def check_installed() -> None:
    """A first time, and a later version."""
    must(install().returncode == 0, "the installer runs for a user without rights")
    must((FRESH / PROGRAM / "vtscan.exe").exists(), "the program lies in the user's own folder")
    must(list((FRESH / START_MENU).glob("*.lnk")), "it stands in the start menu")
    must("vtscan.exe" in registry(OPENS), "files that end with .vtscan open with it")
    must("verwijder.exe" in registry(UNINSTALL), "it stands among the installed programs")
    (FRESH / PROGRAM / "_internal/old.dll").write_text("a part that the next version has no more")
    for path in (DATA, OWN):
        (FRESH / path).parent.mkdir(parents=True, exist_ok=True)
        (FRESH / path).write_text("scans")
    must(install().returncode == 0, "a later version installs over it")
    must(not (FRESH / PROGRAM / "_internal/old.dll").exists(), "nothing of the earlier version is left")


def check_running() -> None:
    """While the program runs, neither a later version nor taking it away may leave half of it."""
    (FRESH / PROGRAM / "_internal/part.dll").write_text("a part in use")
    running = rf"wine 'C:\users\{USER}\AppData\Local\Programs\vtscan\vtscan.exe' >/dev/null 2>&1 & sleep 8"
    must(wine(f"{running}; wine /tmp/setup.exe /S").returncode == 2, "no installing while the program runs")
    wine(f"{running}; wine '{PROGRAM}/verwijder.exe' /S; sleep 5")
    must((FRESH / PROGRAM / "vtscan.exe").exists(), "no taking away while the program runs")
    must((FRESH / PROGRAM / "_internal/part.dll").read_text() == "a part in use", "the program is as it was")


def check_removed() -> None:
    """Taking it away leaves nothing of the program, and all of the user's own."""
    wine(f"wine '{PROGRAM}/verwijder.exe' /S; sleep 5")
    must([path.name for path in (FRESH / PROGRAM).iterdir()] == [OWN.name], "nothing of the program is left")
    must(not list((FRESH / START_MENU).glob("*.lnk")), "it is gone from the start menu")
    must("vtscan" not in registry(OPENS) + registry(UNINSTALL), "nothing of it is left in the registry")
    must((FRESH / DATA).exists() and (FRESH / OWN).exists(), "what the user made is still there")


def main() -> int:
    """Run it all."""
    if os.geteuid() != 0 or shutil.which("makensis") is None:
        print("Needs root, and NSIS (makensis).", file=sys.stderr)
        return 2
    try:
        FRESH.make("wine", "wine32", "xvfb", "util-linux")
        build_installer()
        check_installed()
        check_running()
        check_removed()
    except SmokeError as error:
        print(f"NOT {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
