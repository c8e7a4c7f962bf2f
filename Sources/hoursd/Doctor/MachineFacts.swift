// What a visit finds out about a machine and a home, before any of it is judged. Values only: the checks are tables over
// them, and whatever touches the world is in Visit.swift and the files that it names.

import Civil
import HoursCore
import HoursSetup
import HoursStore
import HoursWire
import Systemd

/// Everything that is known when the checks begin.
struct MachineFacts {
  var now = Instant(seconds: 0)
  /// Who asks: the name, and the number.
  var user = (name: "", id: UInt32(0))
  var programs = ProgramFacts()
  var socket = SocketFacts()
  var daemon = Answer.nobody(why: "No such file or directory")
  /// Since when a message has been due; nil when none is.
  var mailDue: Instant?
  var manager = ManagerFacts.absent(why: "")
  /// This user may make user namespaces; nil where nobody needs them, or it cannot be tried.
  var hasUserNamespaces: Bool?
  /// Whether the manager lives on while the user is logged out; nil where no logind ends it.
  var lingers: Bool?
  /// `XDG_RUNTIME_DIR` is not set, though this folder, which it should name, is there.
  var unnamedRuntime: String?
  var time = TimeFacts()
  var configuration = ConfigurationFacts()
  var hooks = HookFacts()
  var journal = JournalFacts()
  var state = StateFacts()
}

/// The two programs.
struct ProgramFacts {
  enum Beside: Equatable {
    case missing, mute
    case version(String)
  }

  /// Of this program.
  var version = programVersion
  /// Where this program is.
  var folder = ""
  /// The hoursctl in the same folder.
  var hoursctl = Beside.missing
  /// The program file of the running service is not there any more: another one took its place.
  var runsReplaced = false
}

/// The socket's path, and what is there.
struct SocketFacts {
  var path = ""
  /// What chose the path.
  var rule = ""
  /// The path came from the command line, so that other commands need it, too.
  var isOption = false
  var file = FileFacts.missing
  var folder = FileFacts.missing
}

/// What is behind a path.
enum FileFacts: Equatable {
  case missing
  /// It cannot be looked at: the system's words.
  case hidden(why: String)
  /// The mode's twelve bits, the owner's number, and when the content was last changed.
  case there(mode: UInt32, owner: UInt32, changed: Instant)
}

/// What came back from the socket.
enum Answer {
  /// Nobody listens: the system's words.
  case nobody(why: String)
  /// Somebody listens, and says nothing in time.
  case mute
  case spoke(Words)

  struct Words {
    var version: String?
    /// Absent when it was refused, or when another version's cannot be read.
    var status: Status?
    var refusal: ErrorReply.Body?
  }

  var words: Words? { if case .spoke(let words) = self { words } else { nil } }
  var status: Status? { words?.status }
}

extension Answer {
  /// What is judged of the daemon's status, and no key more: another version's may lack it, and has to be told of.
  struct Status: Decodable {
    var state: OfficeState
    var now: Instant
    var until: Instant?
    var nextReminder: Instant?
    var zone: String?
    var hours: String?
    var alarm: String?
    var clock: String?
    var configurationError: String?
    var configurationAt: Instant?
    var seq: Int64?
    var unsent: Int?

    private enum CodingKeys: String, CodingKey {
      case state, now, until, zone, hours, alarm, clock, seq, unsent
      case nextReminder = "next_reminder"
      case configurationError = "configuration_error"
      case configurationAt = "configuration_at"
    }
  }
}

/// The user's service manager.
enum ManagerFacts {
  case absent(why: String)
  /// It was asked, and did not answer in time.
  case mute
  case present(Units)

  struct Units {
    /// Before anything was asked of the socket: a question starts the daemon.
    var socket = UnitFacts()
    var service = UnitFacts()
    /// The deliverer's, and that of the hooks.
    var mail = UnitFacts()
    var hooks = UnitFacts()
    /// After that.
    var isServing = false
    /// How many of the alarm's timers stand, after that.
    var timers = 0
  }

  var units: Units? { if case .present(let units) = self { units } else { nil } }
}

/// How a process ended.
enum Ending: Equatable {
  case exited(status: Int32)
  case killed(signal: Int32)
}

/// A unit in systemd's words, as `systemctl show` has them.
struct UnitFacts: Equatable {
  var load = "not-found"
  var active = "inactive"
  var sub = "dead"
  var result = "success"
  var file = ""
  var needsReload = false
  var restarts = 0
  var mainPID: Int32 = 0
  /// How its process ended last, when it does not run.
  var ended: Ending?
  /// The owner's additions, as paths.
  var dropIns: [String] = []
  /// It asks for a user namespace.
  var isPrivate = false

  var isInstalled: Bool { load != "not-found" }
  var isMasked: Bool { load == "masked" }
  var isActive: Bool { ["active", "activating", "reloading"].contains(active) }
  var isFailed: Bool { active == "failed" }
  var isEnabled: Bool { file.hasPrefix("enabled") || file.hasPrefix("linked") || file == "static" }
}

/// Zone and clock of the system.
struct TimeFacts {
  var systemZone = "UTC"
  /// The office's zone; UTC where it is not known or cannot be read.
  var office = Zone.utc
  /// The office's zone is known by its name, and the system's database has no data for that.
  var missingZone: String?
  /// Nil where the kernel does not say.
  var isSynchronised: Bool?

  /// A time as people say it, by the office's clocks.
  func spelled(_ instant: Instant, seenFrom now: Instant) -> String {
    LocalTime(office.rfc3339(instant))?.spelled(on: office.civil(now).date) ?? "\(instant)"
  }
}

/// The owner's files.
struct ConfigurationFacts {
  enum Reading {
    case good(Configuration)
    case wrong([String])
  }

  var path = ""
  var file = FileFacts.missing
  var reading = Reading.wrong([])
  /// What is odd, a sentence each, but for vCards.
  var warnings: [String] = []
  /// Where vCards are named: whom they name, and what is odd about them.
  var cards: CardCount?
  var cardWarnings: [String] = []
  /// When the newest of config.toml and its calendars was changed, and which one that is.
  var newest: (path: String, changed: Instant)?
  /// The mail command's program was found and can be run; nil when there is no command.
  var mailerIsThere: Bool?

  var configuration: Configuration? { if case .good(let value) = reading { value } else { nil } }
}

/// The owner's hooks, and what `hoursctl hooks` has noted of them.
struct HookFacts {
  struct Failing {
    let name: String
    let failure: HookFailure
    /// Its file was written after that.
    let isChanged: Bool
  }

  var folder = ""
  /// Those that would be run.
  var names: [String] = []
  /// Those of them that failed the last time.
  var failing: [Failing] = []
}

/// The journal, as this user sees it.
struct JournalFacts {
  enum Reading: Equatable {
    case entry, nothing
    case failed(why: String)
    case mute
    case notInstalled
  }

  /// journald's socket is there.
  var isThere = false
  var reading = Reading.notInstalled
  /// The catalog's file is installed where journalctl looks for it; and journalctl knows its texts.
  var hasCatalog = false
  var isExplained = false
}

/// The state folder, and the log in it.
struct StateFacts {
  var path = ""
  var folder = FileFacts.missing
  /// The log and its companions.
  var files: [(path: String, facts: FileFacts)] = []
  var log = LogLook.none
  /// The process that has the log open.
  var holder: Int32?
  /// In bytes; nil where it is not known.
  var free: Int64?
  var fileSystem = FileSystem.disk
}
