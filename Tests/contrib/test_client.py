"""The Python client of contrib/lib against a real daemon."""

from __future__ import annotations

import json
import shutil
import socket
import tempfile
import threading
import unittest

from house import House, wait_for
from hoursd import NoDaemon, Office, Refused, socket_path


class Paths(unittest.TestCase):
    def test_the_socket_is_where_the_protocol_says(self) -> None:
        for environ, path in [
            ({"HOURSD_SOCKET": "/x", "XDG_RUNTIME_DIR": "/run/user/7"}, "/x"),
            ({"XDG_RUNTIME_DIR": "/run/user/7"}, "/run/user/7/hoursd/socket"),
            ({"HOURSD_SOCKET": "", "XDG_RUNTIME_DIR": "/run/user/7"}, "/run/user/7/hoursd/socket"),
        ]:
            self.assertEqual(socket_path(environ), path)


class Client(unittest.TestCase):
    def setUp(self) -> None:
        self.house = House()
        self.addCleanup(self.house.close)
        self.office = self.house.office

    def test_a_question_has_an_answer(self) -> None:
        self.assertEqual(self.office.ask("status")["state"], "open")

    def test_a_key_that_is_a_word_of_python(self) -> None:
        self.assertEqual(self.office.ask("lookup", from_="030 1234567")["caller"]["id"], "acme")

    def test_a_refusal_has_its_code_and_the_way_out(self) -> None:
        with self.assertRaises(Refused) as caught:
            self.office.ask("snooze", id=7, until="tomorrow")
        self.assertEqual(caught.exception.code, "not-found")
        self.assertIn("7", caught.exception.message)

    def test_a_change_with_a_key_is_done_once(self) -> None:
        first = self.office.ask("add", about="invoice", key="k")
        self.assertEqual(self.office.ask("add", about="invoice", key="k"), first)
        self.assertEqual(len(self.office.ask("issues")["issues"]), 1)

    def test_without_a_daemon_it_says_where_it_looked(self) -> None:
        self.house.kill()
        with self.assertRaises(NoDaemon) as caught:
            Office(self.house.socket, patience=0).ask("status")
        self.assertIn(self.house.socket, str(caught.exception))

    def test_a_question_waits_for_a_daemon_that_restarts(self) -> None:
        self.house.kill()
        restart = threading.Timer(0.3, self.house.start)
        restart.start()
        self.assertEqual(self.office.ask("status")["state"], "open")
        restart.join()

    def test_a_watch_goes_on_over_a_killed_daemon_and_repeats_nothing(self) -> None:
        watch = self.house.watch(as_name="test", only="issue")
        first = self.house.owe("one")
        self.assertEqual(wait_for(watch, "issue.queued")["issue"], first)
        self.assertEqual(wait_for(watch, "issue.due")["issue"], first)
        self.house.kill()
        self.house.start()
        second = self.house.owe("two")
        self.assertEqual(wait_for(watch, "issue.queued")["issue"], second)
        watch.close()
        self.assertIsNone(watch.take())

    def test_a_watch_goes_on_with_another_log(self) -> None:
        """With one that is shorter than what was seen of the last."""
        for name in (None, "test"):
            with self.subTest(name):
                watch = self.house.watch(as_name=name, only="issue.queued")
                for about in ("one", "two", "three"):
                    self.house.owe(about)
                    seen = wait_for(watch, "issue.queued")
                    if name:
                        watch.ack(seen["seq"])
                self.house.kill()
                shutil.rmtree(self.house.folder / "state")
                self.house.start()
                self.assertIsNone(watch.take(0))
                id = self.house.owe("four")
                self.assertEqual(wait_for(watch, "issue.queued")["issue"], id)

    def test_a_watch_waits_for_what_a_later_try_may_mend(self) -> None:
        """What its first tries are refused with -> how it ends"""
        for codes, ends in [(["busy", "internal", "bad-configuration"], None), (["busy", "denied"], "denied")]:
            with self.subTest(codes), tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
                server.bind(f"{folder}/socket")
                server.listen()
                thread = threading.Thread(target=refuse, args=(server, codes))
                thread.start()
                watch = Office(f"{folder}/socket").watch()
                if ends:
                    with self.assertRaises(Refused) as caught:
                        watch.take()
                    self.assertEqual(caught.exception.code, ends)
                else:
                    self.assertEqual(watch.take(), {"event": "office", "seq": 8})
                watch.close()
                watch.take()
                thread.join()

    def test_a_name_goes_on_after_what_it_acked(self) -> None:
        watch = self.house.watch(as_name="test", only=["issue.queued"])
        one, two = self.house.owe("one"), self.house.owe("two")
        seen = wait_for(watch, "issue.queued")
        self.assertEqual(seen["issue"], one)
        watch.ack(seen["seq"])
        # The daemon has the ack when it answers behind it.
        self.assertEqual(wait_for(watch, "issue.queued")["issue"], two)
        self.assertEqual(self.office.ack(0, "test"), seen["seq"])
        watch.close()
        watch.take()
        later = self.office.watch(as_name="test", only=["issue.queued"])
        self.house.watches.append(later)
        self.assertEqual(wait_for(later, "issue.queued")["issue"], two)
        self.assertGreaterEqual(later.newest, seen["seq"])


def refuse(server: socket.socket, codes: list[str]) -> None:
    """A daemon that refuses so often, and then has an event."""
    refusals = [json.dumps({"error": {"code": code, "message": "not now"}}) for code in codes]
    # An ack may be refused, too.
    watching = [json.dumps({"watching": True, "seq": 7}), refusals[0], json.dumps({"event": "office", "seq": 8})]
    for lines in [*([refusal] for refusal in refusals), *([] if "denied" in codes else [watching])]:
        connection, _ = server.accept()
        with connection:
            connection.recv(4096)
            connection.sendall("".join(f"{line}\n" for line in lines).encode())


if __name__ == "__main__":
    unittest.main()
