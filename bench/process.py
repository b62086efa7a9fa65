"""One finished process: what it cost."""
import os
import subprocess
import sys
import time


class Run:
    """Seconds of processor, seconds on the clock, peak memory in MB. Exit codes other than those named end the program."""

    def __init__(self, command, environment=None, folder=None, good=(0, 1)):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, cwd=folder)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.clock = time.perf_counter() - start
        self.processor = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        # 1 is "findings were reported".
        if os.waitstatus_to_exitcode(status) not in good:
            sys.exit(f"bench: {command[0]} failed: {errors.decode(errors='replace')[:500]}")
