# A program with a terminal of its own, and somebody who types: typist.py KEYS PROGRAM ARGUMENT... presses the next of the
# keys whenever the program waits behind a choice. Its exit status is that of the program.
import os
import pty
import sys

keys = list(sys.argv[1].encode())
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
seen = b""
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    seen += piece
    if seen.endswith(b"[l]ater  ") and keys:
        os.write(terminal, bytes([keys.pop(0)]))
sys.stdout.buffer.write(seen.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
