#!/usr/bin/env python3
"""Builds what people install. Standard library only; everything it makes lies in `build/` and `dist/`.

    python3 packaging/build.py              the frozen folder, and the package of this system
    python3 packaging/build.py freeze       the frozen folder only: dist/vtscan/
    python3 packaging/build.py deb          dist/vtscan_VERSION_ARCH.deb, from the frozen folder
    python3 packaging/build.py nsis [MAP]   dist/vtscan-VERSION-setup.exe, from the frozen folder or from MAP

The first time it makes an environment of its own in `build/env` with what the program needs and PyInstaller, both
pinned and hashed. Exit code 3: a tool is missing or failed; its own message stands above.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
FROZEN = DIST / "vtscan"
ENV = BUILD / "env"
PYTHON = ENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
VERSION = re.findall(r'__version__ = "(.+)"', (ROOT / "vtscan_desktop/__init__.py").read_text("utf-8"))[0]
APP = "opt/vtscan"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

# What of Debian is not in the frozen folder: to run at all, and to show itself on a screen.
QT = ["libc6", "libglib2.0-0 | libglib2.0-0t64", "libegl1", "libgl1", "libxkbcommon0", "libfontconfig1"]
QT += ["libdbus-1-3", "libcups2"]
SCREEN = ["libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1"]
SCREEN += ["libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"]


class BuildError(Exception):
    """Building cannot go on; the message says why."""


def run(command: list[str], *, cwd: Path = ROOT) -> None:
    """Run a command, its output shown. Raises BuildError when it fails or isn't there."""
    try:
        subprocess.run(command, cwd=cwd, check=True)
    except FileNotFoundError:
        raise BuildError(f"{command[0]} is not installed") from None
    except subprocess.CalledProcessError as error:
        raise BuildError(f"{Path(command[0]).name} ended with exit code {error.returncode}") from None


def set_up() -> None:
    """The environment that the program is frozen from: what it needs, PyInstaller, and nothing of the tests."""
    files = [ROOT / "requirements.txt", HERE / "requirements.txt"]
    wanted = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    ready = ENV / "ready.txt"
    if ready.exists() and ready.read_text("utf-8") == wanted:
        return
    run([sys.executable, "-m", "venv", "--clear", str(ENV)])
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--only-binary=:all:", "--require-hashes"]
    for file in files:
        run([*pip, "-r", str(file)])
    ready.write_text(wanted, "utf-8")


def freeze() -> None:
    """Make dist/vtscan/."""
    set_up()
    draw_icons()
    work = ["--workpath", str(BUILD / "pyinstaller"), "--distpath", str(DIST)]
    run([str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *work, str(HERE / "vtscan.spec")])


def draw_icons() -> None:
    """The program's icon as pictures of each size, and in the forms that Windows and macOS want."""
    run([str(PYTHON), str(HERE / "icons.py"), str(ROOT / "resources/iconen/app.svg"), str(BUILD / "icons")])


def deb() -> None:
    """Make dist/vtscan_VERSION_ARCH.deb: the frozen folder in /opt, and what a desktop needs to know of it."""
    if not (FROZEN / "vtscan").exists():
        raise BuildError("there is no frozen folder yet: python3 packaging/build.py freeze")
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(FROZEN, tree / APP, symlinks=True)
    install("linux/vtscan.desktop", tree / "usr/share/applications/vtscan.desktop")
    install("linux/vtscan.xml", tree / "usr/share/mime/packages/vtscan.xml")
    install("../LICENSE", tree / "usr/share/doc/vtscan/copyright")
    install("../THIRD-PARTY.md", tree / "usr/share/doc/vtscan/THIRD-PARTY.md")
    for size in ICON_SIZES:
        folder = tree / f"usr/share/icons/hicolor/{size}x{size}"
        install(BUILD / f"icons/{size}.png", folder / "apps/vtscan.png")
        install(BUILD / f"icons/{size}.png", folder / "mimetypes/application-vnd.vtscan+json.png")
    install("../resources/iconen/app.svg", tree / "usr/share/icons/hicolor/scalable/apps/vtscan.svg")
    man = tree / "usr/share/man/nl/man1/vtscan.1.gz"
    man.parent.mkdir(parents=True)
    page = (HERE / "linux/vtscan.1").read_text("utf-8").replace("@VERSION@", VERSION)
    man.write_bytes(gzip.compress(page.encode(), mtime=0))
    command = tree / "usr/bin/vtscan"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../../{APP}/vtscan")
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    control(tree, architecture)
    target = DIST / f"vtscan_{VERSION}_{architecture}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)])
    print(target.relative_to(ROOT))


def install(source: str | Path, target: Path) -> None:
    """Copy one file into the tree of a package."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HERE / source, target)


def control(tree: Path, architecture: str) -> None:
    """What dpkg wants to know of the package."""
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file() and not file.is_symlink()) // 1024
    text = (HERE / "linux/control").read_text("utf-8")
    depends = ", ".join([*QT, *SCREEN])
    values = {"VERSION": VERSION, "ARCH": architecture, "SIZE": str(size), "DEPENDS": depends}
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    folder = tree / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text(text, "utf-8")
    for script in ("postinst", "postrm"):
        shutil.copyfile(HERE / f"linux/{script}", folder / script)
        (folder / script).chmod(0o755)


def nsis(payload: Path) -> None:
    """Make dist/vtscan-VERSION-setup.exe, the installer for Windows, from a frozen folder."""
    if not payload.is_dir():
        raise BuildError(f"there is no folder {payload}")
    DIST.mkdir(exist_ok=True)
    set_up()
    draw_icons()
    icon, side = BUILD / "icons/vtscan.ico", BUILD / "icons/side.bmp"
    defines = {"VERSION": VERSION, "PAYLOAD": payload.resolve(), "ICON": icon, "SIDE": side}
    defines |= {"LICENSE": ROOT / "LICENSE", "OUT": DIST / f"vtscan-{VERSION}-setup.exe"}
    given = [f"-D{name}={value}" for name, value in defines.items()]
    run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *given, str(HERE / "windows/vtscan.nsi")])
    print(defines["OUT"].relative_to(ROOT))


def main(args: list[str]) -> int:
    """Build what was asked."""
    try:
        match args:
            case []:
                freeze()
                if sys.platform.startswith("linux"):
                    deb()
                elif sys.platform == "win32":
                    nsis(FROZEN)
            case ["freeze"]:
                freeze()
            case ["deb"]:
                deb()
            case ["nsis", *rest] if len(rest) <= 1:
                nsis(Path(rest[0]) if rest else FROZEN)
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except BuildError as error:
        print(f"packaging: {error}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
