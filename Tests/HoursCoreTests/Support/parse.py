# Reads messages strictly: a JSON object a line with "text"; answers what it found, an object a line, or why it is no message.
import email
import email.message
import json
import sys
from email import policy
from email.header import decode_header, make_header

HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]


def mailbox(message, name):
    (address,) = message[name].addresses
    display_name = address.display_name
    # The strict parser keeps the blank between two encoded-words, against RFC 2047, 6.2 (python/cpython#92081).
    (raw,) = [value for key, value in message.raw_items() if key == name]
    if "=?" in raw:
        phrase = raw.rsplit("<", 1)[0].strip()
        display_name = str(make_header(decode_header(phrase)))
    return {"name": display_name, "address": address.addr_spec}


def found(text):
    data = text.encode("ascii")
    head, body = data.split(b"\n\n", 1)
    for line in data.split(b"\n"):
        assert len(line) <= 998, line
        assert line != b"." and not line.startswith(b"From "), line
        assert all(byte == 9 or 32 <= byte < 127 for byte in line), line
    for line in head.split(b"\n"):
        assert line.strip() and len(line) <= (76 if b"=?" in line else 78), line
    for line in body.split(b"\n"):
        assert line == line.rstrip(), line

    message = email.message_from_bytes(data.replace(b"\n", b"\r\n"), policy=policy.strict)
    assert isinstance(message, email.message.EmailMessage)
    # The policy raises what the message as a whole has wrong; fields keep theirs.
    for name, value in message.items():
        assert not value.defects, (name, value.defects)
    threading = ["In-Reply-To", "References"] if "In-Reply-To" in message else []
    assert sorted(message.keys()) == sorted(HEADERS + threading), message.keys()
    longest = 78 if message["Content-Transfer-Encoding"] == "7bit" else 76
    assert all(len(line) <= longest for line in body.split(b"\n"))
    assert message["MIME-Version"] == "1.0" and message.get_content_type() == "text/plain"
    return {
        "from": mailbox(message, "From"),
        "to": mailbox(message, "To"),
        "subject": str(message["Subject"]),
        "date": message["Date"].datetime.isoformat(),
        "message_id": str(message["Message-ID"]),
        "in_reply_to": str(message["In-Reply-To"]) if threading else "",
        "references": str(message["References"]) if threading else "",
        "charset": message.get_content_charset(),
        "encoding": str(message["Content-Transfer-Encoding"]),
        "body": message.get_content().replace("\r\n", "\n"),
    }


def answer(text):
    try:
        return found(text)
    except Exception as error:  # whatever it is, the test shows it
        return {"wrong": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line)["text"])), flush=True)
