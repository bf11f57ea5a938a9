"""Whether a folder is a place where a database does not belong: one that is synchronised, or on a network."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_DIENSTEN = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "surfdrive": "SURFdrive",
    "stack": "STACK",
    "box sync": "Box",
}
"""Names of folders, as the programs that synchronise them make them, in small letters."""
_MERKEN = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
"""Files that these programs leave in the folder at the top."""
_NETWERK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "davfs", "ceph", "glusterfs"}
_FUSE_NETWERK = ("sshfs", "rclone", "gvfsd", "davfs", "s3fs", "google-drive", "onedrive", "kio-fuse")
_NETWERKSCHIJF = 4  # what GetDriveTypeW of Windows gives for it
_SYNC = (
    "Deze map wordt gelijkgehouden met {dienst}. Zo'n programma kan de database midden in het bewaren kopiëren en "
    "beschadigen; kies liever een gewone map op deze computer."
)
_NET = (
    "Deze map staat op een netwerk. Valt de verbinding weg tijdens het bewaren, dan kan tekst verloren gaan; kies "
    "liever een map op deze computer."
)


def waarschuwing(folder: Path, koppelingen: Path = Path("/proc/mounts")) -> str:
    """One or two Dutch sentences on why a database should not lie in a folder; "" when nothing is known against it.

    `koppelingen` is the system's list of file systems, where there is one. Only looks, never writes.
    """
    volledig = folder.absolute()
    if dienst := _dienst(volledig):
        return _SYNC.format(dienst=dienst).replace("'", "’")
    return _NET if _op_netwerk(volledig, koppelingen) else ""


def _dienst(folder: Path) -> str:
    for deel in (folder, *folder.parents):
        naam = deel.name.casefold()
        for begin, dienst in _DIENSTEN.items():
            # "OneDrive - Gemeente Zwolle", "Nextcloud2"; but no folder that only begins with the same letters
            if naam.startswith(begin) and re.fullmatch(rf"{re.escape(begin)}(\d*|[ _(-]+.*)", naam):
                return dienst
        for merk, dienst in _MERKEN.items():
            if os.path.exists(os.path.join(deel, merk)):  # noqa: PTH110, PTH118  # a Path takes longer
                return dienst
    return ""


def _op_netwerk(folder: Path, koppelingen: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == _NETWERKSCHIJF)
    soort = _bestandssysteem(folder, koppelingen)
    return soort in _NETWERK or (soort.startswith("fuse.") and soort.removeprefix("fuse.").startswith(_FUSE_NETWERK))


def _bestandssysteem(folder: Path, koppelingen: Path) -> str:
    """The kind of file system a folder lies on, "" when the system doesn't tell."""
    try:
        regels = koppelingen.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    beste, soort = -1, ""
    for regel in regels:
        delen = regel.split()
        if len(delen) < 3:
            continue
        punt = delen[1]
        if "\\" in punt:  # spaces and the like are written as octal numbers
            punt = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), punt)
        if f"{folder}/".startswith(f"{punt.rstrip('/')}/") and len(punt) >= beste:
            beste, soort = len(punt), delen[2]
    return soort
