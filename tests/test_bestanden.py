"""Files are read with a limit, and written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from vtscan_desktop.bestanden import lees_begrensd, schrijf_veilig
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, VtscanFout


def inhoud_van(folder: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in folder.iterdir() if pad.is_file()}


def test_what_is_written_can_be_read_back(tmp_path: Path) -> None:
    doel = tmp_path / "scan.vtscan"
    schrijf_veilig(doel, b"inhoud", vervang=False)
    assert lees_begrensd(doel, 6) == b"inhoud"
    assert inhoud_van(tmp_path) == {"scan.vtscan": b"inhoud"}
    assert doel.stat().st_mode & 0o077 == 0


def test_an_existing_target_is_only_replaced_when_asked(tmp_path: Path) -> None:
    doel = tmp_path / "scan.vtscan"
    doel.write_bytes(b"oud")
    with pytest.raises(InvoerFout, match="bestaat al"):
        schrijf_veilig(doel, b"nieuw", vervang=False)
    assert inhoud_van(tmp_path) == {"scan.vtscan": b"oud"}
    schrijf_veilig(doel, b"nieuw", vervang=True)
    assert inhoud_van(tmp_path) == {"scan.vtscan": b"nieuw"}


def test_a_target_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    doel = tmp_path / "scan.vtscan"

    def ander_is_voor(_: Path) -> None:
        doel.write_bytes(b"van een ander")

    with pytest.raises(InvoerFout, match="bestaat al"):
        schrijf_veilig(doel, b"nieuw", vervang=False, controle=ander_is_voor)
    assert inhoud_van(tmp_path) == {"scan.vtscan": b"van een ander"}


def test_without_hard_links_an_existing_target_is_still_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def geen_link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", geen_link)
    doel = tmp_path / "scan.vtscan"
    schrijf_veilig(doel, b"eerste", vervang=False)
    with pytest.raises(InvoerFout, match="bestaat al"):
        schrijf_veilig(doel, b"tweede", vervang=False)
    assert inhoud_van(tmp_path) == {"scan.vtscan": b"eerste"}


@pytest.mark.parametrize("vervang", [False, True])
@pytest.mark.parametrize(
    ("nummer", "zin"),
    [
        (errno.ENOSPC, "schijf is vol"),
        (errno.EROFS, "niet schrijven"),
        (errno.EACCES, "niet schrijven"),
        (errno.EIO, "systeemfout"),
    ],
)
def test_a_refusing_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vervang: bool, nummer: int, zin: str
) -> None:
    doel = tmp_path / "scan.vtscan"
    if vervang:
        doel.write_bytes(b"oud")
    voor = inhoud_van(tmp_path)

    def weiger(_: int) -> None:
        raise OSError(nummer, "refused")

    monkeypatch.setattr(os, "fsync", weiger)
    with pytest.raises(OmgevingFout, match=zin):
        schrijf_veilig(doel, b"nieuw", vervang=vervang)
    assert inhoud_van(tmp_path) == voor


@pytest.mark.parametrize("vervang", [False, True])
def test_a_failing_check_leaves_the_target_as_it_was(tmp_path: Path, vervang: bool) -> None:
    doel = tmp_path / "scan.vtscan"
    if vervang:
        doel.write_bytes(b"oud")
    voor, gezien = inhoud_van(tmp_path), []

    def keur_af(pad: Path) -> None:
        gezien.append((pad.parent, pad.read_bytes()))
        raise InvoerFout("afgekeurd")

    with pytest.raises(InvoerFout, match="afgekeurd"):
        schrijf_veilig(doel, b"nieuw", vervang=vervang, controle=keur_af)
    assert gezien == [(tmp_path, b"nieuw")]
    assert inhoud_van(tmp_path) == voor


def test_a_full_device_is_reported_as_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echt_open = os.open

    def naar_vol(pad: Path | str, vlaggen: int, *rest: int) -> int:
        return echt_open("/dev/full" if vlaggen & os.O_CREAT else pad, vlaggen & ~(os.O_CREAT | os.O_EXCL), *rest)

    monkeypatch.setattr(os, "open", naar_vol)
    with pytest.raises(OmgevingFout, match="schijf is vol"):
        schrijf_veilig(tmp_path / "scan.vtscan", b"x" * 100_000, vervang=False)
    assert inhoud_van(tmp_path) == {}


@pytest.mark.parametrize(
    ("naam", "soort"),
    [
        ("map", InvoerFout),
        ("geen-map/scan", OmgevingFout),
        ("bestand/scan", OmgevingFout),
        ("nul\0teken", InvoerFout),
        ("", InvoerFout),
        ("n" * 300, OmgevingFout),
        ("pijp", InvoerFout),
    ],
)
@pytest.mark.parametrize("vervang", [False, True])
def test_an_impossible_target_gives_one_sentence(
    tmp_path: Path, naam: str, soort: type[VtscanFout], vervang: bool
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_bytes(b"oud")
    os.mkfifo(tmp_path / "pijp")
    voor = sorted(tmp_path.rglob("*"))
    with pytest.raises(soort) as gevangen:
        schrijf_veilig(tmp_path / naam, b"nieuw", vervang=vervang)
    assert str(gevangen.value).endswith(".")
    assert sorted(tmp_path.rglob("*")) == voor


def test_a_name_of_the_longest_allowed_length_can_be_written(tmp_path: Path) -> None:
    doel = tmp_path / ("é" * 127)
    schrijf_veilig(doel, b"inhoud", vervang=False)
    assert doel.read_bytes() == b"inhoud"


@pytest.mark.parametrize(
    ("naam", "soort", "zin"),
    [
        ("map", InvoerFout, "is een map"),
        ("weg", OmgevingFout, "is er niet"),
        ("bestand/weg", OmgevingFout, "is er niet"),
        ("nul\0teken", InvoerFout, "teken dat niet mag"),
        ("pijp", InvoerFout, "geen gewoon bestand"),
        ("groot", InvoerFout, "te groot: 200 MB, en een bestand mag hoogstens 50 MB zijn"),
    ],
)
def test_what_cannot_be_read_gives_one_sentence(tmp_path: Path, naam: str, soort: type[VtscanFout], zin: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_bytes(b"x")
    os.mkfifo(tmp_path / "pijp")
    with (tmp_path / "groot").open("wb") as bestand:
        bestand.truncate(200_000_000)
    with pytest.raises(soort, match=zin):
        lees_begrensd(tmp_path / naam, 50_000_000)


def test_no_read_permission_is_said_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "scan"
    pad.write_bytes(b"x")

    def weiger(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "open", weiger)  # not chmod: these tests may run as root
    with pytest.raises(OmgevingFout, match="geen rechten"):
        lees_begrensd(pad, 10)
