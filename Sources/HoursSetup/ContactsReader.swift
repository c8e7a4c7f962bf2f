// `[[client]]` and `[[personal]]`: the address book as the owner wrote it.

import HoursCore

/// Reads contacts and fills the book; clients first, since what is given twice is theirs.
struct ContactsReader {
  private let report: Report
  private let language: String
  private let phones: PhoneNumbers
  private(set) var contacts: Contacts
  private var idLines: [String: Int] = [:]

  init(phones: PhoneNumbers, language: String, report: Report) {
    self.report = report
    self.language = language
    self.phones = phones
    self.contacts = Contacts(phones: phones, language: language)
  }

  mutating func read(_ document: inout TableReader) {
    var found: [(person: Int, caller: Caller, table: TableReader, phones: [Located<String>])] = []
    let tables =
      document.tables("client").map { ($0, CallerClass.client) }
      + document.tables("personal").map { ($0, CallerClass.personal) }
    guard tables.count <= SetupLimits.contacts else {
      return report.error(.tooMany(what: "contacts", limit: SetupLimits.contacts))
    }
    for (table, callerClass) in tables {
      var table = table
      guard let (caller, phones) = read(&table, callerClass) else { continue }
      found.append((contacts.add(caller), caller, table, phones))
    }
    // Ids before names: an id means one contact, a name may be shared.
    for entry in found {
      if let id = entry.caller.id { _ = contacts.name(id, entry.person) }
    }
    for entry in found {
      if let name = entry.caller.name, let holder = contacts.name(name, entry.person) {
        report.warn(
          .nameTwice(name, holds: holder.id ?? name), key: entry.table.name("name"), at: entry.table.position)
      }
      for phone in entry.phones { add(phone, entry.person, entry.table) }
    }
  }

  private mutating func read(
    _ table: inout TableReader, _ callerClass: CallerClass
  ) -> (Caller, [Located<String>])? {
    let limit = SetupLimits.nameBytes
    let isClient = callerClass == .client
    let example = isClient ? "\"Acme GmbH\"" : "\"School\""
    let name = table.string("name", example: example, limit: limit)
    let hasName = table.has("name")
    if !hasName { table.error(.keyMissing("name", example: "name = \(example)"), nil, at: table.position) }
    let id = table.string("id", example: "\"acme\"", limit: limit)
    let phones =
      table.strings(
        "phones", example: "[\"+49 30 1234567\"]", limit: limit, count: SetupLimits.phones, of: "numbers")
      ?? []
    let language = languageTag(&table)
    let always = table.boolean("always")
    var caller = Caller(
      class: callerClass, language: language ?? self.language, always: always?.value ?? false)
    if isClient {
      caller.contract = contract(&table)
      caller.email = mailAddress(&table)
    }
    table.finish(others: isClient ? [:] : ["email": "client", "contract": "client"])
    guard let name else { return nil }
    caller.name = name.value
    caller.id = id?.value ?? name.value
    checkID(caller.id ?? "", table.name("id"), at: id?.position ?? name.position)
    return (caller, phones)
  }

  private mutating func checkID(_ id: String, _ key: String, at position: Position) {
    if let line = idLines[id.lowercased()] {
      report.error(.duplicateID(id, firstLine: line), key: key, at: position)
    } else {
      idLines[id.lowercased()] = position.line
    }
  }

  private func contract(_ table: inout TableReader) -> Contract {
    guard let text = table.string("contract", example: "\"24x7\"") else { return .standard }
    if let contract = Contract(rawValue: text.value) { return contract }
    let known = Contract.allCases.map(\.rawValue)
    let guess = nearest(to: text.value, among: known)
    table.error(.noSuchWord(text.value, nearest: guess, known: known), "contract", at: text.position)
    return .standard
  }

  private func mailAddress(_ table: inout TableReader) -> String? {
    guard let text = table.string("email", example: "\"it@acme.example\"", limit: SetupLimits.nameBytes)
    else {
      return nil
    }
    do { _ = try MailAddress(text.value) } catch {
      table.error(.notAMailbox(text.value, error), "email", at: text.position)
    }
    return text.value
  }

  private mutating func add(_ phone: Located<String>, _ person: Int, _ table: TableReader) {
    let key = table.name("phones")
    let holder: Caller?
    if phone.value.contains("*"), phone.value.contains("+") || phone.value.last == "*" {
      do {
        holder = contacts.prefix(try PhoneNumbers.prefix(phone.value), person)
      } catch .noPlus {
        return report.error(.patternWithoutPlus(phone.value), key: key, at: phone.position)
      } catch {
        return report.error(.starInside(phone.value), key: key, at: phone.position)
      }
    } else if let number = phones.e164(phone.value) {
      holder = contacts.number(number, person)
    } else {
      holder = contacts.number(PhoneNumbers.bare(phone.value), person)
      report.warn(.notANumber(phone.value, region: phones.region), key: key, at: phone.position)
    }
    if let holder {
      report.warn(.phoneTwice(phone.value, holds: holder.name ?? ""), key: key, at: phone.position)
    }
  }
}

/// The `language` of a table, if it has one: a BCP 47 tag, by its form.
func languageTag(_ table: inout TableReader) -> String? {
  guard let text = table.string("language", example: "\"en\"", limit: SetupLimits.nameBytes) else {
    return nil
  }
  let parts = text.value.split(separator: "-", omittingEmptySubsequences: false)
  let isTag = parts.enumerated().allSatisfy { index, part in
    (index == 0 ? 2 : 1)...8 ~= part.utf8.count
      && part.allSatisfy { $0.isASCII && ($0.isLetter || index > 0 && $0.isNumber) }
  }
  guard isTag else {
    table.error(.notALanguage(text.value), "language", at: text.position)
    return nil
  }
  return text.value
}
