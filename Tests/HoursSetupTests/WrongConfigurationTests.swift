// What the owner is told about a config.toml with mistakes: the exact words, lines and columns.

import Testing

@testable import HoursSetup

@Suite struct WrongConfigurationTests {
  @Test(
    arguments: Case.table(
      #"""
      timezon = "Europe/Berlin"
      -> config.toml:1:1: unknown key "timezon"; did you mean "timezone"?
      ----
      # two mistakes, told together, in the order of the lines
      language = "english!"
      timezone = "Europe/Berln"
      -> config.toml:2:12: language: "english!": not a language tag; for example "en", "ru" or "pt-BR"
      -> config.toml:3:12: timezone: "Europe/Berln": no such time zone; did you mean "Europe/Berlin"?
      ----
      timezone = "Moscow"
      -> config.toml:1:12: timezone: "Moscow": no such time zone; did you mean "Europe/Moscow"?
      ----
      timezone = "../../etc/passwd"
      -> config.toml:1:12: timezone: "../../etc/passwd": no such time zone; timedatectl list-timezones shows them all
      ----
      timezone = "/etc/localtime"
      -> config.toml:1:12: timezone: "/etc/localtime": no such time zone; timedatectl list-timezones shows them all
      ----
      hours = 9
      -> config.toml:1:9: hours: this is a number; expected a text in quotes, for example hours = "Mo-Fr 09:00-18:00"
      ----
      hours = ""
      -> config.toml:1:9: hours: this is empty; for example hours = "Mo-Fr 09:00-18:00"
      ----
      hours = "Mo-Fi 09:00-18:00"
      -> config.toml:1:10: hours: `Mo-Fi`: no such weekday; did you mean `Mo-Fr`?
      ----
      # behind escapes; the column counts letters, not bytes
      hours = "Mo off \"врач\"; Xx 09:00-12:00"
      -> config.toml:2:27: hours: `Xx`: no such weekday
      ----
      # written in another way than it reads: the text's own place
      hours = "\u004Do off; Xx 09:00-12:00"
      -> config.toml:2:9: hours: `Xx`: no such weekday
      ----
      hours = 'Mo 09:00-18:00 "врач"; Xx 09:00-12:00'
      -> config.toml:1:33: hours: `Xx`: no such weekday
      ----
      hours = """
      Mo-Fr 09:00-18:00;
      Sa 09:00-sunset"""
      -> config.toml:3:10: hours: `sunset`: working hours do not follow the sun; write a time, such as 18:00
      ----
      hours = "9-17"
      -> warning: config.toml:1:10: hours: `9`: times are written as 09:00
      -> warning: config.toml:1:12: hours: `17`: times are written as 17:00
      ----
      hours = "Mo-Fr 09:00-18:00; PH off"
      -> warning: config.toml:1:9: hours: hours says PH, but [holidays] names no calendar: no day counts as a public holiday
      ----
      hours = 'Mo-Fr 09:00-18:00 "ring twice"'
      -> warning: config.toml:1:9: hours: from now on these hours never open; a comment without a state means unknown, which counts as closed
      ----
      hours = "2020 Mo-Fr 09:00-18:00"
      -> warning: config.toml:1:9: hours: from now on these hours never open; a comment without a state means unknown, which counts as closed
      ----
      hours = "Mo-Fr 09:00-18:00; SH 10:00-12:00"
      -> warning: config.toml:1:9: hours: hours says SH, but no calendar of school holidays is named; write [holidays] school = ["school.ics"]
      ----
      hours = "Mo-Fr 09:00-18:00"
      [holidays]
      calendars = ["none.ics"]
      school = ["school.ics"]
      -> config.toml:2:1: holidays: hours never says PH, so these holidays would do nothing; add "; PH off" to hours
      -> config.toml:3:14: holidays.calendars: none.ics: no such file; write it, or take it out
      -> config.toml:4:11: holidays.school: hours never says SH, so these holidays would do nothing; add "; SH off" to hours
      -> config.toml:4:11: holidays.school: school.ics: no such file; write it, or take it out
      ----
      hours = "Mo-Fr 09:00-18:00; PH off"
      [holidays]
      country = "DE-BY"
      -> config.toml:3:11: holidays.country: /data/holidays/DE-BY.ics: no such file; name one of your own: calendars = ["holidays.ics"]
      ----
      hours = "Mo-Fr 09:00-18:00; PH off"
      [holidays]
      country = "../../etc"
      -> config.toml:3:11: holidays.country: "../../etc": no such region; for example "DE"
      ----
      hours = "Mo-Fr 09:00-18:00; PH off"
      [holidays]
      country = "de"
      -> config.toml:3:11: holidays.country: "de": no such region; did you mean "DE"?
      ----
      # with a zone that is wrong calendars are looked at all the same
      timezone = "Europe/Berln"
      hours = "Mo-Fr 09:00-18:00; SH off"
      [holidays]
      calendars = ["a.ics"]
      -> config.toml:2:12: timezone: "Europe/Berln": no such time zone; did you mean "Europe/Berlin"?
      -> config.toml:4:1: holidays: hours never says PH, so these holidays would do nothing; add "; PH off" to hours
      -> config.toml:5:14: holidays.calendars: a.ics: no such file; write it, or take it out
      ----
      # a file that is named twice is named once
      [absence]
      calendars = ["a.ics", "a.ics"]
      -> config.toml:3:14: absence.calendars: a.ics: no such file; write it, or take it out
      ----
      hours = "Mo-Fr 09:00-18:00
      -> config.toml:1:27: the closing quote is missing here
      ----
      hours = 'Mo-Fr 09:00-18:00
      -> config.toml:1:27: the closing quote is missing here
      ----
      hours = “Mo-Fr 09:00-18:00”
      -> config.toml:1:9: a text stands in straight quotes: "…"
      ----
      hours = Mo-Fr 09:00-18:00
      -> config.toml:1:9: a text stands in quotes, for example hours = "Mo-Fr 09:00-18:00"
      ----
      evening = 19:00
      -> config.toml:1:16: a text stands in quotes, for example hours = "Mo-Fr 09:00-18:00"
      ----
      hours =
      -> config.toml:1:8: a value is missing here, for example hours = "Mo-Fr 09:00-18:00"
      ----
      hours: "Mo-Fr 09:00-18:00"
      -> config.toml:1:6: an = is missing here: a line is a key, =, and a value, for example evening = "19:00"
      ----
      hours = "Mo-Fr 09:00-18:00";
      -> config.toml:1:28: the value is over before this; only a comment may follow, behind a #
      ----
      [mail]
      command = ["msmtp" "-t"]
      -> config.toml:2:20: a comma, or the ] that ends the list, is missing before this
      ----
      [mail
      from = "ann@example.org"
      -> config.toml:1:6: the brackets of this header do not close; for example [mail] or [[client]]
      ----
      [client]
      name = "Acme"
      [[client]]
      name = "Bcme"
      -> config.toml:3:1: client stands in this file already; put both together under one [client], or, where there are several, write [[client]] above each of them
      ----
      [support]
      signature = "C:\dir"
      -> config.toml:2:17: a backslash means something in double quotes; write \\, or put the text in single quotes: '…'
      ----
      [[personal]]
      always = True
      -> config.toml:2:10: write true or false, in small letters
      ----
      // my hours
      -> config.toml:1:1: no line begins so; a comment begins with #, everything else with a key
      ----
      evening = 19:00:00
      -> config.toml:1:11: evening: this is a TOML time; expected a text in quotes, for example evening = "19:00"
      ----
      evening = "25:00"
      -> config.toml:1:11: evening: "25:00": not a time of day; for example "19:00"
      ----
      quiet = "21:30"
      -> config.toml:1:9: quiet: "21:30": not a time of day; for example "21:30-09:00"
      ----
      quiet = "00:00-24:00"
      -> config.toml:1:9: quiet: quiet is the whole day, so nobody would ever be rung back; for example "21:30-09:00"
      ----
      evening = "22:00"
      -> warning: config.toml:1:11: evening: evening falls into the quiet hours, so on business days there is no evening; move one of them
      ----
      phone_region = "de"
      -> config.toml:1:16: phone_region: "de": no such region; did you mean "DE"?
      ----
      phone_region = "XX"
      [[personal]]
      name = "Ann"
      phones = ["110"]
      -> config.toml:1:16: phone_region: "XX": no such region; for example "DE"
      ----
      [mail]
      comand = ["msmtp"]
      -> config.toml:2:1: mail: unknown key "comand"; did you mean "command"?
      ----
      [mail]
      command = "msmtp -t"
      -> config.toml:2:11: mail.command: this is a text; expected a list of texts, for example command = ["msmtp", "-t"]
      ----
      [mail]
      command = []
      -> config.toml:2:11: mail.command: this is empty; for example command = ["msmtp", "-t"]
      ----
      [mail]
      command = ["", 1]
      -> config.toml:2:12: mail.command: this is empty; for example command = ["msmtp", "-t"]
      -> config.toml:2:16: mail.command: this is a number; expected a list of texts, for example command = ["msmtp", "-t"]
      ----
      [holidays]
      calendars = "de.ics"
      -> config.toml:2:13: holidays.calendars: this is a text; expected a list of texts, for example calendars = ["holidays.ics"]
      ----
      [mail]
      from = "Ann\r\nBcc: everybody@example.org"
      -> config.toml:2:8: mail.from: a line break or another control character does not belong here; take it out
      ----
      [mail]
      from = "Ann ann@example.org"
      -> config.toml:2:8: mail.from: "Ann ann@example.org": " " cannot stand before the @; for example "ann@example.org"
      ----
      [mail]
      from = "Ann <ann@example.org"
      -> config.toml:2:8: mail.from: "Ann <ann@example.org": the > behind the address is missing; for example "ann@example.org"
      ----
      [mail]
      from = "Ann <ann@example.org>, Bob <bob@example.org>"
      -> config.toml:2:8: mail.from: "Ann <ann@example.org>, Bob <bob@example.org>": more than one mail address; write one; for example "ann@example.org"
      ----
      # a domain in any letters is one
      [[client]]
      name = "Acme"
      email = "it@пример.рф"
      [[client]]
      name = "Bcme"
      email = "it@exa_mple.org"
      -> config.toml:7:9: client.email: "it@exa_mple.org": "exa_mple.org" is no domain; for example "ann@example.org"
      ----
      mail = "ann@example.org"
      -> config.toml:1:8: mail: this is a text; expected a table, for example [mail]
      ----
      [client]
      name = "Acme"
      -> config.toml:1:1: client: this is a table; expected a list of tables, for example [[client]] above each of them
      ----
      [[client]]
      phones = ["+49 30 1234567"]
      -> config.toml:1:1: client: name is missing; for example name = "Acme GmbH"
      ----
      [[client]]
      name = "Acme"
      contract = "24h"
      email = "it.acme.example"
      -> config.toml:3:12: client.contract: "24h" means nothing here; known: 24x7, standard
      -> config.toml:4:9: client.email: "it.acme.example": not a mail address; for example "ann@example.org"
      ----
      [[client]]
      name = "Acme"
      contract = "standart"
      -> config.toml:3:12: client.contract: "standart" means nothing here; did you mean "standard"?
      ----
      [[personal]]
      name = "Boris"
      email = "boris@example.org"
      -> config.toml:3:1: personal: unknown key "email"; only a client has it
      ----
      [[client]]
      name = "Acme"
      [[personal]]
      name = "School"
      id = "acme"
      -> config.toml:5:6: personal.id: "acme" is the id of the contact in line 2, too; give one of them another id
      ----
      [[personal]]
      name = "School"
      always = "yes"
      -> config.toml:3:10: personal.always: this is a text; expected true or false, for example always = true
      ----
      [[client]]
      name = "Acme"
      phones = ["+49 30 * 99", "030 99 *", 110]
      -> config.toml:3:11: client.phones: "+49 30 * 99": a * stands at the end only; for example "+49 30 99 *"
      -> config.toml:3:26: client.phones: "030 99 *": a pattern begins with + and the country code; for example "+49 30 99 *"
      -> config.toml:3:38: client.phones: this is a number; expected a list of texts, for example phones = ["+49 30 1234567"]
      ----
      [[personal]]
      name = "Boris"
      phones = ["+49 30 1234567"]
      [[client]]
      name = "Acme"
      phones = ["+49 (0)30 123-45-67"]
      -> warning: config.toml:3:11: personal.phones: "+49 30 1234567" is given twice; it belongs to "Acme"
      ----
      [[client]]
      name = "Acme"
      phones = ["030 1234567"]
      -> warning: config.toml:3:11: client.phones: "030 1234567" is compared digit by digit: without + and without phone_region nobody knows its country
      ----
      [holidays]
      -> config.toml:1:1: holidays: no calendar is named; for example country = "DE" or calendars = ["holidays.ics"]
      ----
      [absence]
      calendar = ["a.ics"]
      -> config.toml:2:1: absence: unknown key "calendar"; did you mean "calendars"?
      ----
      [absence]
      calendars = ["vacation.ics", "~/other.ics", "/srv/third.ics"]
      -> config.toml:2:14: absence.calendars: vacation.ics: no such file; write it, or take it out
      -> config.toml:2:30: absence.calendars: /home/ann/other.ics: no such file; write it, or take it out
      -> config.toml:2:45: absence.calendars: /srv/third.ics: no such file; write it, or take it out
      ----
      language = "en"
      language = "de"
      -> config.toml:2:1: language is given twice; take one of them out
      ----
      language = "en"
      [[=client]]
      -> config.toml:2:3: a table's name begins with a letter, a digit or a quote
      ----
      support.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r = 1
      -> config.toml:1:1: keys are nested too deeply
      """#))
  func told(_ row: Case) {
    #expect(said(sources(row.text)) == row.expected)
  }
}
