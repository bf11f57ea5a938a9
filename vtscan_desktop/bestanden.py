"""Files read with a limit, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from vtscan_desktop.domain.errors import BestaatAl, InvoerFout, OmgevingFout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEGABYTE = 1_000_000
"""Bytes in a megabyte, as the user reads sizes."""

_NAAM = 40
"""So many characters of a file's name are in the name of what is written beside it."""
_REST = re.compile(r"\..*\.[0-9a-f]{12}\.deel(-tussen)?(-wal|-shm|-journal)?", re.DOTALL)
"""What is written beside a file, and what SQLite puts beside that."""
_WERKMAP = "vtscan-werk-"
_OUD_S = 3600.0
"""Seconds after which what is half-written belongs to no one: nothing takes so long."""
_VOL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GEEN_HARDE_LINK = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}


def lees_begrensd(pad: Path, maximum_bytes: int) -> bytes:
    """The content of a regular file of at most `maximum_bytes` bytes.

    Raises InvoerFout for a directory, a device or a file that is too large, OmgevingFout when the file is missing
    or may not be read. A file that is too large is not read.
    """
    eis_bestand(pad, maximum_bytes)
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(maximum_bytes + 1)
    except (OSError, ValueError) as fout:
        _meld_leesfout(pad, fout)
    if len(inhoud) > maximum_bytes:
        _meld_te_groot(pad, len(inhoud), maximum_bytes)
    return inhoud


def eis_bestand(pad: Path, maximum_bytes: int) -> None:
    """Raise as `lees_begrensd` for what is no regular file or too large; what may not be read shows when it is."""
    try:
        # Looked at before it is opened: opening a pipe waits for a writer, and Windows can't open a folder at all.
        soort = pad.stat()
    except (OSError, ValueError) as fout:
        _meld_leesfout(pad, fout)
    if stat.S_ISDIR(soort.st_mode):
        raise InvoerFout(f"{pad} is een map, geen bestand.")
    if not stat.S_ISREG(soort.st_mode):
        raise InvoerFout(f"{pad} is geen gewoon bestand.")
    if soort.st_size > maximum_bytes:
        _meld_te_groot(pad, soort.st_size, maximum_bytes)


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
    target is as it was and nothing lies beside it; what a program that was killed left there goes too.
    """
    ruim_resten(pad.parent)
    naast = pad.parent / f".{pad.name[:_NAAM]}.{os.urandom(6).hex()}.deel"
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


def eis_ander_bestand(doel: Path, bron: Path, wat: str) -> None:
    """Raise InvoerFout when `doel` is the file that it is made from (`wat`, in Dutch): it would be lost in writing."""
    try:
        zelfde = doel.exists() and bron.exists() and doel.samefile(bron)
    except OSError:
        return  # may not be looked at: reading or writing it says so
    if zelfde:
        raise InvoerFout(f"{doel} is {wat} zelf en is niet overschreven; geef een andere naam.")


def vrij_pad(pad: Path) -> Path:
    """This path, or with " (2)", " (3)" … in its name the first at which there is nothing yet."""
    namen = (pad.with_stem(f"{pad.stem} ({nr})") if nr > 1 else pad for nr in count(1))
    return next(vrij for vrij in namen if not vrij.exists())


def kopieer(bron: Path) -> Callable[[Path], None]:
    """What writes a copy of a file, part by part, for `schrijf_veilig`; OmgevingFout when `bron` can't be read."""

    def schrijf(doel: Path) -> None:
        try:
            lezer = bron.open("rb")
        except OSError as fout:
            _meld_leesfout(bron, fout)
        with lezer, doel.open("wb") as schrijver:
            while deel := lezer.read(MEGABYTE):
                schrijver.write(deel)

    return schrijf


@contextmanager
def werkmap() -> Iterator[Path]:
    """A folder of this computer's own for what must not stay (always encrypted); gone again however it ends.

    What a program that was killed left there goes with the next.
    """
    import tempfile  # 10 ms, and not before there is something to copy

    _ruim_werkmappen(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_WERKMAP, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def ruim_resten(folder: Path, stam: str = "", ouder_dan: float = _OUD_S) -> None:
    """Remove what was half-written beside files in a folder by a program that was killed; never raises.

    Only files with a form of name that nothing else gives, not changed for `ouder_dan` seconds, and that no other
    process has locked. With `stam` only those beside a file whose name begins so.
    """
    try:
        resten = [
            pad for pad in folder.iterdir() if _REST.fullmatch(pad.name) and pad.name[1:].startswith(stam[:_NAAM])
        ]
    except (OSError, ValueError):
        return  # no such folder, or it may not be read: what is asked of it next says so
    for pad in resten:
        with suppress(OSError):
            if pad.is_file() and time.time() - pad.stat().st_mtime >= ouder_dan and _is_vrij(pad):
                pad.unlink()


def _ruim_werkmappen(boven: Path) -> None:
    import shutil

    for folder in boven.glob(f"{_WERKMAP}*"):
        with suppress(OSError):
            gegevens = folder.lstat()
            eigen = stat.S_ISDIR(gegevens.st_mode) and (os.name == "nt" or gegevens.st_uid == os.getuid())
            if eigen and time.time() - gegevens.st_mtime >= _OUD_S:
                shutil.rmtree(folder, ignore_errors=True)


def _is_vrij(pad: Path) -> bool:
    """Whether no other process has locked it; on Windows what is open can't be removed anyway."""
    if os.name == "nt":
        return True
    import fcntl

    nummer = os.open(pad, os.O_RDWR)
    try:
        fcntl.lockf(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(nummer)
    return True


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


def _meld_te_groot(pad: Path, grootte: int, maximum_bytes: int) -> NoReturn:
    raise InvoerFout(
        f"{pad} is te groot: {_megabytes(grootte)} MB, en een bestand mag hoogstens "
        f"{_megabytes(maximum_bytes)} MB zijn."
    )


def _megabytes(aantal: int) -> str:
    return f"{aantal / MEGABYTE:.1f}".removesuffix(".0").replace(".", ",")


def _meld_bestaat(pad: Path) -> NoReturn:
    raise BestaatAl(f"{pad} bestaat al en is niet overschreven.") from None


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
