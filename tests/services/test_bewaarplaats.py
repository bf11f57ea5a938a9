"""Folders that are synchronised or on a network are known by their names, their marks and the system's own list."""

from __future__ import annotations

from pathlib import Path

import pytest

from vtscan_desktop.services.bewaarplaats import waarschuwing


@pytest.mark.parametrize(
    ("plek", "dienst"),
    [
        ("OneDrive/scans", "OneDrive"),
        ("OneDrive - Gemeente Zwolle/werk", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Google Drive/Mijn Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud2/scans", "Nextcloud"),
        ("SURFdrive", "SURFdrive"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, plek: str, dienst: str) -> None:
    assert f"gelijkgehouden met {dienst}." in waarschuwing(tmp_path / plek, tmp_path / "geen")


@pytest.mark.parametrize("merk", [".dropbox.cache", ".owncloudsync.log"])
def test_a_synchronised_folder_is_known_by_what_lies_in_it(tmp_path: Path, merk: str) -> None:
    (tmp_path / merk).write_text("")
    assert "gelijkgehouden" in waarschuwing(tmp_path / "werk" / "scans", tmp_path / "geen")


@pytest.mark.parametrize("plek", ["Documenten", "stacks", "dropboxen", "onedriver", "Een drive"])
def test_an_ordinary_folder_gets_no_warning(tmp_path: Path, plek: str) -> None:
    assert waarschuwing(tmp_path / plek, tmp_path / "geen") == ""


@pytest.mark.parametrize(
    ("soort", "netwerk"),
    [
        ("nfs4", True),
        ("cifs", True),
        ("fuse.sshfs", True),
        ("fuse.gvfsd-fuse", True),
        ("ext4", False),
        ("tmpfs", False),
    ],
)
def test_a_network_folder_is_known_by_its_file_system(tmp_path: Path, soort: str, netwerk: bool) -> None:
    schijf = tmp_path / "g schijf"
    lijst = tmp_path / "mounts"
    punt = str(schijf).replace(" ", "\\040")
    lijst.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/scans {punt} {soort} rw 0 0\nonzin\n")
    assert ("netwerk" in waarschuwing(schijf / "scans", lijst)) is netwerk
    assert waarschuwing(tmp_path / "elders", lijst) == ""


def test_a_windows_share_is_a_network_folder(tmp_path: Path) -> None:
    assert "netwerk" in waarschuwing(Path("//server/deel/scans"), tmp_path / "geen")
