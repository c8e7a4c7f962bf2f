// `hoursctl init`: what is asked, what is written, and that nothing else ever is.

import Foundation
import Testing

private let holidays =
  "BEGIN:VCALENDAR\nX-HOURSD-END:24991231\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY\nSUMMARY:May Day\nEND:VEVENT\nEND:VCALENDAR\n"

/// A home with the holidays of two regions, and nothing written yet.
private func newcomer() throws -> Home {
  let home = try Home()
  for code in ["DE", "DE-BY", "AT"] { try home.write("data/holidays/\(code).ics", holidays) }
  try home.write(
    "data/holidays/regions.tsv", "DE\tGermany\tDeutschland\nDE-BY\tBayern\nAT\tAustria\nUA\tUkraine\n")
  return home
}

extension Home {
  fileprivate func start(
    _ arguments: [String] = [], input: String = "", _ environment: [String: String] = [:]
  ) throws -> Run {
    try hoursctl(
      ["init"] + arguments, input: input, ["HOURSD_DATA": "\(path)/data"].merging(environment) { $1 })
  }

  fileprivate func type(_ answers: [String], _ environment: [String: String] = [:]) throws -> Run {
    try terminal(["init"], answers: answers, ["HOURSD_DATA": "\(path)/data"].merging(environment) { $1 })
  }

  /// The lines of the file that say something.
  fileprivate func written(_ name: String = ".config/hoursd/config.toml") throws -> [Substring] {
    try read(name).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  fileprivate func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  /// What was written is good.
  fileprivate func expectGood() throws {
    let check = try hoursctl(["check"], ["HOURSD_DATA": "\(path)/data"])
    #expect(check.status == 0 && check.output.hasSuffix("config.toml: good\n"), "\(check.output)")
  }
}

private let dialogue = """
  Five questions for $HOME/.config/hoursd/config.toml.
  Enter takes what stands in [brackets]; ^C ends it, and nothing is written.

  1/5  When do you work?
       For example: Mo-Th 09:00-13:00,14:00-18:00; Fr 09:00-14:00
       [Mo-Fr 09:00-18:00] Mo-Fi 9-17
       Mo-Fi 9-17
       ^^^^^
       `Mo-Fi`: no such weekday; did you mean `Mo-Fr`?
       [Mo-Fr 09:00-18:00] Mo-Fr 9-5
       `9-5`: ends on the next day; write 17:00 if the afternoon is meant, or Mo-Fr 09:00-05:00
       [Mo-Fr 09:00-18:00] Mo-Fr 9-17
       = Mo-Fr 09:00-17:00

  2/5  In which time zone?
       [Europe/Berlin] Muenchen
       "Muenchen": no such time zone; timedatectl list-timezones shows them all
       [Europe/Berlin]␠

  3/5  Whose public holidays do you keep?
       DE is Germany; a region counts, too: DE-BY; or: none
       [DE] Atlantis
       "Atlantis": no such region; see $HOME/data/holidays/regions.tsv
       [DE] bayern
       = DE-BY

  4/5  What do clients hear about emergencies?
       A sentence in your words, or: none
       [Site down or hacked? Call at any time.] "Fire" \\ 'water'? Call!

  5/5  Who is your first client?
       A name, a comma, a telephone number: Acme GmbH, +49 30 1234567
       [later] Acme GmbH 030 1234567
       a name and a number, with a comma between them, are expected
       [later] Acme GmbH, 1
       "1" is compared digit by digit: it is no number that could be dialled in DE
       [later] Acme GmbH, 030 1234567

  $HOME/.config/hoursd/config.toml: written

  hours          Mo-Fr 09:00-17:00; PH off
  zone           Europe/Berlin

  """

/// Somebody who makes a mistake in each answer, and mends it.
@Test func onATerminal() throws {
  let home = try newcomer()
  let run = try home.type([
    "Mo-Fi 9-17", "Mo-Fr 9-5", "Mo-Fr 9-17", "Muenchen", "", "Atlantis", "bayern",
    #""Fire" \ 'water'? Call!"#,
    "Acme GmbH 030 1234567", "Acme GmbH, 1", "Acme GmbH, 030 1234567",
  ])
  #expect(run.status == 0)
  #expect(run.output.hasPrefix(dialogue.replacing("␠", with: " ")), "\(run.output)")
  #expect(
    run.output.hasSuffix(
      """
      All else that can be set is in the file, too, with what it means. Now:
        systemctl --user enable --now hoursd.socket hoursd
        hoursctl status

      """))
  #expect(
    try home.written() == [
      "hours = \"Mo-Fr 09:00-17:00; PH off\"", "timezone = \"Europe/Berlin\"", "phone_region = \"DE\"",
      "[holidays]", "country = \"DE-BY\"", "[absence]", "[support]",
      #"emergency = "\"Fire\" \\ 'water'? Call!""#, "[critical]", "[mail]", "[[client]]",
      "name = \"Acme GmbH\"", "phones = [\"030 1234567\"]",
    ])
  #expect(home.configured == ["hoursd", "hoursd/config.toml"])
  #expect(try home.mode(home.configuration) == 0o600)
  #expect(try home.mode("\(home.path)/.config/hoursd") == 0o700)
  try home.expectGood()
}

/// Answers, a line each -> the file, without comments and empty sections.
@Test(
  arguments: Case.table(
    #"""





    ----
    hours = "Mo-Fr 09:00-18:00; PH off"
    timezone = "Europe/Berlin"
    phone_region = "DE"
    country = "DE"
    emergency = "Site down or hacked? Call at any time."
    ====
    24/7

    none
    none
    later
    ----
    hours = "24/7"
    timezone = "Europe/Berlin"
    phone_region = "DE"
    ====
    Mo-Fr 09:00-18:00; PH 10:00-12:00 "by appointment"
    Europe/Vienna

    врач? Звоните! 🙂
    C:\Users "& Söhne", 01 5131111, +43 1 5131112
    ----
    hours = 'Mo-Fr 09:00-18:00; PH 10:00-12:00 unknown "by appointment"'
    timezone = "Europe/Vienna"
    phone_region = "AT"
    country = "AT"
    emergency = "врач? Звоните! 🙂"
    [[client]]
    name = 'C:\Users "& Söhne"'
    phones = ["01 5131111", "+43 1 5131112"]
    ====
      Mo-Fr   08:00 - 12:00
    UTC
    Deutschland
    -

    ----
    hours = "Mo-Fr 08:00-12:00; PH off"
    timezone = "UTC"
    phone_region = "DE"
    country = "DE"
    ====
    Mo-Fr 09:00-18:00
    UTC



    ----
    hours = "Mo-Fr 09:00-18:00"
    timezone = "UTC"
    emergency = "Site down or hacked? Call at any time."
    """#))
func inAPipe(_ row: Case) throws {
  let home = try newcomer()
  let run = try home.start(input: row.given)
  #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
  let empty = ["[holidays]", "[absence]", "[support]", "[critical]", "[mail]"]
  let lines = try home.written().filter { !empty.contains(String($0)) }
  #expect(lines.joined(separator: "\n") + "\n" == row.screen)
  try home.expectGood()
}

@Test func nothingIsAskedWhenDefaultsDo() throws {
  let home = try newcomer()
  let run = try home.start(["--defaults"])
  #expect(run.status == 0 && run.output.hasPrefix("$HOME/.config/hoursd/config.toml: written\n"))
  #expect(
    try home.written().prefix(2) == ["hours = \"Mo-Fr 09:00-18:00; PH off\"", "timezone = \"Europe/Berlin\""])
  try home.expectGood()
}

/// What comes next depends on what runs already, and on which file it is.
@Test func whatComesNext() throws {
  let running = try newcomer()
  try running.write("run/hoursd/socket", "")
  #expect(try running.start(["--defaults"]).output.hasSuffix("Now:\n  hoursctl reload\n  hoursctl status\n"))

  let elsewhere = try newcomer()
  let run = try elsewhere.start(["--defaults", "new/my config.toml"])
  #expect(run.output.contains("new/my config.toml: written\n"))
  #expect(
    run.output.hasSuffix(
      "The daemon reads $HOME/.config/hoursd/config.toml; move it there when you want it to be used.\n"))
  #expect(try elsewhere.written("new/my config.toml").count > 5)
  #expect(elsewhere.configured.isEmpty)
}

// MARK: Nothing written

/// The input, and what is said when it is not enough, or wrong: a script is not asked again.
@Test(arguments: [
  ("", "the input ended before question 1 was answered; nothing was written"),
  ("\n\n\n\n", "the input ended before question 5 was answered; nothing was written"),
  ("Mo-Fi\n\n\n\n\n\n", "the answer to question 1 is wrong; nothing was written"),
  ("\nMoscow\n\n\n\n\n", "the answer to question 2 is wrong; nothing was written"),
  ("\n\nUA\n\n\n\n", "the answer to question 3 is wrong; nothing was written"),
  ("\n\n../../etc\n\n\n\n", "the answer to question 3 is wrong; nothing was written"),
  ("\n\n\n\u{1B}[31m\n\n", "the answer to question 4 is wrong; nothing was written"),
  ("\n\n\n\n, 030 1234567\n", "the answer to question 5 is wrong; nothing was written"),
])
func wrongOrTooLittle(_ input: String, _ words: String) throws {
  let home = try newcomer()
  let run = try home.start(input: input)
  #expect(run.status == 65 && run.errors.hasSuffix("\(words)\n"), "\(run)")
  #expect(!run.output.contains("\u{1B}"))
  #expect(home.configured.isEmpty && !FileManager.default.fileExists(atPath: "\(home.path)/.config"))
}

@Test(arguments: [(["^C"], 130), (["", "", "", "", "^C"], 130), (["", "^D"], 65)] as [([String], Int32)])
func interrupted(_ answers: [String], _ status: Int32) throws {
  let home = try newcomer()
  #expect(try home.type(answers).status == status)
  #expect(!FileManager.default.fileExists(atPath: "\(home.path)/.config"))
}

/// What stands where the file would, and what is said of it.
enum Obstacle: String, CaseIterable {
  case file = """
    $HOME/.config/hoursd/config.toml is there already, and stays as it is.
    `hoursctl check` says what it means. To begin anew, move it away first:
      mv $HOME/.config/hoursd/config.toml $HOME/.config/hoursd/config.toml.old
    """
  case emptyLink = """
    $HOME/.config/hoursd/config.toml is a link that leads nowhere; take it away first: rm $HOME/.config/hoursd/config.toml
    """
  case folder = """
    $HOME/.config/hoursd/config.toml is a folder; name a file: hoursctl init $HOME/.config/hoursd/config.toml/config.toml
    """
  case fileAbove = """
    $HOME/.config/hoursd/config.toml cannot be written: Not a directory; nothing was written. Another may be named:
      hoursctl init FILE
    """

  func build(in home: Home) throws {
    let files = FileManager.default
    switch self {
    case .file: try home.write(".config/hoursd/config.toml", "mine")
    case .fileAbove: try home.write(".config/hoursd", "mine")
    case .folder:
      try files.createDirectory(atPath: home.configuration, withIntermediateDirectories: true)
    case .emptyLink:
      try home.write(".config/hoursd/other", "mine")
      try files.createSymbolicLink(atPath: home.configuration, withDestinationPath: "/nowhere/at/all")
    }
  }
}

@Test(arguments: Obstacle.allCases, [[], ["--defaults"]])
func neverOverWhatIsThere(_ obstacle: Obstacle, _ arguments: [String]) throws {
  let home = try newcomer()
  try obstacle.build(in: home)
  let before = home.configured
  let run = try home.start(arguments, input: "\n\n\n\n\n")
  #expect(run.errors == obstacle.rawValue + "\n" && run.output.isEmpty, "nobody is asked first")
  #expect(run.status == (obstacle == .fileAbove ? 74 : 65))
  #expect(home.configured == before)
  if obstacle == .file { #expect(try home.read(".config/hoursd/config.toml") == "mine") }
}

/// Nobody, not even root, can write there.
@Test func whereNothingCanBeWritten() throws {
  let run = try newcomer().start(["--defaults", "/proc/self/config.toml"])
  #expect(run.status == 74 && run.output.isEmpty)
  #expect(run.errors.contains("/proc/self"))
}
