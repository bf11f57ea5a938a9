"""The demo of the README does the main job, to a report that checks out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def vtscan(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "vtscan_desktop", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_demo_leaves_a_report_that_is_valid(tmp_path: Path) -> None:
    done = vtscan("demo", "--uit", str(tmp_path / "demo"))
    assert done.returncode == 0, done.stderr
    (report,) = (tmp_path / "demo").glob("*.pdf")
    assert vtscan("controleer", str(report)).returncode == 0
