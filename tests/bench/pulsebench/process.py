"""Measures a process as a whole: from before it starts until it is gone."""

import os
import subprocess
import threading
import time

from pulsebench import machine

SAMPLE_SECONDS = 0.25


def run(command, server, env=None, sample=False):
    """Wall, CPU and peak memory of a command, PostgreSQL's CPU meanwhile, and everybody else's."""
    server_before, busy_before, load = machine.tree_cpu(server.pid), machine.busy(), os.getloadavg()[0]
    began, began_at = time.perf_counter(), time.time()
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    samples, threads = _sampled(process.pid, began) if sample else ([], {})
    errors = []
    drain = threading.Thread(target=lambda: errors.append(process.stderr.read()))
    drain.start()
    output = process.stdout.read()
    drain.join()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    client = used.ru_utime + used.ru_stime
    database = machine.tree_cpu(server.pid) - server_before
    return {
        "exit": process.returncode,
        "began_at": began_at,
        "wall": round(wall, 3),
        "cpu": round(client, 2),
        "server_cpu": round(database, 2),
        "others_cpu": round(max(0, machine.busy() - busy_before - client - database), 2),
        "rss_mib": used.ru_maxrss // 1024,
        "load": round(load, 2),
        "samples": samples,
        "threads": machine.by_kind(threads.values()),
        "output": output,
        "errors": errors[0],
    }


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
