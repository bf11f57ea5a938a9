"""The demo of the README does the main job, to a report that checks out, and speaks to no other computer."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel that forbids it is Linux")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def without_network(*arguments: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "tests.zonder_netwerk", sys.executable, *arguments)


@linux
def test_the_demo_leaves_a_report_that_is_valid_and_opens_no_socket_to_a_network(tmp_path: Path) -> None:
    done = without_network("-m", "vtscan_desktop", "demo", "--uit", str(tmp_path / "demo"))
    assert done.returncode == 0, done.stderr
    (report,) = (tmp_path / "demo").glob("*.pdf")
    assert run(sys.executable, "-m", "vtscan_desktop", "controleer", str(report)).returncode == 0


def test_a_demo_that_has_no_place_says_so_in_dutch_and_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "bestand"
    file.write_text("van iemand")
    for place in (file, file / "demo"):
        done = run(sys.executable, "-m", "vtscan_desktop", "demo", "--uit", str(place))
        zin = f"Waar de map {place} moet komen, staat een bestand; kies een nieuwe of lege map.\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", zin)
    assert file.read_text() == "van iemand"


@linux
@pytest.mark.parametrize("kind", ["AF_INET", "AF_INET6", "AF_NETLINK"])
def test_a_program_that_opens_such_a_socket_is_stopped_at_once(kind: str) -> None:
    done = without_network("-c", f"import socket; socket.socket(socket.{kind}, socket.SOCK_DGRAM); print('opened')")
    assert (done.returncode, done.stdout) == (-signal.SIGSYS, "")


@linux
def test_a_program_may_open_a_local_socket() -> None:
    assert without_network("-c", "import socket; socket.socketpair()").returncode == 0
