"""Runs a command under watch: it and all that it starts are stopped when they take too long or too much."""
import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

PAGE, TICKS = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")
# Of output and of errors that are kept; a run that writes more is stopped.
MOST_OUTPUT = 200_000_000
# Where others work on the machine, a run waits for the processor; one that has waited this many times its limit is stopped all the same.
PATIENCE = 10


class Watched:
    """A run to its end. `killed` says why it was stopped, if it was; `megabytes` is the most resident memory of all its processes together, as
    seen now and then, or of the largest, whichever is more."""

    def __init__(self, command, folder, most_seconds, most_megabytes, look=None):
        """`look`, where it is given, is called now and then with the session's number (the program's own), its processes, and the errors so far."""
        self.killed, self.megabytes = "", 0.0
        start = time.perf_counter()
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, start_new_session=True)
            done = threading.Event()
            watcher = threading.Thread(target=self._watch, args=(child.pid, done, most_seconds, most_megabytes, output, errors, look))
            watcher.start()
            _, status, usage = os.wait4(child.pid, 0)
            done.set()
            watcher.join()
            child.returncode = self.code = os.waitstatus_to_exitcode(status)
            self.seconds = time.perf_counter() - start
            self.cpu = usage.ru_utime + usage.ru_stime
            self.megabytes = max(self.megabytes, usage.ru_maxrss / 1024)
            self.output, self.errors = (self._text(file) for file in (output, errors))
        left = processes(child.pid)
        # What the system ends with the program may need a moment to give back its memory.
        deadline = time.monotonic() + 2
        while left and time.monotonic() < deadline:
            time.sleep(0.05)
            left = processes(child.pid)
        if left and not self.killed:
            self.killed = f"leaves {len(left)} processes behind"
        stop(left)

    def _watch(self, session, done, most_seconds, most_megabytes, output, errors, look):
        start = time.perf_counter()
        while not done.wait(0.05):
            running = processes(session)
            now = sum(process.megabytes for process in running)
            self.megabytes = max(self.megabytes, now)
            if look and running:
                look(session, running, os.pread(errors.fileno(), MOST_OUTPUT, 0))
            if now > most_megabytes:
                self.killed = f"grew past {most_megabytes} MB"
            elif sum(process.seconds for process in running) > most_seconds or time.perf_counter() - start > PATIENCE * most_seconds:
                self.killed = f"took more than {most_seconds} s"
            elif os.fstat(output.fileno()).st_size > MOST_OUTPUT:
                self.killed = f"wrote more than {MOST_OUTPUT // 1_000_000} MB"
            if self.killed:
                return stop(running)

    @staticmethod
    def _text(file):
        file.seek(0)
        return file.read(MOST_OUTPUT).decode("utf-8", errors="replace")


@dataclass(frozen=True)
class Process:
    number: int
    # Of the processor, its own and its dead children's.
    seconds: float
    # Resident.
    megabytes: float

    @property
    def peak_megabytes(self):
        """The most that has been resident (VmHWM of proc_pid_status(5)); 0 where the process is gone."""
        try:
            status = Path(f"/proc/{self.number}/status").read_text()
        except OSError:
            return 0
        return sum(int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmHWM"))


def processes(session):
    """The processes of a session: what a command has started, unless it made a session of its own."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            # From the state on (proc_pid_stat(5)); the name before it may hold spaces and brackets.
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(Process(int(entry.name), sum(map(int, fields[11:15])) / TICKS, int(fields[21]) * PAGE / 1e6))
    return found


def stop(running):
    for process in running:
        try:
            os.kill(process.number, signal.SIGKILL)
        except ProcessLookupError:
            pass
