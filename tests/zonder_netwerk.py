"""Runs a command that may open no socket but a local one: `python -m tests.zonder_netwerk COMMAND [ARGUMENT…]`.

The kernel itself stops the command (signal SIGSYS) at the first socket of any other kind, whoever opens it: Python, Qt
or a library below them. Local sockets (AF_UNIX) stay allowed: the screen, the system's bus and the program's own
second window go by them, and they reach no other computer. Linux only.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys

SYS_SOCKET = {"x86_64": 41, "aarch64": 198}
"""The number of the call `socket` by kind of processor."""
_AF_UNIX = 1
_NR, _ARG0 = 0, 16  # where these lie in the kernel's struct seccomp_data
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL_PROCESS = 0x7FFF0000, 0x80000000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def forbid() -> None:
    """Forbid this process, and all that it starts, sockets that are not local. Raises OSError where that can't be."""
    steps = (
        (_LOAD, 0, 0, _NR),
        (_JUMP_IF_EQUAL, 0, 3, SYS_SOCKET[platform.machine()]),
        (_LOAD, 0, 0, _ARG0),
        (_JUMP_IF_EQUAL, 1, 0, _AF_UNIX),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in ((_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (_PR_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)):
        if libc.prctl(*call):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))


if __name__ == "__main__":
    forbid()
    os.execvp(sys.argv[1], sys.argv[1:])
