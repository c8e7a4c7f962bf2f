"""contrib/kdeconnect with KDE Connect played by python-dbusmock on a bus of its own: who rings, what is said, what goes out."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from typing import Any

import dbus
import dbusmock

from house import PATIENCE, TREE, wait_for
from screen import BUS, until
from telephone import CLIENT, CLIENT_MOBILE, CLOSED, FRIEND, STRANGER, Telephone

# What KDE Connect says of a hidden number, in the user's language.
HIDDEN = "unbekannte Nummer"
DEVICE, DEVICES = "a1b2", "/modules/kdeconnect/devices/"
PHONE = "org.kde.kdeconnect.device"
# The forms of sendSms: of now, also as those export it who leave nothing out, of 2020, of 2019.
NOW, WHOLE, BEFORE, LONG_AGO = "avsav", "avsavx", "avsx", "ss"
# From the phone's signal to the notification, in seconds; asked for by whoever holds the telephone.
AT_ONCE = 0.5


class KdeConnect(Telephone):
    """A house, a bus, a phone that is paired, and the bridge."""

    settings = "[kdeconnect]\nsms = true\n"
    name = "kdeconnect"
    form = NOW

    def setUp(self) -> None:
        super().setUp()
        self.set(self.settings)
        self.start_bus()
        self.start_phone()
        self.bridge = self.start_bridge()
        self.watch = self.house.watch(only=["call", "caller"])

    def start_bus(self) -> None:
        (self.folder / "bus.conf").write_text(BUS.format(folder=self.folder))
        self.daemon = self.run_program("dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--print-address")
        until(lambda: "unix:" in self.log(), self.log)
        address = next(line for line in self.log().splitlines() if line.startswith("unix:"))
        self.house.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        self.bus = dbus.bus.BusConnection(address)
        self.addCleanup(self.bus.close)

    def start_phone(self) -> None:
        self.phone = self.run_program("/usr/bin/python3", "-m", "dbusmock", "--session", "org.kde.kdeconnect", DEVICES + DEVICE, PHONE)
        until(lambda: self.bus.name_has_owner("org.kde.kdeconnect"), self.log)
        device = self.mock("")
        device.AddProperty(PHONE, "isReachable", True)
        device.AddObject(f"{DEVICES}{DEVICE}/telephony", f"{PHONE}.telephony", {}, dbus.Array([], "(ssss)"))
        device.AddObject(f"{DEVICES}{DEVICE}/sms", f"{PHONE}.sms", {}, [("sendSms", self.form, "", "")])

    def mock(self, path: str) -> Any:
        there = self.bus.get_object("org.kde.kdeconnect", f"{DEVICES}{DEVICE}{path}")
        return dbus.Interface(there, dbusmock.MOCK_IFACE)

    def start_bridge(self) -> subprocess.Popen[bytes]:
        program = self.run_bridge()
        until(lambda: self.rules(program.pid), self.log)
        return program

    def rules(self, pid: int) -> bool:
        """Whether this program listens to the phone."""
        bus = self.bus.get_object("org.freedesktop.DBus", "/org/freedesktop/DBus")
        for name, rules in bus.GetAllMatchRules(dbus_interface="org.freedesktop.DBus.Debug.Stats").items():
            if any("callReceived" in rule for rule in rules) and bus.GetConnectionUnixProcessID(name) == pid:
                return True
        return False

    # MARK: The phone

    def signals(self, event: str, number: str, name: str | None = None) -> None:
        self.mock("/telephony").EmitSignal(f"{PHONE}.telephony", "callReceived", "sss", [event, number, name or number])

    def rings(self, number: str, name: str | None = None) -> dict[str, Any]:
        self.signals("callReceived", number, name)
        return wait_for(self.watch, "call.received")

    def misses(self, number: str, name: str | None = None) -> dict[str, Any]:
        self.signals("missedCall", number, name)
        return wait_for(self.watch, "call.ended")

    def sms(self) -> list[tuple[str, str]]:
        """To whom something was sent, and what."""
        sent = []
        for _, name, values in self.mock("/sms").GetCalls():
            if name == "sendSms":
                sent.append((str(values[0] if isinstance(values[0], str) else values[0][0][0]), str(values[1])))
        return sent


class InHours(KdeConnect):
    def test_who_rings(self) -> None:
        """number, name in the phone's book -> class, id, number, verdict"""
        for number, name, expected in [
            (CLIENT, "Acme", ("client", "acme", CLIENT, "answer")),
            (FRIEND, None, ("personal", "Boris", FRIEND, "decline")),
            ("+1 212 555 0100", "Boris", ("personal", "Boris", "+12125550100", "decline")),
            (STRANGER, None, ("unknown", None, STRANGER, "answer")),
            ("0151 12345679", None, ("unknown", None, "+4915112345679", "answer")),
            (HIDDEN, None, ("unknown", None, None, "answer")),
        ]:
            with self.subTest(number):
                call = self.rings(number, name)
                caller = call["caller"]
                self.assertEqual((caller["class"], caller.get("id"), caller.get("number"), call["verdict"]), expected)
                self.assertNotEqual(caller.get("name"), HIDDEN)

    def test_a_ring_that_is_repeated_is_one_call(self) -> None:
        self.rings(CLIENT)
        for _ in range(2):
            self.signals("callReceived", CLIENT)
        call = self.misses(CLIENT)
        self.assertEqual((call["outcome"], call["verdict"]), ("missed", "ring-back"))
        # The same caller again is another call.
        self.rings(CLIENT)
        self.misses(CLIENT)
        self.until_told()
        self.assertEqual([call["outcome"] for call in self.calls()], ["missed", "missed"])

    def test_two_ring_at_once(self) -> None:
        self.rings(CLIENT)
        self.rings(STRANGER)
        self.assertEqual(self.misses(CLIENT)["caller"]["number"], CLIENT)
        self.assertEqual(self.misses(STRANGER)["caller"]["number"], STRANGER)

    def test_a_call_that_is_only_heard_of_as_missed(self) -> None:
        self.signals("missedCall", CLIENT)
        call = wait_for(self.watch, "call.received")
        self.assertEqual((call["missed"], call["reason"]), (True, "in-hours-missed"))
        self.until_told()
        self.assertEqual(len(self.calls()), 1)

    def test_what_was_picked_up_has_no_end(self) -> None:
        """KDE Connect does not say so; where a build does, it has."""
        self.rings(CLIENT)
        self.rings(STRANGER)
        self.signals("talking", STRANGER)
        self.assertEqual(wait_for(self.watch, "call.ended")["outcome"], "answered")
        self.assertEqual([call.get("outcome") for call in self.calls()], ["answered", None])

    def test_of_what_was_picked_up_nothing_stays(self) -> None:
        self.rings(CLIENT)
        self.kill(self.bridge)
        self.book_file.write_text(json.dumps([ring | {"heard_at": ring["heard_at"] - 301} for ring in self.book()]))
        self.bridge = self.start_bridge()
        self.rings(STRANGER)
        until(lambda: [ring["number"] for ring in self.book()] == [STRANGER], self.log)
        # Too late for the first.
        self.signals("missedCall", CLIENT)
        self.assertEqual(wait_for(self.watch, "call.received")["missed"], True)
        self.assertEqual(len(self.calls(CLIENT)), 2)

    def test_a_bridge_that_is_killed_while_it_rings(self) -> None:
        self.rings(CLIENT)
        self.kill(self.bridge)
        self.bridge = self.start_bridge()
        self.signals("callReceived", CLIENT)
        self.misses(CLIENT)
        self.until_told()
        self.assertEqual(len(self.calls()), 1)

    def test_hoursd_is_away_and_the_bridge_is_killed(self) -> None:
        self.house.kill()
        self.signals("callReceived", CLIENT)
        self.signals("missedCall", CLIENT)
        self.signals("callReceived", STRANGER)
        until(lambda: len(self.book()) == 2, self.log)
        self.kill(self.bridge)
        self.bridge = self.start_bridge()
        self.house.start()
        until(lambda: len(self.calls()) == 2, self.log)
        self.assertEqual([call["caller"]["number"] for call in self.calls()], [STRANGER, CLIENT])
        self.misses(STRANGER)

    def test_kde_connect_is_started_anew(self) -> None:
        self.kill(self.phone)
        until(lambda: not self.bus.name_has_owner("org.kde.kdeconnect"), self.log)
        self.start_phone()
        self.rings(CLIENT)

    def test_the_bus_ends_and_so_does_the_bridge(self) -> None:
        self.daemon.terminate()
        # systemd starts it again with the next session.
        self.assertIn(self.bridge.wait(PATIENCE), (69, -signal.SIGTERM))


class OutOfHours(KdeConnect):
    hours = CLOSED

    def test_verdicts(self) -> None:
        for number, verdict, missed in [
            (CLIENT, "ask", "missed-out-of-hours"),
            (STRANGER, "defer", "missed-out-of-hours"),
            (FRIEND, "answer", "personal-missed"),
        ]:
            with self.subTest(number):
                self.assertEqual(self.rings(number)["verdict"], verdict)
                self.assertEqual(self.misses(number)["reason"], missed)

    def test_to_whom_the_reply_goes(self) -> None:
        """number -> whether it goes out"""
        for number, goes in [
            (CLIENT_MOBILE, True),
            (STRANGER, True),
            ("0151 23456789", True),
            (CLIENT, False),
            (HIDDEN, False),
            ("22833", False),
            ("*100#", False),
            ("+1 212 555 0100", False),
            ("0800 1234567", False),
            ("+49 151", False),
        ]:
            with self.subTest(number):
                before = len(self.sms())
                self.rings(number)
                # Nothing while it rings: it may be picked up.
                self.assertEqual(len(self.sms()), before)
                self.misses(number)
                self.until_told()
                self.assertEqual(len(self.sms()) - before, int(goes))
                if goes:
                    to, text = self.sms()[-1]
                    self.assertTrue(to.startswith("+49"))
                    self.assertIn("out of hours", text)
                    self.assertEqual(wait_for(self.watch, "caller.told")["channel"], "sms")

    def test_it_goes_out_once_in_a_closure(self) -> None:
        for _ in range(3):
            self.rings(STRANGER)
            self.misses(STRANGER)
            self.until_told()
        self.assertEqual(len(self.sms()), 1)

    def test_killed_in_between(self) -> None:
        """Between sendSms and told, wherever: what has left is not sent again, not even for the next call."""
        for pause in (0, 1, 2, 4, 8, 16, 32, 64):
            number = f"+49151555001{pause:02}"
            with self.subTest(pause=pause):
                self.rings(number)
                before = len(self.sms())
                self.signals("missedCall", number)
                if pause:
                    until(lambda: len(self.sms()) > before, self.log)
                    time.sleep((pause - 1) / 1000)
                self.kill(self.bridge)
                self.bridge = self.start_bridge()
                self.until_told()
                if pause:
                    self.assertEqual(len(self.sms()), before + 1)
                    self.assertTrue(self.house.office.ask("lookup", from_=number)["caller"]["told"])
                # The next call, or the same one where the bridge did not live to hear that it was missed.
                for event in "missedCall", "callReceived", "missedCall":
                    self.signals(event, number)
                until(lambda: len(self.calls(number)) >= (3 if pause else 2) and not self.book(), self.log)
                self.assertLessEqual(len(self.sms()), before + 1)

    def test_a_phone_out_of_reach_sends_nothing(self) -> None:
        self.rings(STRANGER)
        self.mock("").UpdateProperties(PHONE, {"isReachable": False})
        self.misses(STRANGER)
        self.until_told()
        self.assertEqual(self.sms(), [])
        self.assertFalse(self.house.office.ask("lookup", from_=STRANGER)["caller"]["told"])


class WithoutConsent(KdeConnect):
    hours = CLOSED
    settings = ""

    def test_nothing_goes_out(self) -> None:
        self.rings(STRANGER)
        self.misses(STRANGER)
        self.until_told()
        self.assertEqual(self.sms(), [])


class WholeForm(KdeConnect):
    hours = CLOSED
    form = WHOLE

    def test_the_reply_goes_out(self) -> None:
        self.rings(STRANGER)
        self.misses(STRANGER)
        self.until_told()
        self.assertEqual([to for to, _ in self.sms()], [STRANGER])


class In2020(WholeForm):
    form = BEFORE


class In2019(WholeForm):
    form = LONG_AGO


class WithoutSms(KdeConnect):
    hours = CLOSED
    form = "i"

    def test_nobody_is_told(self) -> None:
        self.rings(STRANGER)
        self.misses(STRANGER)
        self.until_told()
        self.assertFalse(self.house.office.ask("lookup", from_=STRANGER)["caller"]["told"])
        self.assertIn("its SMS plugin is off", self.log())


class Notification(KdeConnect):
    """From the phone's signal to the notification server, with everything between them real."""

    hours = CLOSED

    def setUp(self) -> None:
        super().setUp()
        self.run_program("/usr/bin/python3", "-m", "dbusmock", "--template", "notification_daemon")
        until(lambda: self.bus.name_has_owner("org.freedesktop.Notifications"), self.log)
        self.run_program("/usr/bin/python3", str(TREE / "contrib/notify/notify"))
        until(lambda: self.house.is_watched("notify"), self.log)

    def notes(self) -> list[Any]:
        server = self.bus.get_object("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
        return [
            (int(at), str(values[3]), str(values[4]))
            for at, name, values in dbus.Interface(server, dbusmock.MOCK_IFACE).GetCalls() if name == "Notify"
        ]  # fmt: skip

    def test_verdict_and_words_come_at_once(self) -> None:
        self.rings(FRIEND)
        until(self.notes, self.log)
        taken = []
        for number in (CLIENT, STRANGER, CLIENT_MOBILE):
            before = len(self.notes())
            began = time.monotonic()
            call = self.rings(number)
            until(lambda: len(self.notes()) > before, self.log)
            taken.append(time.monotonic() - began)
            _, summary, body = self.notes()[before]
            self.assertIn(call["say"], body)
        print(f"from the signal to the notification: {', '.join(f'{seconds:.3f} s' for seconds in taken)}")
        self.assertLess(max(taken), AT_ONCE)
