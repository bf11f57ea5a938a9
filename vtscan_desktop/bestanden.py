"""Files read with a limit, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, NoReturn

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEGABYTE = 1_000_000
"""Bytes in a megabyte, as the user reads sizes."""

_VOL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GEEN_HARDE_LINK = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}


def lees_begrensd(pad: Path, maximum_bytes: int) -> bytes:
    """The content of a regular file of at most `maximum_bytes` bytes.

    Raises InvoerFout for a directory, a device or a file that is too large, OmgevingFout when the file is missing
    or may not be read. A file that is too large is not read.
    """
    try:
        # Looked at before it is opened: opening a pipe waits for a writer, and Windows can't open a folder at all.
        soort = pad.stat()
        if stat.S_ISDIR(soort.st_mode):
            raise InvoerFout(f"{pad} is een map, geen bestand.")
        if not stat.S_ISREG(soort.st_mode):
            raise InvoerFout(f"{pad} is geen gewoon bestand.")
        if soort.st_size <= maximum_bytes:
            with pad.open("rb") as bestand:
                inhoud = bestand.read(maximum_bytes + 1)
            if len(inhoud) <= maximum_bytes:
                return inhoud
    except (OSError, ValueError) as fout:
        _meld_leesfout(pad, fout)
    raise InvoerFout(
        f"{pad} is te groot: {_megabytes(soort.st_size)} MB, en een bestand mag hoogstens "
        f"{_megabytes(maximum_bytes)} MB zijn."
    )


def schrijf_veilig(
    pad: Path,
    inhoud: bytes | Callable[[Path], None],
    *,
    vervang: bool,
    controle: Callable[[Path], None] | None = None,
) -> None:
    """Write `inhoud` to `pad`: beside it first (private), to disk, checked by `controle`, then renamed.

    `inhoud` may also be what writes it, into the empty file that it is given. Without `vervang` an existing target is
    never overwritten, not even one that appears meanwhile. What `controle` raises goes on to the caller. Raises
    InvoerFout when the target exists or is a folder, OmgevingFout when the system refuses. After any failure the
    target is as it was and nothing lies beside it.
    """
    naast = pad.parent / f".{pad.name[:40]}.{os.urandom(6).hex()}.deel"
    try:
        _controleer_doel(pad, vervang=vervang)
        _schrijf_naast(naast, inhoud)
        if controle is not None:
            controle(naast)
        if vervang:
            naast.replace(pad)
        else:
            _hernoem_zonder_vervangen(naast, pad)
        _bewaar_map(pad.parent)
    except FileExistsError:
        _meld_bestaat(pad)
    except (OSError, ValueError) as fout:
        _meld_schrijffout(pad, fout)
    finally:
        _ruim_op(naast)


def _controleer_doel(pad: Path, *, vervang: bool) -> None:
    """Refuse early what can't be a target; a device or pipe must never be replaced by a file."""
    if pad.is_dir():
        raise InvoerFout(f"{pad} is een map; geef de naam van een bestand.")
    if pad.exists() and not pad.is_file():
        raise InvoerFout(f"{pad} is geen gewoon bestand en is niet overschreven.")
    if not vervang and os.path.lexists(pad):
        _meld_bestaat(pad)


def _schrijf_naast(naast: Path, inhoud: bytes | Callable[[Path], None]) -> None:
    nummer = os.open(naast, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    if not isinstance(inhoud, bytes):
        os.close(nummer)
        inhoud(naast)
        nummer = os.open(naast, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    with os.fdopen(nummer, "ab" if callable(inhoud) else "wb") as bestand:
        if isinstance(inhoud, bytes):
            bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())


def _hernoem_zonder_vervangen(naast: Path, pad: Path) -> None:
    """Rename, but fail with FileExistsError when `pad` is there: a plain rename on POSIX would overwrite it."""
    if os.name == "nt":
        naast.rename(pad)  # on Windows this refuses an existing target by itself
        return
    try:
        os.link(naast, pad)
    except OSError as fout:
        if fout.errno not in _GEEN_HARDE_LINK:
            raise
        # A file system without hard links (a USB stick): claim the name first, then rename over the own claim.
        os.close(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            naast.replace(pad)
        except OSError:
            pad.unlink()
            raise


def _bewaar_map(folder: Path) -> None:
    """Put the new name itself on disk; where a folder can't be opened or synced (Windows) the system does that."""
    try:
        nummer = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(nummer)
    except OSError:
        return
    finally:
        os.close(nummer)


def _ruim_op(naast: Path) -> None:
    try:
        naast.unlink(missing_ok=True)
    except (OSError, ValueError):
        return


def _megabytes(aantal: int) -> str:
    return f"{aantal / MEGABYTE:.1f}".removesuffix(".0").replace(".", ",")


def _meld_bestaat(pad: Path) -> NoReturn:
    raise InvoerFout(f"{pad} bestaat al en is niet overschreven.") from None


def _meld_leesfout(pad: Path, fout: OSError | ValueError) -> NoReturn:
    if isinstance(fout, ValueError):
        raise InvoerFout("De naam van het bestand bevat een teken dat niet mag.") from fout
    if isinstance(fout, FileNotFoundError | NotADirectoryError):
        raise OmgevingFout(f"{pad} is er niet.") from fout
    if isinstance(fout, PermissionError):
        raise OmgevingFout(f"{pad} mag niet gelezen worden: u hebt er geen rechten voor.") from fout
    raise OmgevingFout(f"{pad} kon niet gelezen worden (systeemfout {fout.errno}).") from fout


def _meld_schrijffout(pad: Path, fout: OSError | ValueError) -> NoReturn:
    if isinstance(fout, ValueError):
        raise InvoerFout("De naam van het bestand bevat een teken dat niet mag.") from fout
    if isinstance(fout, FileNotFoundError | NotADirectoryError):
        raise OmgevingFout(f"De map {pad.parent} is er niet; er is niets geschreven.") from fout
    if isinstance(fout, PermissionError) or fout.errno == errno.EROFS:
        raise OmgevingFout(f"In de map {pad.parent} mag u niet schrijven; er is niets geschreven.") from fout
    if fout.errno in _VOL:
        raise OmgevingFout(f"De schijf is vol; {pad} is niet geschreven.") from fout
    raise OmgevingFout(f"{pad} kon niet geschreven worden (systeemfout {fout.errno}).") from fout
