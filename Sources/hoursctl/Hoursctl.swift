// The list of commands: one verb of the protocol each, in the order in which a day needs them.

import ArgumentParser
import HoursWire

/// The command line of the office.
struct Hoursctl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hoursctl",
    abstract: "Talk to hoursd, the office that knows its working hours.",
    discussion: """
      Times are 09:30, tomorrow, monday 10:00, 30 nov 9am, tonight, next-business-day, +2h, +2 working hours, \
      2026-11-24 09:00 or 2026-11-24T09:00:00+03:00. A day alone is its midnight where a stretch of time begins or \
      ends, else its first opening.

      Exit status: 0 done; 1 the answer is no (open), or something is broken (doctor); 64 usage; 65 the daemon \
      refused; 69 no daemon; 74 the connection broke; 78 a wrong configuration (check, eval).
      """,
    version: programVersion,
    groupedSubcommands: [
      CommandGroup(
        name: "Office",
        subcommands: [
          StatusCommand.self, WeekCommand.self, OpenCommand.self, OverrideCommand.self, OverridesCommand.self,
          EndOverrideCommand.self, HoursCommand.self, WorkingAddCommand.self, WorkingBetweenCommand.self,
          PublishCommand.self,
        ]),
      CommandGroup(
        name: "Call",
        subcommands: [
          CallCommand.self, TriageCommand.self, EndCommand.self, ToldCommand.self, CallsCommand.self,
          LookupCommand.self, ContactsCommand.self, ReportCommand.self, ForgetCommand.self,
        ]),
      CommandGroup(
        name: "Queue",
        subcommands: [
          IssuesCommand.self, ShowCommand.self, AddCommand.self, ResolveCommand.self, SnoozeCommand.self,
          NoteCommand.self, DropCommand.self, ReopenCommand.self, MailCommand.self,
        ]),
      CommandGroup(
        name: "Set-up",
        subcommands: [
          InitCommand.self, CheckCommand.self, ReloadCommand.self, DoctorCommand.self, EvalCommand.self,
          VersionCommand.self,
        ]),
      CommandGroup(
        name: "Script",
        subcommands: [WatchCommand.self, AckCommand.self, HooksCommand.self, TickCommand.self]),
    ],
    defaultSubcommand: StatusCommand.self)

  // Here too, so that the options may stand before the verb.
  @OptionGroup var options: CommonOptions
}
