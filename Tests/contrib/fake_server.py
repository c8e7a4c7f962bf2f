"""A notification server that shows nothing: `fake_server.py NAME` introduces itself so, and prints each call as JSON."""

import itertools
import json
import sys

from gi.repository import Gio, GLib

INTERFACE = """<node><interface name="org.freedesktop.Notifications">
<method name="GetServerInformation"><arg direction="out" type="s"/><arg direction="out" type="s"/>
  <arg direction="out" type="s"/><arg direction="out" type="s"/></method>
<method name="GetCapabilities"><arg direction="out" type="as"/></method>
<method name="Notify"><arg direction="in" type="s"/><arg direction="in" type="u"/><arg direction="in" type="s"/>
  <arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="as"/>
  <arg direction="in" type="a{sv}"/><arg direction="in" type="i"/><arg direction="out" type="u"/></method>
<method name="CloseNotification"><arg direction="in" type="u"/></method>
<method name="Inhibit"><arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="a{sv}"/>
  <arg direction="out" type="u"/></method>
<method name="UnInhibit"><arg direction="in" type="u"/></method>
</interface></node>"""

name, *capabilities = sys.argv[1:]
numbers = itertools.count(1)


def called(_bus, _sender, _path, _interface, method, values, invocation):  # type: ignore[no-untyped-def]
    answers = {
        "GetServerInformation": ("(ssss)", (name, "", "", "")),
        "GetCapabilities": ("(as)", (capabilities,)),
        "Notify": ("(u)", (next(numbers),)),
        "Inhibit": ("(u)", (42,)),
    }
    if not method.startswith("Get"):
        print(json.dumps([method, *values.unpack()]), flush=True)
    signature, answer = answers.get(method, ("()", ()))
    invocation.return_value(GLib.Variant(signature, answer))


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
bus.register_object("/org/freedesktop/Notifications", interface, called, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE, None, None)
GLib.MainLoop().run()
