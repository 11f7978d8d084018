"""The embedded PostgreSQL and Valkey: two starts, kills, leftovers, rights. Each in a folder of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg2
import pytest
import redis

from amo import embedded
from amo.embedded import EmbeddedError, start_postgres, start_valkey
from amo.processes import wait_until
from tests.infra.helpers import ROOT, clean_environment, processes_in

pytestmark = pytest.mark.infra


def ask(dsn: str, statement: str) -> list[tuple]:
    """Run one statement in a transaction of its own."""
    connection = psycopg2.connect(dsn)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def killed_start(var: Path, then: str) -> None:
    """Start both services in a process of its own, do `then`, and kill that process at once."""
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from amo.embedded import start_postgres, start_valkey\n"
        "import psycopg2, redis\n"
        "var = Path(sys.argv[1]); pg = start_postgres(var, durable=False); vk = start_valkey(var)\n"
        f"{then}\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(var)], cwd=ROOT, env=clean_environment())
    assert done.returncode == -signal.SIGKILL


def test_second_start_finds_the_data(tmp_path):
    with start_postgres(tmp_path, durable=False) as first:
        ask(first.dsn_owner, "CREATE TABLE kept AS SELECT 42 AS answer")
    assert not processes_in(tmp_path)
    with start_postgres(tmp_path, durable=False) as second:
        assert ask(second.dsn_owner, "SELECT answer FROM kept") == [(42,)]


def test_servers_die_with_a_killed_parent_and_the_next_start_finds_the_data(tmp_path):
    killed_start(
        tmp_path,
        "c = psycopg2.connect(pg.dsn_owner); c.cursor().execute('CREATE TABLE kept AS SELECT 7 AS n'); c.commit()\n"
        "redis.Redis.from_url(vk.url).rpush('celery', 'job')",
    )
    assert wait_until(lambda: not processes_in(tmp_path), 20)
    with start_postgres(tmp_path, durable=False) as again, start_valkey(tmp_path) as broker:
        assert ask(again.dsn_owner, "SELECT n FROM kept") == [(7,)]
        assert redis.Redis.from_url(broker.url).lrange("celery", 0, -1) == [b"job"]


def test_a_killed_broker_loses_no_queued_job(tmp_path):
    with start_valkey(tmp_path) as broker:
        redis.Redis.from_url(broker.url).rpush("celery", "one", "two")
        broker.process.kill()
        broker.process.wait()
    with start_valkey(tmp_path) as broker:
        assert redis.Redis.from_url(broker.url).lrange("celery", 0, -1) == [b"one", b"two"]


def test_a_pid_file_that_names_a_living_stranger_is_removed(tmp_path):
    start_postgres(tmp_path, durable=False).stop()
    stranger = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    (tmp_path / "pg" / "postmaster.pid").write_text(f"{stranger.pid}\n{tmp_path}/pg\n")
    with start_postgres(tmp_path, durable=False) as server:
        assert ask(server.dsn_app, "SELECT 1") == [(1,)]
        assert stranger.poll() is None
    stranger.communicate(b"\n")
    assert stranger.returncode == 0


def test_a_server_without_a_parent_is_stopped_first(tmp_path):
    server = start_postgres(tmp_path, durable=False)
    server._lock.close()  # as when its supervisor has been killed and the kernel told nobody
    with start_postgres(tmp_path, durable=False) as second:
        assert server.process.wait() == 0
        assert ask(second.dsn_app, "SELECT 1") == [(1,)]


def test_a_killed_postmaster_blocks_nothing(tmp_path):
    server = start_postgres(tmp_path, durable=False)
    server.process.kill()
    server.stop()
    with start_postgres(tmp_path, durable=False) as second:
        assert ask(second.dsn_app, "SELECT 1") == [(1,)]


def test_half_an_initdb_is_thrown_away(tmp_path):
    (tmp_path / "pg.new" / "base").mkdir(parents=True)
    with start_postgres(tmp_path, durable=False) as server:
        assert ask(server.dsn_app, "SELECT 1") == [(1,)]


def test_one_data_folder_serves_one_at_a_time(tmp_path):
    with (
        start_postgres(tmp_path, durable=False),
        pytest.raises(EmbeddedError, match="kjører allerede med datamappen"),
    ):
        start_postgres(tmp_path)


def test_a_long_path_gets_a_short_socket(tmp_path):
    deep = tmp_path / ("dyp-" * 20) / ("dypere-" * 10)
    with start_postgres(deep, durable=False) as server, start_valkey(deep) as broker:
        sockets = embedded.socket_folder(deep)
        assert len(os.fsencode(sockets)) <= embedded.LONGEST_SOCKET_FOLDER
        assert ask(server.dsn_app, "SELECT 1") == [(1,)]
        assert embedded.answers(broker.url)
    assert not sockets.exists()


def test_cluster_and_roles(tmp_path):
    with start_postgres(tmp_path, durable=False) as server:
        assert ask(
            server.dsn_app,
            "SELECT pg_encoding_to_char(encoding), datlocprovider::text, datlocale FROM pg_database"
            " WHERE datname = current_database()",
        ) == [("UTF8", "b", "C.UTF-8")]
        roles = "SELECT rolname, rolsuper, rolcreatedb FROM pg_roles WHERE rolname LIKE 'kurslop%' ORDER BY 1"
        assert ask(server.dsn_app, roles) == [("kurslop_app", False, False), ("kurslop_owner", False, True)]
        for extension in ("btree_gist", "pg_trgm", "unaccent"):
            ask(server.dsn_owner, f"CREATE EXTENSION {extension}")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(server.dsn_app, "CREATE TABLE mine (id int)")
        assert ask(server.dsn_app, "SHOW listen_addresses") == [("",)]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(EmbeddedError, match="Får ikke skrevet i datamappen"):
        start_postgres(tmp_path / "file" / "var")


@pytest.mark.skipif(os.geteuid() != 0, reason="the ordinary user is the one who runs the tests")
def test_root_can_start_it_for_an_ordinary_user_too(request):
    """The same as the other tests, as nobody: PostgreSQL runs without a namespace."""
    home = tempfile.mkdtemp()
    request.addfinalizer(lambda: shutil.rmtree(home))
    os.chown(home, 65534, 65534)
    program = "import sys; from pathlib import Path; from amo.embedded import start_postgres\n"
    program += "with start_postgres(Path(sys.argv[1])) as pg: print(pg.dsn_app)"
    try:
        done = subprocess.run(
            [sys.executable, "-c", program, home],
            cwd=ROOT,
            env=clean_environment(HOME=home),
            user=65534,
            group=65534,
            extra_groups=[],
            capture_output=True,
            text=True,
        )
    except PermissionError:
        pytest.skip("this Python lies in a folder of root's")
    assert done.stdout.startswith("postgres://kurslop_app@/kurslop"), done.stderr
