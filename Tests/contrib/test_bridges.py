"""The bridges as services of a real user manager, from where `make install-contrib` puts them: their confinement lets them work."""

from __future__ import annotations

import os
import socket
import subprocess
import unittest
from pathlib import Path

import dbus
import dbusmock

from house import PATIENCE, wait_for
from screen import until
from telephone import FRIEND, Telephone
from test_install import made
from test_sip import framed


@unittest.skipUnless(os.environ.get("HOURSD_USER_MANAGER"), "no user manager")
class Services(Telephone):
    def setUp(self) -> None:
        super().setUp()
        prefix = self.folder / "usr"
        made("install-contrib", f"PREFIX={prefix}")
        self.units = prefix / "share/systemd/user"
        environ = {name: self.house.environ[name] for name in ("HOURSD_SOCKET", "HOME")}
        environ |= {"XDG_CONFIG_HOME": self.house.environ["XDG_CONFIG_HOME"], "XDG_STATE_HOME": str(self.folder / "state")}
        self.manager("set-environment", *(f"{name}={value}" for name, value in environ.items()))
        self.addCleanup(self.manager, "unset-environment", *environ)
        self.watch = self.house.watch(only="call")

    def manager(self, *command: str) -> None:
        subprocess.run(["systemctl", "--user", *command], check=True)

    def start(self, name: str) -> None:
        links = Path(os.environ["XDG_CONFIG_HOME"]) / "systemd/user"
        links.mkdir(parents=True, exist_ok=True)
        unit = links / f"hoursd-{name}.service"
        unit.symlink_to(self.units / unit.name)
        self.addCleanup(unit.unlink)
        self.manager("daemon-reload")
        self.manager("start", unit.name)
        self.addCleanup(self.manager, "stop", unit.name)

    def test_sip(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(PATIENCE)
            self.set(f'[sip]\ncontrol = "127.0.0.1:{server.getsockname()[1]}"\n')
            self.start("sip")
            with server.accept()[0] as connection:
                event = {"event": True, "class": "call", "type": "CALL_INCOMING", "direction": "incoming", "id": "x1"}
                connection.sendall(framed({**event, "peeruri": f"sip:{FRIEND}@example.org"}))
                self.assertEqual(wait_for(self.watch, "call.received")["caller"]["id"], "Boris")

    def test_kdeconnect(self) -> None:
        bus = dbus.bus.BusConnection(os.environ["DBUS_SESSION_BUS_ADDRESS"])
        self.addCleanup(bus.close)
        self.house.environ["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        path, interface = "/modules/kdeconnect/devices/a/telephony", "org.kde.kdeconnect.device.telephony"
        self.run_program("/usr/bin/python3", "-m", "dbusmock", "--session", "org.kde.kdeconnect", path, interface)
        until(lambda: bus.name_has_owner("org.kde.kdeconnect"), self.log)
        self.start("kdeconnect")
        phone = dbus.Interface(bus.get_object("org.kde.kdeconnect", path), dbusmock.MOCK_IFACE)

        def is_heard() -> bool:
            """It does not say when it listens: so it rings until it does. One ring, however often the signal comes."""
            phone.EmitSignal(interface, "callReceived", "sss", ["callReceived", FRIEND, FRIEND])
            return bool(self.calls())

        until(is_heard, self.log)
        self.assertEqual([call["caller"]["id"] for call in self.calls()], ["Boris"])


if __name__ == "__main__":
    unittest.main()
