"""What the packages say of the program is what the program is."""

import configparser
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from vtscan_desktop import cli

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"
EXIT_CODES = {"0", "1", "2", "3"}


def load(script: Path) -> ModuleType:
    """A script that is no module of a package."""
    spec = importlib.util.spec_from_file_location(script.stem, script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_man_page_names_every_command() -> None:
    page = (PACKAGING / "linux/vtscan.1").read_text("utf-8")
    assert set(re.findall(r"^\.TP\n\.B (\w+)(?: |$)", page, re.MULTILINE)) - EXIT_CODES == set(cli._OPDRACHTEN)


def test_package_depends_on_what_start_py_installs() -> None:
    start, build = load(ROOT / "start.py"), load(PACKAGING / "build.py")
    depends = {name for wanted in (*build.QT, *build.SCREEN) for name in wanted.split(" | ")}
    frozen_with_it = {"libgssapi-krb5-2"}  # PyInstaller takes along what a Qt library asks for
    assert {*start.DEBIAN_QT, *start.DEBIAN_SCREEN} - frozen_with_it <= depends


def test_desktop_entry_opens_the_type_that_is_registered() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux/vtscan.desktop", encoding="utf-8")
    kind = ET.parse(PACKAGING / "linux/vtscan.xml").getroot().find("{*}mime-type")
    assert kind is not None
    assert entry["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert entry["Desktop Entry"]["Exec"] == "vtscan %f"


def test_installer_asks_for_no_administrator_and_touches_no_user_data() -> None:
    script = (PACKAGING / "windows/vtscan.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    removed = re.findall(r'(?:RMDir(?: /r)?|Delete) "([^"]+)"', script)
    assert {path for path in removed if not path.startswith(("$INSTDIR", "$SMPROGRAMS"))} == set()
    assert 'RMDir /r "$INSTDIR"' not in script


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_installer_compiles_against_a_stand_in(tmp_path: Path) -> None:
    payload = tmp_path / "payload"
    (payload / "_internal").mkdir(parents=True)
    (payload / "vtscan.exe").write_bytes(b"MZ")
    draw = [sys.executable, str(PACKAGING / "icons.py"), str(ROOT / "resources/iconen/app.svg"), str(tmp_path)]
    subprocess.run(draw, check=True)
    icon, side, out = tmp_path / "vtscan.ico", tmp_path / "side.bmp", tmp_path / "vtscan-1.2.3-setup.exe"
    given = {"VERSION": "1.2.3", "PAYLOAD": payload, "ICON": icon, "SIDE": side, "OUT": out}
    given["LICENSE"] = ROOT / "LICENSE"
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{k}={v}" for k, v in given.items())]
    done = subprocess.run(
        [*command, str(PACKAGING / "windows/vtscan.nsi")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert out.read_bytes()[:2] == b"MZ"


@pytest.mark.parametrize("name", ["LICENSE", "THIRD-PARTY.md", "requirements.txt"])
def test_wheel_and_frozen_program_hold_what_the_about_window_reads(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included[name] == f"vtscan_desktop/_resources/{name}"
    assert f'(str(ROOT / "{name}"), "vtscan_desktop/_resources")' in (PACKAGING / "vtscan.spec").read_text("utf-8")
