"""Rules of the house that no linter holds: nothing of one machine in the tree, and parts that stay readable."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import vtscan_desktop

ROOT = Path(__file__).parents[1]
OWN = ("vtscan_desktop", "tests", "resources", "docs", "packaging", ".ci")
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".csv", ".sql", ".mako", ".spec", ".ini", ""}

# Written in parts, so that this file does not find itself.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "deb.debian" + ".org", "index" + "-url"]
MACHINE_PATHS = ["/" + "work/", "/" + "root/", "/" + "home/", "/opt/" + "wheels", "C:" + "\\Users"]


def text_files() -> Iterator[Path]:
    folders = [path for name in OWN for path in (ROOT / name).rglob("*")]
    for path in [*ROOT.iterdir(), *folders]:
        if path.is_file() and path.suffix in TEXT and not {"__pycache__", ".git"} & set(path.parts):
            yield path


def python_files() -> list[Path]:
    return [path for path in text_files() if path.suffix == ".py"]


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in text_files()
        for word in [*HOSTS, *MACHINE_PATHS]
        if word in path.read_text(encoding="utf-8", errors="ignore")
    ]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_requirements_are_pinned_and_hashed_and_hold_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--find-links" not in text
    for requirement in text.replace("\\\n", " ").splitlines():
        if not requirement.strip().startswith("#"):
            assert "==" in requirement, requirement
            assert "--hash=sha256:" in requirement, requirement


def test_no_python_file_grows_past_400_lines() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert [f"{path.relative_to(ROOT)}: {size}" for path, size in sizes.items() if size > 400] == []


def test_no_function_grows_past_40_lines() -> None:
    long = []
    # A migration is a list of what changes, in one function, by Alembic's nature.
    for path in (path for path in python_files() if "migraties" not in path.parts):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                lines = node.end_lineno - node.body[0].lineno + 1
                if lines > 40:
                    long.append(f"{path.relative_to(ROOT)}: {node.name} ({lines})")
    assert long == []


def test_versions_in_package_and_project_are_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == vtscan_desktop.__version__


def test_wat_later_gebeurt_vervalt_met_wie_het_zou_doen() -> None:
    """A timer without a context calls what may be gone by then: `singleShot(ms, who, what)`."""
    los = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "vtscan_desktop").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "singleShot"
        if len(node.args) < 3
    ]
    assert los == []


def test_nobody_asks_a_widget_for_its_screen() -> None:
    """PySide may then delete the screen with the widget, and the program crashes: see `ui/bouwstenen/scherm.py`."""
    files = [path for folder in ("vtscan_desktop", "tests") for path in (ROOT / folder).rglob("*.py")]
    asked = [path.name for path in files if re.search(r"\w\.screen\(\)\.", path.read_text("utf-8"))]
    assert asked == []


def test_nobody_walks_the_focus_chain_of_qt() -> None:
    """PySide takes each next widget for a part of the one before, and the program may crash when that one goes."""
    files = [path for folder in ("vtscan_desktop", "tests") for path in (ROOT / folder).rglob("*.py")]
    walked = [path.name for path in files if re.search(r"(next|previous)InFocusChain\(", path.read_text("utf-8"))]
    assert walked == []


def test_sizes_in_the_window_have_a_name() -> None:
    bare = re.compile(r"\bpx\([\d.]+\)")
    found = [
        f"{path.relative_to(ROOT)}:{nr}"
        for path in (ROOT / "vtscan_desktop/ui").rglob("*.py")
        for nr, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert found == []


def test_no_constant_of_a_module_is_set_twice() -> None:
    twice = []
    for path in (ROOT / "vtscan_desktop").rglob("*.py"):
        seen: set[str] = set()
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign):
                for name in (
                    n.id
                    for target in node.targets
                    for n in ast.walk(target)
                    if isinstance(n, ast.Name) and n.id.isupper()
                ):
                    twice += [f"{path.relative_to(ROOT)}: {name}"] if name in seen else []
                    seen.add(name)
    assert twice == []
