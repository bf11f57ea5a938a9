"""A fresh Debian in a folder, for the smoke tests: made by debootstrap, so it needs root and Debian's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SUITE = "bookworm"
USER = "proef"
HOME = Path("/home") / USER


class SmokeError(Exception):
    """Something that must hold doesn't."""


def must(holds: object, what: str) -> None:
    """Say that something holds, or stop."""
    if not holds:
        raise SmokeError(what)
    print(f"ok  {what}", flush=True)


@dataclass(frozen=True)
class Fresh:
    """A system in `folder`, with a user without rights. `architecture` is that of Debian; "" for this machine's."""

    folder: Path
    architecture: str = ""

    def make(self, *packages: str) -> None:
        """Make it anew, with some packages of Debian."""
        shutil.rmtree(self.folder, ignore_errors=True)
        kind = [f"--arch={self.architecture}"] if self.architecture else []
        command = ["debootstrap", "--variant=minbase", *kind, SUITE, str(self.folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        # The way this machine reaches its packages.
        for folder in (Path("/etc/apt/apt.conf.d"), Path("/etc/ssl/certs")):
            if folder.is_dir():
                shutil.copytree(folder, self / folder, dirs_exist_ok=True, symlinks=True)
        self.run("apt-get", "update")
        done = self.install(*packages)
        must(done.returncode == 0, f"a fresh Debian with {', '.join(packages)}")
        self.run("useradd", "--create-home", USER)

    def __truediv__(self, path: str | Path) -> Path:
        """Where a path in it lies, seen from outside."""
        return self.folder / Path(path).relative_to("/")

    def install(self, *packages: str) -> subprocess.CompletedProcess[str]:
        """Install packages, by name or as a file in it, and what they depend on; nothing that they only recommend."""
        return self.run("apt-get", "install", "--yes", "--no-install-recommends", *packages)

    def run(self, *command: str, user: bool = False) -> subprocess.CompletedProcess[str]:
        """Run a command in it, as its user if asked, and give what it said.

        It gets a /proc that ends with it, as does whatever it started.
        """
        own = ["unshare", "--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={self / '/proc'}"]
        who = ["runuser", "-u", USER, "--"] if user else []
        env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}
        env |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        env |= {"HOME": str(HOME)} if user else {}
        full = [*own, "chroot", str(self.folder), *who, *command]
        return subprocess.run(full, env=env, capture_output=True, text=True, check=False)
