"""Child processes that never outlive their parent, and looking at other processes through /proc.

Standard library only. Outside Linux the parent's death is not noticed; all else works.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PR_SET_PDEATHSIG = 1
CLONE_NEWUSER = 0x10000000
STOP_SECONDS = 20

libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(how: int, of: int | None = None) -> Callable[[], None]:
    """A `preexec_fn`: the kernel sends `how` to the new process when its parent is gone.

    `of` is the parent's number where the process asks for itself.
    """
    parent = of or os.getpid()

    def ask() -> None:
        if libc:
            libc.prctl(PR_SET_PDEATHSIG, how, 0, 0, 0)
        if os.getppid() != parent:  # it died between the fork and the request
            os._exit(1)

    return ask


def process_folder(pid: int) -> str:
    """Working folder of a process, or "" when it is gone or not ours to look at."""
    try:
        return os.readlink(f"/proc/{pid}/cwd")
    except OSError:
        return ""


def process_words(pid: int) -> list[str]:
    """Command line of a process, or [] when it is gone or a zombie."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return []


def all_pids() -> list[int]:
    """Every process that /proc shows."""
    return [int(name) for name in os.listdir("/proc") if name.isdigit()] if os.path.isdir("/proc") else []


def wait_until(holds: Callable[[], bool], seconds: float) -> bool:
    """Ask `holds` ten times a second; False when it never did within `seconds`."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def signal_pid(pid: int, how: int) -> None:
    """Send a signal; a process that is gone already is fine."""
    try:
        os.kill(pid, how)
    except (ProcessLookupError, PermissionError):
        pass


def stop_child(child: subprocess.Popen, how: int, seconds: float = STOP_SECONDS) -> None:
    """Ask a child to stop, wait, and kill it when it does not."""
    if child.poll() is None:
        child.send_signal(how)
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()


def last_words(log: Path, lines: int = 3) -> str:
    """The end of a log file, for a sentence about what went wrong."""
    try:
        return " ".join(log.read_text(errors="replace").strip().splitlines()[-lines:])
    except OSError:
        return ""
