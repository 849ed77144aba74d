"""Real workers, a real scheduler and a real broker for tests that kill them."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import redis
from django.db import connection

from portal.embedded.children import spawn, tail
from portal.embedded.valkey import Broker
from portal.env import BASE_DIR
from portal.jobs.models import Job

PATIENCE = 120.0


@dataclass
class Yard:
    """Processes that share one broker, the test's database and one store; ``home`` takes their logs."""

    home: Path
    broker: Broker
    env: Mapping[str, str] = field(default_factory=dict)
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _beat: subprocess.Popen[bytes] | None = None

    @property
    def store(self) -> Path:
        """Where its workers keep what they have made."""
        return Path(self.env["DOCUMENT_STORE"])

    def worker(self, queues: str = "interactive,bulk", **env: str) -> subprocess.Popen[bytes]:
        """Starts a worker with one process and waits until it answers to the broker."""
        name = f"worker-{len(self.workers)}"
        options = ("--concurrency=1", f"--queues={queues}", f"--hostname={name}@test", "--without-gossip")
        worker = self._start(name, "worker", *options, "--without-mingle", "--loglevel=INFO", **env)
        self.workers.append(worker)
        log = self._log(name)
        until(lambda: worker.poll() is not None or " ready." in log.read_text(encoding="utf-8"), "the worker is ready")
        assert worker.poll() is None, tail(log, 40)
        return worker

    def at_work(self) -> subprocess.Popen[bytes]:
        """A worker that takes everything: one that lives, else a new one."""
        return next((worker for worker in self.workers if worker.poll() is None), None) or self.worker()

    def scheduler(self) -> None:
        """Starts the scheduler that sweeps, or lets it go on."""
        if self._beat is None:
            options = (f"--schedule={self.home / 'schedule'}", "--pidfile=", "--max-interval=1", "--loglevel=INFO")
            self._beat = self._start("beat", "beat", *options)
        self._beat.send_signal(signal.SIGCONT)

    def hold(self) -> None:
        """Holds the scheduler, if there is one."""
        if self._beat:
            self._beat.send_signal(signal.SIGSTOP)

    def rest(self) -> None:
        """Holds the scheduler and waits until the workers, none of which was ended, have nothing left to do."""
        self.hold()
        with redis.Redis.from_url(self.broker.url()) as client:
            until(lambda: not client.exists("interactive", "bulk", "unacked"), "all messages are dealt with")

    def clear(self) -> None:
        """Empties the store."""
        shutil.rmtree(self.store, ignore_errors=True)

    def flush(self) -> None:
        """Makes the broker forget everything."""
        with redis.Redis.from_url(self.broker.url()) as client:
            client.flushall()

    def put(self, *messages: bytes, queue: str = "interactive") -> None:
        """Lays bytes into a queue as they are."""
        with redis.Redis.from_url(self.broker.url()) as client:
            client.lpush(queue, *messages)

    def waiting(self, queue: str = "interactive") -> int:
        """How many messages the broker holds for a queue."""
        with redis.Redis.from_url(self.broker.url(), decode_responses=True) as client:
            return int(client.llen(queue))

    def dismiss(self) -> None:
        """Kills all workers."""
        for worker in self.workers:
            kill(worker)

    def close(self) -> None:
        """Kills what still runs."""
        self.dismiss()
        if self._beat:
            kill(self._beat)

    def _start(self, name: str, *arguments: str, **env: str) -> subprocess.Popen[bytes]:
        command = (sys.executable, "-m", "celery", "--app=portal", *arguments)
        return spawn(command, env={**os.environ, **self.environment(), **env}, cwd=BASE_DIR, log=self._log(name))

    def _log(self, name: str) -> Path:
        return self.home / f"{name}.log"

    def environment(self) -> dict[str, str]:
        """What a process needs to share the yard, beside the environment of the tests."""
        database, _, _ = os.environ["DATABASE_URL"].rpartition("/")
        return {
            "DJANGO_SETTINGS_MODULE": "tests.portal.jobs.worker_settings",
            "DATABASE_URL": f"{database}/{connection.settings_dict['NAME']}",
            "REDIS_URL": self.broker.url(),
            "JOB_LEASE": "2",
            "JOB_HEARTBEAT": "0.5",
            "JOB_SWEEP": "1",
            **self.env,
        }


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9 for a process and all its children."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def kill_children(process: subprocess.Popen[bytes]) -> None:
    """kill -9 for the children alone."""
    for child in _children(process):
        os.kill(child, signal.SIGKILL)


def memory_of_children(process: subprocess.Popen[bytes]) -> list[float]:
    """Megabytes of each child: its own, and its part of what it shares with others."""
    sizes = (Path(f"/proc/{child}/smaps_rollup").read_text() for child in _children(process))
    return [int(size.partition("\nPss:")[2].split()[0]) / 1024 for size in sizes]


def processor_of(*processes: subprocess.Popen[bytes]) -> float:
    """Seconds that the children of some processes have worked, in the program and in the kernel for it."""
    stats = (Path(f"/proc/{child}/stat").read_text() for process in processes for child in _children(process))
    ticks = sum(sum(map(int, stat.rpartition(")")[2].split()[11:15])) for stat in stats)
    return ticks / os.sysconf("SC_CLK_TCK")


def _children(process: subprocess.Popen[bytes]) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def until(true: Callable[[], bool], what: str) -> None:
    """Waits until ``true`` holds; fails after two minutes."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, f"not within {PATIENCE} s: {what}"
        time.sleep(0.05)


def state_of(job: Job) -> str:
    """How a job stands now."""
    return Job.objects.values_list("state", flat=True).get(pk=job.pk)


def done(*jobs: Job) -> None:
    """Waits until all jobs have ended well."""
    for job in jobs:
        until(lambda pk=job.pk: Job.objects.get(pk=pk).over, f"{job} is over")  # type: ignore[misc]
        job.refresh_from_db()
        assert (job.state, job.error_detail) == ("done", "")


def files_in(store: Path) -> int:
    """How many papers lie there."""
    return len(list(store.rglob("*.pdf")))
