#!/usr/bin/env python3
"""Installs the package in a fresh Debian and uses it there: `sudo python3 packaging/smoke.py [DEB]`.

A new root by debootstrap, the .deb and what it depends on, and a user without rights. That user opens the real window
on a screen (Xvfb), with no network at all, walks the demo, and the report is checked by the program and by poppler.
Then the package is removed again, and what the user made must still be there. Exit code 0 when all of it holds.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from fresh import HOME, USER, Fresh, SmokeError, must

ROOT = Path(__file__).resolve().parents[1]
FRESH = Fresh(ROOT / "build/smoke")
WORK = HOME / "demo"
PATIENCE_S = 300


def install(package: Path) -> None:
    """The package in a fresh Debian."""
    FRESH.make("xvfb", "poppler-utils", "util-linux")
    shutil.copy(package, FRESH / "/tmp/vtscan.deb")
    done = FRESH.install("/tmp/vtscan.deb")
    print(done.stderr if done.returncode else "", end="")
    must(done.returncode == 0, "the package installs, with no more than what it depends on")


def walk_demo() -> None:
    """Open the window on a screen without any network, walk the demo, and stop when it says it is done."""
    root = str(FRESH.folder)
    screen = subprocess.Popen(["chroot", root, "Xvfb", ":7", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
    command = ["unshare", "--net", "chroot", root, "runuser", "-u", USER, "--"]
    command += ["env", "DISPLAY=:7", f"HOME={HOME}", "vtscan", "demo", "--zichtbaar", "--uit", str(WORK)]
    said = FRESH / "/tmp/said.txt"
    try:
        time.sleep(1)
        with said.open("w") as out:
            program = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        until = time.monotonic() + PATIENCE_S
        while "Klaar." not in said.read_text() and program.poll() is None and time.monotonic() < until:
            time.sleep(0.5)
        shown = said.read_text()
        program.terminate()
        program.wait(30)
        must("Klaar." in shown, f"the demo is walked in a real window, without a network\n{shown}")
    finally:
        screen.terminate()
        screen.wait(30)


def check_report() -> None:
    """The report holds, to the installed program and to another reader."""
    report = next((FRESH / WORK).glob("*.pdf")).name
    answer = FRESH.run("vtscan", "controleer", "--json", str(WORK / report), user=True)
    must(answer.returncode == 0 and json.loads(answer.stdout)["geldig"], "the report is valid to the program")
    signed = FRESH.run("pdfsig", "-nocert", str(WORK / report)).stdout
    must("Signature is Valid" in signed and "Total document signed" in signed, "the report is valid to poppler")
    text = FRESH.run("pdftotext", str(WORK / report), "-").stdout
    must("IJsselland" in text and "VOORBEELD" in text, "the report can be read")


def check_desktop() -> None:
    """What a desktop needs to know is there, and taking the package away keeps the data."""
    for path in ("/usr/share/applications/vtscan.desktop", "/usr/share/mime/packages/vtscan.xml", "/usr/bin/vtscan"):
        must(os.path.lexists(FRESH / path), f"{path} is there")
    must((FRESH / "/usr/share/man/nl/man1/vtscan.1.gz").exists(), "the man page is there")
    must(FRESH.run("apt-get", "remove", "--yes", "vtscan").returncode == 0, "the package can be removed")
    must(not (FRESH / "/opt/vtscan").exists(), "nothing of the program is left")
    must((FRESH / WORK / "voorbeeld.vtdb").exists(), "what the user made is still there")


def main(args: list[str]) -> int:
    """Run it all."""
    found = [Path(args[0])] if args else sorted((ROOT / "dist").glob("vtscan_*.deb"))
    if not found or os.geteuid() != 0:
        print("Needs root, and a package: python3 packaging/build.py", file=sys.stderr)
        return 2
    try:
        install(found[-1])
        walk_demo()
        check_report()
        check_desktop()
    except SmokeError as error:
        print(f"NOT {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
