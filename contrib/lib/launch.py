"""Starts what the owner wants to see: a terminal with hoursctl in it, or our menu."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The first one that is installed, when $TERMINAL names none; what stands between it and the command, where that is not -e.
TERMINALS = "x-terminal-emulator foot alacritty kitty konsole gnome-terminal xfce4-terminal xterm".split()
BEFORE_COMMAND = {"gnome-terminal": ["--"], "xfce4-terminal": ["-x"], "wezterm": ["start", "--"]}
# Shows what a command says until it was read.
STAYING = 'said=$1; shift; "$@"; printf "\\n%s " "$said"; read -r _'


class NoProgram(Exception):
    """No program of a kind is installed; the text says what to do."""


def hoursctl() -> str:
    """The command line: that of the same installation, or else the one in $PATH."""
    ours = HERE.parents[1] / "bin/hoursctl"
    return str(ours) if ours.exists() else "hoursctl"


def menu() -> str:
    """Our menu: installed beside this file, in the tree in a folder of its own."""
    beside = HERE / "menu"
    return str(beside if beside.is_file() else HERE.parent / "menu/menu")


def in_terminal(command: Sequence[str], press: str) -> list[str]:
    """The command line that shows a command in a terminal; `press` asks for the key that closes it."""
    return [*terminal(), "sh", "-c", STAYING, "sh", press, *command]


def terminal() -> list[str]:
    """A terminal, up to the command that runs in it."""
    chosen = shlex.split(os.environ.get("TERMINAL", ""))
    found = chosen or [name for name in TERMINALS if shutil.which(name)][:1]
    if not found:
        raise NoProgram("no terminal is known; set TERMINAL")
    return found + BEFORE_COMMAND.get(Path(found[0]).name, ["-e"])


def start(command: Sequence[str]) -> None:
    """Starts it and lets it live on its own.

    From a service the user's manager starts it: it knows the display, which may have come after us, and the program does
    not end with us.
    """
    if "INVOCATION_ID" in os.environ and shutil.which("systemd-run"):
        passed = [f"--setenv={name}" for name in ("HOURSD_SOCKET", "HOURSD_MENU", "TERMINAL") if name in os.environ]
        command = ["systemd-run", "--user", "--collect", "--quiet", *passed, "--", *command]
    if not shutil.which(command[0]):
        raise NoProgram(f"{command[0]} is not installed")
    # Forked away, so that nobody waits for its end.
    subprocess.run(["setsid", "--fork", "--", *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
