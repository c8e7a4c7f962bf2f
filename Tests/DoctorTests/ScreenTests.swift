// The report as people and programs get it.

import Testing

@testable import hoursd

private let findings = [
  Diagnosis("programs", .ok, "hoursd and hoursctl 0.1.0"),
  Diagnosis(
    "configuration", .hint,
    "others may read your contacts' numbers, of which there are many in it: it has mode 0644",
    mend: "chmod 600 /home/ann/.config/hoursd/config.toml"),
  Diagnosis("log", .broken, "first line\nsecond \u{1B}[31m"),
]

@Test func sentencesAreWrappedAndCommandsAreNot() {
  #expect(
    Report(findings).screen(Paint(isOn: false, width: 60)) == """
      ok      programs      hoursd and hoursctl 0.1.0
      hint    configuration others may read your contacts'
                            numbers, of which there are many in
                            it: it has mode 0644
              mend it:
                chmod 600 /home/ann/.config/hoursd/config.toml
      broken  log           first line
                            second ␛[31m

      One thing is broken; one hint.

      """)
}

@Test func colourIsInTheMarkAndTheCommandAlone() {
  let screen = Report(findings).screen(Paint(isOn: true, width: 80))
  #expect(screen.contains("\u{1B}[1;32mok\u{1B}[0m      programs      hoursd"))
  #expect(screen.contains("\u{1B}[1;31mbroken\u{1B}[0m  log"))
  #expect(screen.contains("\u{1B}[1mchmod 600 /home/ann/.config/hoursd/config.toml\u{1B}[0m\n"))
}

@Test func programsGetOneObject() {
  let line = String(decoding: Report([findings[0], findings[1]]).line, as: UTF8.self)
  #expect(
    line == """
      {"version":"0.1.0","well":true,"checks":[{"name":"programs","mark":"ok","finding":"hoursd and hoursctl 0.1.0"},\
      {"name":"configuration","mark":"hint","finding":"others may read your contacts' numbers, of which there are many in \
      it: it has mode 0644","mend":"chmod 600 /home/ann/.config/hoursd/config.toml"}]}

      """)
  #expect(!Report(findings).well)
}

@Test(
  arguments: [
    ([], "All is well."), ([.hint, .hint], "All is well; 2 hints."),
    ([.broken, .broken, .hint], "2 things are broken; one hint."),
  ] as [([Mark], String)])
func theEndSumsUp(_ marks: [Mark], _ summary: String) {
  let report = Report(marks.map { Diagnosis("x", $0, "y") })
  #expect(report.screen(Paint(isOn: false, width: 80)).hasSuffix("\n\(summary)\n"))
}

@Test(arguments: [
  ("/home/ann/config.toml", "/home/ann/config.toml"), ("my socket", "'my socket'"), ("it's", "'it'\\''s'"),
  ("$HOME", "'$HOME'"), ("", "''"),
])
func pathsAreWordsForAShell(_ path: String, _ word: String) { #expect(shellWord(path) == word) }

@Test func unitsAreReadAsSystemctlShowsThem() {
  let units = UnitFacts.units(
    """
    Id=hoursd.socket
    LoadState=loaded
    ActiveState=failed
    SubState=failed
    Result=service-start-limit-hit
    UnitFileState=enabled
    NeedDaemonReload=no

    NRestarts=3
    MainPID=4711
    Id=hoursd.service
    LoadState=loaded
    ActiveState=active
    SubState=running
    UnitFileState=disabled
    NeedDaemonReload=yes
    """)
  #expect(units["hoursd.socket"]?.isFailed == true && units["hoursd.socket"]?.isEnabled == true)
  #expect(units["hoursd.socket"]?.result == "service-start-limit-hit")
  #expect(units["hoursd.service"]?.isActive == true && units["hoursd.service"]?.isEnabled == false)
  #expect(units["hoursd.service"]?.restarts == 3 && units["hoursd.service"]?.mainPID == 4711)
  #expect(units["hoursd.service"]?.needsReload == true && units.count == 2)
}
