"""start.py: what it installs, what it leaves alone, and what it says; nothing here downloads anything."""

import ast
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PROJECT_FILES = ("start.py", "requirements.txt", "requirements-test.txt")


def load(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", folder / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Machine:
    """A checkout (its path holds a space) where every command is noted instead of run."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = folder / "een map"
        self.root.mkdir()
        for name in PROJECT_FILES:
            (self.root / name).write_bytes((ROOT / name).read_bytes())
        self.commands: list[list[str]] = []
        self.handed_over: list[list[str]] = []
        self.missing: list[str] = []
        self.fails_on = ""
        self.start = load(self.root)
        monkeypatch.chdir(folder)
        monkeypatch.setattr(self.start, "run", self.run)
        monkeypatch.setattr(self.start, "missing_packages", lambda **_: self.missing)
        monkeypatch.setattr(self.start, "hand_over", self.hand_over)

    def run(self, command: list[str], problem: str) -> None:
        self.commands.append(command)
        if self.fails_on and self.fails_on in command:
            raise self.start.StartError(problem)
        if "venv" in command:
            self.start.PYTHON.parent.mkdir(parents=True)
            self.start.PYTHON.touch()
            self.site_packages().mkdir(parents=True)

    def hand_over(self, command: list[str]) -> int:
        self.handed_over.append(command)
        return 7

    def site_packages(self) -> Path:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        return self.root / ".venv" / "lib" / version / "site-packages"

    def path_of_the_environment(self) -> str:
        """Where its Python looks for the program, as one on a system with ASCII only finds it."""
        code = "import site, sys; site.addsitedir(sys.argv[1]); print(ascii(sys.path[-1]))"
        command = [sys.executable, "-S", "-X", "utf8=0", "-c", code, str(self.site_packages())]
        world = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
        shown = subprocess.run(command, env=world, capture_output=True, text=True, check=True).stdout
        return str(ast.literal_eval(shown))

    def installs(self) -> list[str]:
        """The requirements files that pip was given, in order."""
        return [Path(command[-1]).name for command in self.commands if "pip" in command]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_first_run_sets_up_and_second_run_does_nothing_but_start(machine: Machine) -> None:
    assert machine.start.main(["scans", "--json"]) == 7
    assert machine.installs() == ["requirements.txt"]
    pip = machine.commands[-1]
    assert "--require-hashes" in pip
    assert "--only-binary=:all:" in pip
    machine.commands.clear()
    assert machine.start.main(["scans"]) == 7
    assert machine.commands == []
    assert machine.handed_over[-1] == [str(machine.start.PYTHON), "-P", "-m", "vtscan_desktop", "scans"]


def test_the_line_between_set_up_and_program_keeps_stdout_clean(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.start.main(["scans", "--json"])
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 2


def test_tests_get_the_test_packages_and_the_program_then_needs_nothing_more(machine: Machine) -> None:
    machine.start.main(["demo"])
    machine.start.main(["test", "-k", "iets"])
    machine.start.main(["demo"])
    assert machine.installs() == ["requirements.txt", "requirements-test.txt"]
    assert machine.handed_over[1][-2:] == ["-k", "iets"]
    assert "pytest" in machine.handed_over[1]


def test_changed_requirements_are_installed_again(machine: Machine) -> None:
    machine.start.main([])
    with (machine.root / "requirements.txt").open("a") as file:
        file.write("# nieuw\n")
    machine.start.main([])
    machine.start.main([])
    assert machine.installs() == ["requirements.txt", "requirements.txt"]
    assert sum("venv" in command for command in machine.commands) == 1


def test_a_set_up_that_was_broken_off_is_done_again_from_the_start(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.fails_on = "pip"
    assert machine.start.main([]) == 3
    assert "netwerk" in capsys.readouterr().err
    assert machine.handed_over == []
    machine.fails_on = ""
    machine.start.shutil.rmtree(machine.root / ".venv")  # what `venv --clear` does
    assert machine.start.main([]) == 7
    assert sum("venv" in command for command in machine.commands) == 2


def test_another_python_gets_an_environment_of_its_own(machine: Machine) -> None:
    machine.start.main([])
    ready = machine.start.READY.read_text().splitlines()
    machine.start.READY.write_text("\n".join(["python 3.11.0", *ready[1:]]))
    machine.start.shutil.rmtree(machine.start.PYTHON.parent)
    machine.start.shutil.rmtree(machine.site_packages())
    machine.start.main([])
    assert sum("venv" in command for command in machine.commands) == 2


def test_missing_packages_are_named_in_a_command_and_tried_again_next_time(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.missing = ["libegl1"]
    monkeypatch.setattr(machine.start.os, "geteuid", lambda: 1000)
    assert machine.start.main([]) == 7
    assert "sudo apt-get install --yes --no-install-recommends libegl1" in capsys.readouterr().err
    monkeypatch.setattr(machine.start.os, "geteuid", lambda: 0)
    machine.commands.clear()
    assert machine.start.main([]) == 7
    assert [command[:2] for command in machine.commands] == [["apt-get", "update"], ["apt-get", "install"]]
    machine.commands.clear()
    assert machine.start.main([]) == 7
    assert machine.commands == []


def test_without_a_way_to_make_environments_it_stops(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.missing = ["python3.11-venv"]
    monkeypatch.setattr(machine.start.os, "geteuid", lambda: 1000)
    assert machine.start.main([]) == 3
    assert "python3.11-venv" in capsys.readouterr().err
    assert machine.commands == []


def test_an_older_python_gets_one_clear_sentence(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine.start.sys, "version_info", (3, 9, 2))
    assert machine.start.main([]) == 3
    assert capsys.readouterr().err.startswith("Dit programma heeft Python 3.11 of nieuwer nodig")


def test_a_moved_checkout_runs_its_own_code(machine: Machine) -> None:
    machine.start.main([])
    link = machine.site_packages() / "vtscan_desktop.pth"
    link.write_text("/ergens/anders")
    machine.start.main([])
    assert machine.path_of_the_environment() == str(machine.root)


def test_a_folder_with_accents_is_found_whatever_the_encoding_of_the_system(machine: Machine) -> None:
    machine.start.ROOT = shutil.copytree(machine.root, machine.root.with_name("van René 🙂"))
    machine.start.main([])
    assert machine.path_of_the_environment() == str(machine.start.ROOT)


def test_packages_under_another_name_count_as_present(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    query = tmp_path / "dpkg-query"
    start = load(ROOT)
    rest = [*start.DEBIAN_QT, *start.DEBIAN_SCREEN]
    rest.remove("libglib2.0-0")
    rest.remove("libxcb-xkb1")
    lines = [f"installed|{name}, " for name in rest]
    lines += ["installed|libglib2.0-0t64, libglib2.0-0 (= 2.84.4-3), iets", "config-files|libxcb-xkb1, "]
    query.write_text("#!/bin/sh\ncat <<'E'\n" + "\n".join(lines) + "\nE\n")
    query.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert start.missing_packages(test=False) == ["libxcb-xkb1"]


def test_the_test_requirements_hold_all_of_the_programs() -> None:
    def pins(name: str) -> set[str]:
        return {line for line in (ROOT / name).read_text().splitlines() if "==" in line}

    assert pins("requirements.txt") < pins("requirements-test.txt")


def test_the_file_can_be_read_by_pythons_that_are_too_old() -> None:
    ast.parse((ROOT / "start.py").read_text(), feature_version=(3, 7))


def test_the_real_environment_runs_the_program_of_this_checkout(tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-c", "import vtscan_desktop; print(vtscan_desktop.__file__)"]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert Path(shown.strip()).is_relative_to(ROOT)
