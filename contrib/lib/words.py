"""What the desktop's programs say to the owner, in English and Russian, and times as people say them.

The language is the owner's, that of the desktop (LANGUAGE, LC_ALL, LC_MESSAGES, LANG); what callers are to hear comes from
the daemon in theirs. Another language than these two is answered in English.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from typing import Any

ENGLISH: dict[str, str] = {
    # The office
    "open": "open",
    "closed": "closed",
    "break": "break",
    "until": "{state} until {time}",
    "due": "{count} due",
    "pending": "{count} pending",
    "next": "next reminder {time}",
    "away": "hoursd does not run",
    "problem": "hoursd could not do it",
    # Verdicts on a ring
    "answer": "Answer",
    "ask": "Ask",
    "defer": "Defer",
    "decline": "Decline",
    "ring-back": "Ring back",
    "critical": "Critical",
    "normal": "Can wait",
    "say": "Say: {text}",
    # Who called, and what about
    "unknown": "unknown number",
    "owed": "something of yours",
    "missed": "Missed call",
    "missed-many": "{count} missed calls",
    "voicemail": "Voicemail",
    "call-back": "Ring back: {who}",
    "call-back-at": "Ring back {time}",
    "support": "To do: {who}",
    "due-many": "{count} are due",
    "promised": "promised {time}",
    "more": "and {count} more",
    "meanwhile": "While you were away",
    # Mail
    "mail-failed": "Mail to {who} failed",
    "mail-uncertain": "Mail to {who}: sent or not?",
    "mail-many": "{count} mails have not left",
    "retry": "Next try {time}.",
    "uncertain-body": "The try was cut short. It is not sent again unless you say so.",
    # What can be done
    "done": "Done",
    "done-ask": "Done…",
    "called": "Called back",
    "tomorrow": "Tomorrow",
    "all-tomorrow": "All tomorrow",
    "show": "Show",
    "snooze": "Snooze until…",
    "note": "Note…",
    "drop": "Drop",
    "number": "Number",
    # Questions
    "which": "issue",
    "what": "what",
    "solution": "what was done",
    "when": "when (tonight, monday 10:00, +2h)",
    "note-text": "note",
    "send": "Send the mail as it is drafted",
    "draft": "Leave the mail as a draft",
    "was-critical": "It was really critical",
    "was-not": "It was not critical after all",
    "nothing": "Nothing is owed",
    "moved": "Moved to {time}",
    "press": "Press Enter to close",
    # Times
    "days": "Mon Tue Wed Thu Fri Sat Sun",
    "months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}

RUSSIAN: dict[str, str] = {
    "open": "открыто",
    "closed": "закрыто",
    "break": "перерыв",
    "until": "{state} до {time}",
    "due": "пора: {count}",
    "pending": "в очереди: {count}",
    "next": "напомню {time}",
    "away": "hoursd не запущен",
    "problem": "hoursd не смог это сделать",
    "answer": "Возьмите трубку",
    "ask": "Расспросите",
    "defer": "Отложите",
    "decline": "Откажите",
    "ring-back": "Перезвоните",
    "critical": "Неотложно",
    "normal": "Подождёт",
    "say": "Скажите: {text}",
    "unknown": "незнакомый номер",
    "owed": "Ваше дело",
    "missed": "Пропущенный звонок",
    "missed-many": "Пропущенных звонков: {count}",
    "voicemail": "Голосовое сообщение",
    "call-back": "Перезвонить: {who}",
    "call-back-at": "Перезвонить: {time}",
    "support": "Сделать: {who}",
    "due-many": "Пора сделать: {count}",
    "promised": "обещано: {time}",
    "more": "и ещё {count}",
    "meanwhile": "Пока Вас не было",
    "mail-failed": "Письмо не ушло: {who}",
    "mail-uncertain": "Неизвестно, ушло ли письмо: {who}",
    "mail-many": "Неотправленных писем: {count}",
    "retry": "Следующая попытка: {time}.",
    "uncertain-body": "Отправка прервалась. Без Вас письмо ещё раз не уйдёт.",
    "done": "Сделано",
    "done-ask": "Сделано…",
    "called": "Уже перезвонили",
    "tomorrow": "Завтра",
    "all-tomorrow": "Всё завтра",
    "show": "Показать",
    "snooze": "Отложить до…",
    "note": "Заметка…",
    "drop": "Снять",
    "number": "Номер",
    "which": "дело",
    "what": "что сделать",
    "solution": "что сделано",
    "when": "когда (tonight, monday 10:00, +2h)",
    "note-text": "заметка",
    "send": "Отправить письмо как есть",
    "draft": "Оставить письмо черновиком",
    "was-critical": "Было и вправду неотложно",
    "was-not": "Всё-таки могло подождать",
    "nothing": "Очередь пуста",
    "moved": "Перенесено: {time}",
    "press": "Enter закроет это окно",
    "days": "пн вт ср чт пт сб вс",
    "months": "янв фев мар апр мая июн июл авг сен окт ноя дек",
}


class Words:
    """The words of one language; `now` is the clock by which a day is today."""

    def __init__(self, words: Mapping[str, str], now: Callable[[], datetime] = lambda: datetime.now(timezone.utc)) -> None:
        self._words = words
        self._now = now

    def __call__(self, name: str, **values: Any) -> str:
        return self._words[name].format(**values)

    def time(self, text: str) -> str:
        """A time of the protocol by the office's clocks: 18:00 today, else Mon 09:00, 30 Nov 09:00.

        Never `tomorrow`: what stays on the screen overnight must be right in the morning, too.
        """
        at = datetime.fromisoformat(text)
        today = self._now().astimezone(at.tzinfo)
        clock = f"{at:%H:%M}"
        days = (at.date() - today.date()).days
        if days == 0:
            return clock
        if 0 < days < 7:
            return f"{self('days').split()[at.weekday()]} {clock}"
        year = "" if at.year == today.year else f" {at.year}"
        return f"{at.day} {self('months').split()[at.month - 1]}{year} {clock}"


def words(environ: Mapping[str, str] | None = None) -> Words:
    """The words of the desktop's language."""
    env = os.environ if environ is None else environ
    chosen = [env[name] for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)]
    return Words(RUSSIAN if chosen and chosen[0].lower().startswith("ru") else ENGLISH)


def visible(text: str, limit: int = 200) -> str:
    """What callers and other people's files say, fit to be shown: one line, no control characters, not too long."""
    # The marks that turn the direction of writing can make a line read as another.
    hidden = {*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)}
    line = " ".join("".join(" " if ord(letter) in hidden else letter for letter in text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def who(person: Mapping[str, Any], say: Words) -> str:
    """The person of a call, an issue or a message."""
    name = person.get("name") or person.get("client") or person.get("number") or person.get("to")
    return visible(str(name or say("unknown")), 60)
