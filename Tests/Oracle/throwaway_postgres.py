"""A real server of PostgreSQL in a temporary folder, without a port; the folder is its address."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from typing import Optional

BINARIES = "/usr/lib/postgresql/15/bin"
OWNER = "postgres"
_QUIET = ("-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off "
          "-c unix_socket_directories='{}'")


def is_installed() -> bool:
    return os.path.exists(os.path.join(BINARIES, "initdb"))


class Server:
    """A context manager: `with Server() as server`. As root the server runs as its own user."""

    def __enter__(self) -> "Server":
        self.folder = tempfile.mkdtemp(prefix="oracle-pg-")
        if os.getuid() == 0:
            shutil.chown(self.folder, OWNER)
        data = os.path.join(self.folder, "data")
        self._as_owner("initdb", "-D", data, "-U", OWNER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self._as_owner("pg_ctl", "-D", data, "-w", "-s", "-l", os.path.join(self.folder, "log"),
                       "-o", _QUIET.format(self.folder), "start")
        return self

    def __exit__(self, *_: object) -> None:
        self._as_owner("pg_ctl", "-D", os.path.join(self.folder, "data"), "-w", "-s", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _as_owner(self, program: str, *arguments: str) -> None:
        command = [os.path.join(BINARIES, program), *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", OWNER, "--", *command]
        # Not to a pipe: the server that pg_ctl starts would keep it open.
        subprocess.run(command, cwd=self.folder, check=True, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(self, program: str, *arguments: str, zone: Optional[str] = None, output: Optional[str] = None) -> None:
        """A client program; its session has the time zone ``zone``. ``output`` takes what it prints."""
        environment = dict(os.environ, PGHOST=self.folder, PGUSER=OWNER)
        if zone:
            environment["PGTZ"] = zone
        with open(output or os.devnull, "wb") as handle:
            subprocess.run([os.path.join(BINARIES, program), *arguments], env=environment, check=True,
                           stdin=subprocess.DEVNULL, stdout=handle, stderr=subprocess.DEVNULL)

    def make_database(self, name: str, dump: str) -> None:
        """A database from a dump; a key that duplicated ids refuse is not missed."""
        self.run("createdb", name)
        self.run("psql", "-X", "-q", "-d", name, "-f", dump)

    def drop_database(self, name: str) -> None:
        self.run("dropdb", name)

    def address(self, name: str) -> str:
        return f"postgresql:///{name}?host={self.folder}&user={OWNER}"
