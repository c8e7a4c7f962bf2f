// The first configuration of somebody who was asked five questions: a file to live with, every key in it explained.

import OpeningHours

/// What a newcomer answered, and the file that comes of it.
public struct NewConfiguration: Sendable {
  /// A client's name and telephone numbers.
  public struct Client: Sendable {
    public var name: String
    public var phones: [String]

    public init(name: String, phones: [String]) {
      self.name = name
      self.phones = phones
    }
  }

  /// The working hours.
  public var hours: Expression
  /// The zone; nil leaves it to the system.
  public var timezone: String?
  /// The code of the country or region whose public holidays count.
  public var country: String?
  /// What clients are told about emergencies.
  public var emergency: String?
  /// The country whose numbers need no +.
  public var phoneRegion: String?
  public var client: Client?

  /// Starts with hours alone.
  public init(hours: Expression) { self.hours = hours }

  /// The text of config.toml: valid TOML, whatever was answered.
  public var text: String { [head, times, calendars, words, people, cards].joined(separator: "\n") }

  private var head: String {
    // Holidays that the hours do not ask for would do nothing.
    let mustAsk = country != nil && !hours.usesPublicHolidays
    return """
      # hoursd: when you work, who calls, and what callers hear.
      #
      # A key with a # before it is switched off; take the # away to use it.
      # After a change, `hoursctl check` says whether it is right, and
      # `hoursctl reload` puts it to use.

      # When you work, as OpenStreetMap writes opening hours; "PH off" means closed
      # on public holidays. Others would be:
      #   "Mo-Th 09:00-13:00,14:00-18:00; Fr 09:00-14:00; PH off"
      #   "Tu-Sa 10:00-16:00; Dec 24,31 off; PH off"
      # What they mean, drawn as a week: hoursctl eval "Tu-Sa 10:00-16:00"
      hours = \(tomlText(mustAsk ? "\(hours); PH off" : "\(hours)"))

      # Whose clocks count; it stays so while you travel.
      \(line("timezone", timezone, else: "Europe/Berlin"))

      """
  }

  private var times: String {
    """
    # When your evening begins: friends who called while you worked are rung back.
    #evening = "19:00"

    # When nobody is rung back, and no private reminder comes.
    #quiet = "21:30-09:00"

    # The language that callers hear, where their own entry names no other.
    #language = "en"

    # The country whose telephone numbers may be written without + and its code.
    \(line("phone_region", phoneRegion, else: "DE"))

    """
  }

  private var calendars: String {
    """
    \(country == nil ? "#" : "")[holidays]
    # Public holidays (PH) of a country, "DE", or of a region of it, "DE-BY".
    \(line("country", country, else: "DE"))
    # Days off of your own (PH), and school holidays (SH): iCalendar files, looked
    # for beside this one.
    #calendars = ["company.ics"]
    #school = ["school.ics"]

    [absence]
    # Your vacation, in iCalendar files: closed in all of it, whatever hours says.
    #calendars = ["vacation.ics"]

    """
  }

  private var words: String {
    """
    [support]
    # How you are reached when it is critical; clients are told so in these words.
    \(line("emergency", emergency, else: "Site down or hacked? Call at any time."))
    # What support out of hours costs extra; without it none is offered.
    #surcharge = "+100 %"
    # Whose name stands under what clients read.
    #signature = "Ann, Example Web Studio"

    # What callers hear, in your own words, by language: each text that is not here
    # stays as it is built in (en, ru). contrib/doc/protocol.md lists them all.
    #[words.en]
    #personal-in-hours = "I'm working just now. May I call you {when}?"
    #follow-up-subject = "Done: {about}"

    [critical]
    # What cannot wait for the next business day, beside what is built in; a *
    # stands for anything.
    #phrases = ["checkout is down"]

    [mail]
    # Whom follow-ups are from, and the program that sends them: any sendmail, with
    # the mail on its standard input.
    #from = "Ann <ann@example.org>"
    #command = ["msmtp", "-t"]

    """
  }

  private var people: String {
    let off = client == nil ? "#" : ""
    let phones = client?.phones ?? ["+49 30 1234567", "+49 30 99 *"]
    return """
      # Your clients, a [[client]] for each. "+49 30 99 *" is all that begin so.
      \(off)[[client]]
      \(off)name = \(tomlText(client?.name ?? "Acme GmbH"))
      \(off)phones = [\(phones.map(tomlText).joined(separator: ", "))]
      # Where follow-ups go, what you call them on the command line, their language.
      #email = "it@acme.example"
      #id = "acme"
      #language = "en"
      # They pay to be answered round the clock.
      #contract = "24x7"
      # They are answered at any time, whatever else is said here.
      #always = true

      # Friends, family, the school: called back in the evening when you work.
      #[[personal]]
      #name = "School"
      #phones = ["+49 30 7654321"]
      #id = "school"
      #language = "en"
      # Answered at any time all the same.
      #always = true

      """
  }

  private var cards: String {
    """
    # More of them from your address book, wherever it is kept as vCards: files, or
    # folders with all that is in them. Changes are seen at once, without a reload.
    #[vcards]
    #paths = ["~/.contacts"]
    # The categories, or groups, of your clients, and those of your friends.
    #clients = ["Clients"]
    #personal = ["Friends", "Family"]
    # What all the others are: "unknown", "personal" or "client".
    #others = "unknown"

    """
  }

  private func line(_ key: String, _ value: String?, else example: String) -> String {
    value.map { "\(key) = \(tomlText($0))" } ?? "#\(key) = \(tomlText(example))"
  }
}

/// A text as TOML writes it; in single quotes where that spares the backslashes.
public func tomlText(_ text: String) -> String {
  let isControl = { (scalar: Unicode.Scalar) in scalar.value < 0x20 || scalar.value == 0x7F }
  let isPlain = !text.unicodeScalars.contains(where: isControl)
  if isPlain, text.contains(where: { "\"\\".contains($0) }), !text.contains("'") { return "'\(text)'" }
  var written = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { written.append("\\") }
    if isControl(scalar) {
      let hex = String(scalar.value, radix: 16, uppercase: true)
      written.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".unicodeScalars)
    } else {
      written.append(scalar)
    }
  }
  return "\"\(String(written))\""
}
