"""A client that goes without a word: the server ends by itself, whatever the client left behind."""

import os
import signal
import subprocess
import sys
import time

import pytest

INITIALIZE = '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":%s,"capabilities":{}}}'
OPEN = (
    '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":'
    '{"uri":"file:///desk/a.txt","languageId":"plaintext","version":1,"text":"It rained."}}}'
)


def frame(body: str) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body.encode()), body.encode())


def start(process_id="null", **options) -> subprocess.Popen:
    server = subprocess.Popen(
        [os.environ["BYLINT"], "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )
    server.stdin.write(frame(INITIALIZE % process_id) + frame(OPEN))
    server.stdin.flush()
    assert server.stdout.readline().startswith(b"Content-Length: ")
    return server


@pytest.mark.parametrize("last", [b"", b"Content-Le", b"Content-Length: 400\r\n\r\n{\"jsonrpc\"", frame("{"), frame(OPEN)])
def test_the_input_ends_wherever_it_will(last):
    server = start()
    server.stdin.write(last)
    server.stdin.close()
    assert server.wait(10) == 1  # `exit` without `shutdown`
    assert server.stderr.read() == b""


def test_shutdown_and_exit_are_no_failure():
    server = start()
    server.stdin.write(frame('{"jsonrpc":"2.0","id":2,"method":"shutdown"}') + frame('{"jsonrpc":"2.0","method":"exit"}'))
    server.stdin.flush()
    assert server.wait(10) == 0


def test_nobody_reads_the_answers():
    server = start()
    server.stdout.close()
    deadline = time.monotonic() + 10
    while server.poll() is None and time.monotonic() < deadline:
        try:
            server.stdin.write(frame(OPEN))
            server.stdin.flush()
        except BrokenPipeError:
            break
        time.sleep(0.01)
    assert server.wait(10) == 1


def test_the_client_is_killed_while_somebody_else_holds_the_pipe():
    # The client is a process that only waits; this one keeps the pipe open.
    client = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    server = start(client.pid)
    client.send_signal(signal.SIGKILL)
    client.wait()
    assert server.wait(30) == 1
