"""Measures a process as a whole: from before it starts until it is gone."""

import os
import subprocess
import tempfile
import threading
import time

from pulsebench import machine

SAMPLE_SECONDS = 0.25


def run(command, server, env=None, sample=False):
    """Wall, CPU and peak memory of a command, PostgreSQL's CPU meanwhile, and everybody else's."""
    before, load = Used(server), os.getloadavg()[0]
    began, began_at = time.perf_counter(), time.time()
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    samples, threads = _sampled(process.pid, began) if sample else ([], {})
    errors = []
    drain = threading.Thread(target=lambda: errors.append(process.stderr.read()))
    drain.start()
    try:
        output = process.stdout.read()
    except BaseException:
        process.kill()  # nobody would else end it
        raise
    drain.join()
    measured = _ended(process, began, before)
    return {
        **measured,
        "began_at": began_at,
        "load": round(load, 2),
        "samples": samples,
        "threads": machine.by_kind(threads.values()),
        "output": output,
        "errors": errors[0],
    }


class Used:
    """What servers and everybody have used of the processors until now."""

    def __init__(self, server):
        self.server = server
        self.database = machine.tree_cpu(server.pid)
        self.company = sum(machine.tree_cpu(pid) for pid in server.company)
        self.busy = machine.busy()

    def since(self, before):
        return (
            self.database - before.database,
            self.company - before.company,
            self.busy - before.busy,
        )


def _ended(process, began, before):
    """Waits for the end of a process; what it and the others used."""
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    client = used.ru_utime + used.ru_stime
    database, company, busy = Used(before.server).since(before)
    return {
        "exit": process.returncode,
        "wall": round(wall, 3),
        "cpu": round(client, 2),
        "server_cpu": round(database, 2),
        "broker_cpu": round(company, 2),
        "others_cpu": round(max(0, busy - client - database - company), 2),
        "rss_mib": used.ru_maxrss // 1024,
    }


class Running:
    """A process that is there for as long as its block, and gone after it."""

    def __init__(self, command, server, env=None):
        self.before = Used(server)
        self.began = time.perf_counter()
        self.told = tempfile.TemporaryFile("w+", encoding="utf-8")
        self.process = subprocess.Popen(command, env=env, stdout=self.told, stderr=self.told)

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        if not self.ended():
            self.process.kill()
            self.process.wait()
        self.told.close()

    @property
    def pid(self):
        return self.process.pid

    def ended(self):
        return self.process.poll() is not None

    def output(self):
        self.told.seek(0)
        return self.told.read()

    def stop(self, how):
        """Ends it by a signal, and tells what it used."""
        self.process.send_signal(how)
        return _ended(self.process, self.began, self.before)


def _sampled(pid, began):
    """Resident memory over time, and each thread's CPU; both fill until the process is gone."""
    samples, threads = [], {}

    def look():
        while True:
            try:
                with open(f"/proc/{pid}/statm", encoding="utf-8") as file:
                    pages = int(file.read().split()[1])
            except (OSError, IndexError):
                return
            if pages == 0:
                return
            mib = pages * os.sysconf("SC_PAGE_SIZE") // 2**20
            samples.append((round(time.perf_counter() - began, 2), mib))
            threads.update(machine.threads(pid))
            time.sleep(SAMPLE_SECONDS)

    threading.Thread(target=look, daemon=True).start()
    return samples, threads
