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

ROOT = Path(__file__).resolve().parents[1]
FRESH = ROOT / "build/smoke"
SUITE = "bookworm"
USER = "proef"
WORK = Path("/home") / USER / "demo"
PATIENCE_S = 300


class SmokeError(Exception):
    """Something that must hold doesn't."""


def must(holds: object, what: str) -> None:
    """Say that something holds, or stop."""
    if not holds:
        raise SmokeError(what)
    print(f"ok  {what}", flush=True)


def inside(*command: str, user: bool = False) -> subprocess.CompletedProcess[str]:
    """Run a command in the fresh root, as its user if asked, and give what it said."""
    who = ["runuser", "-u", USER, "--"] if user else []
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}
    env |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    return subprocess.run(["chroot", str(FRESH), *who, *command], env=env, capture_output=True, text=True, check=False)


def make_root(package: Path) -> None:
    """A fresh Debian with the package in it."""
    shutil.rmtree(FRESH, ignore_errors=True)
    subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(FRESH)], check=True, stdout=subprocess.DEVNULL)
    for folder in (Path("/etc/apt/apt.conf.d"), Path("/etc/ssl/certs")):  # the way this machine reaches its packages
        if folder.is_dir():
            shutil.copytree(folder, FRESH / folder.relative_to("/"), dirs_exist_ok=True, symlinks=True)
    shutil.copy(package, FRESH / "tmp/vtscan.deb")
    inside("apt-get", "update")
    tools = inside("apt-get", "install", "--yes", "--no-install-recommends", "xvfb", "poppler-utils", "util-linux")
    must(tools.returncode == 0, "a fresh Debian with a screen and poppler")
    done = inside("apt-get", "install", "--yes", "--no-install-recommends", "/tmp/vtscan.deb")
    print(done.stderr if done.returncode else "", end="")
    must(done.returncode == 0, "the package installs, with no more than what it depends on")
    inside("useradd", "--create-home", USER)


def walk_demo() -> None:
    """Open the window on a screen without any network, walk the demo, and stop when it says it is done."""
    screen = subprocess.Popen(["chroot", str(FRESH), "Xvfb", ":7", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
    command = ["unshare", "--net", "chroot", str(FRESH), "runuser", "-u", USER, "--"]
    command += ["env", "DISPLAY=:7", f"HOME={WORK.parent}", "vtscan", "demo", "--zichtbaar", "--uit", str(WORK)]
    said = FRESH / "tmp/said.txt"
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
    report = next((FRESH / WORK.relative_to("/")).glob("*.pdf")).name
    answer = inside("vtscan", "controleer", "--json", str(WORK / report), user=True)
    must(answer.returncode == 0 and json.loads(answer.stdout)["geldig"], "the report is valid to the program")
    signed = inside("pdfsig", "-nocert", str(WORK / report)).stdout
    must("Signature is Valid" in signed and "Total document signed" in signed, "the report is valid to poppler")
    text = inside("pdftotext", str(WORK / report), "-").stdout
    must("IJsselland" in text and "VOORBEELD" in text, "the report can be read")


def check_desktop() -> None:
    """What a desktop needs to know is there, and taking the package away keeps the data."""
    for path in ("usr/share/applications/vtscan.desktop", "usr/share/mime/packages/vtscan.xml", "usr/bin/vtscan"):
        must(os.path.lexists(FRESH / path), f"/{path} is there")
    must((FRESH / "usr/share/man/nl/man1/vtscan.1.gz").exists(), "the man page is there")
    must(inside("apt-get", "remove", "--yes", "vtscan").returncode == 0, "the package can be removed")
    must(not (FRESH / "opt/vtscan").exists(), "nothing of the program is left")
    must((FRESH / WORK.relative_to("/") / "voorbeeld.vtdb").exists(), "what the user made is still there")


def main(args: list[str]) -> int:
    """Run it all."""
    found = [Path(args[0])] if args else sorted((ROOT / "dist").glob("vtscan_*.deb"))
    if not found or os.geteuid() != 0:
        print("Needs root, and a package: python3 packaging/build.py", file=sys.stderr)
        return 2
    try:
        make_root(found[-1])
        walk_demo()
        check_report()
        check_desktop()
    except SmokeError as error:
        print(f"NOT {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
