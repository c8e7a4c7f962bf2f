# A strict SMTP server that makes one kind of trouble. Prints its port, then a JSON object for each thing that happens; ends
# with its standard input.
#
#     sink.py accept|refuse|temp|slow|drop [PORT]
#
# accept takes everything; refuse answers 550 to the receiver, temp 451; slow never answers the end of the message, which
# it has then taken all the same; drop hangs up in the middle of it.
import asyncio
import json
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "HoursCoreTests/Support"))
import parse

mode = sys.argv[1]


def say(**event):
    print(json.dumps(event), flush=True)


class Session:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.sender, self.receivers = None, []

    async def answer(self, line):
        self.writer.write(line.encode() + b"\r\n")
        await self.writer.drain()

    async def line(self):
        line = await self.reader.readuntil(b"\n")
        # RFC 5321, 2.3.8 and 4.5.3.1.
        if not line.endswith(b"\r\n") or b"\r" in line[:-2] or len(line) > 1000:
            say(wrong=repr(line))
        return line[:-2]

    async def message(self):
        lines: list[str] = []
        while (line := await self.line()) != b".":
            if mode == "drop" and len(lines) == 3:
                say(dropped=True)
                return None
            if line.startswith(b"."):
                line = line[1:]
                if not line.startswith(b"."):
                    say(wrong="a dot that was not doubled: " + repr(line))
            lines.append(line.decode("ascii"))
        return "\n".join(lines) + "\n"

    async def serve(self):
        await self.answer("220 sink.example ESMTP")
        while True:
            line = (await self.line()).decode("ascii")
            verb = line.split(" ")[0].upper()
            if verb in ("EHLO", "HELO"):
                await self.answer("250 sink.example")
            elif verb == "MAIL":
                self.sender = line
                await self.answer("250 ok")
            elif verb == "RCPT":
                say(asked=True)
                if mode == "refuse":
                    await self.answer("550 5.1.1 nobody of that name here")
                elif mode == "temp":
                    await self.answer("451 4.7.1 come back later")
                else:
                    self.receivers.append(line)
                    await self.answer("250 ok")
            elif verb == "DATA":
                await self.answer("354 go on")
                text = await self.message()
                if text is None:
                    return
                say(sender=self.sender, receivers=self.receivers, message=parse.answer(text))
                if mode == "slow":
                    await self.reader.read()
                    return
                await self.answer("250 taken")
            elif verb == "QUIT":
                await self.answer("221 bye")
                return
            else:
                await self.answer("500 what?")


async def serve(reader, writer):
    try:
        await Session(reader, writer).serve()
    except (asyncio.IncompleteReadError, ConnectionError):
        say(left=True)
    finally:
        writer.close()


async def main():
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    server = await asyncio.start_server(serve, "127.0.0.1", port, limit=1 << 20)
    say(port=server.sockets[0].getsockname()[1])
    # Whoever started this holds the other end.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
