// Whose calls and issues: a contact by id or by name, in the book or in it no more.

import Testing

@Suite struct ContactTests {
  static let contacts = """
    \(closedNow)
    phone_region = "DE"
    [[client]]
    id = "acme"
    name = "Acme GmbH"
    phones = ["030 1234567"]
    [[personal]]
    name = "Boris"
    phones = ["030 7654321"]
    """

  /// Calls and issues by name: `acme | 1 | 1 3`; nobody's are an error.
  private func expect(_ table: String, of daemon: DaemonProcess) throws {
    for row in table.split(separator: "\n") {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.split(separator: " ").joined(separator: " ")
      }
      for (verb, key, ids) in [("calls", "call", cells[1]), ("issues", "id", cells[2])] {
        let reply = try daemon.ask("\(verb) {\"client\":\"\(cells[0])\"}")
        let found = reply.list(verb).compactMap { $0[key] as? Int }.map { "\($0)" }.joined(separator: " ")
        #expect((reply.code ?? found) == ids, "\(verb) of \(cells[0]): \(reply)")
      }
    }
  }

  @Test func areFoundByIdAndName() throws {
    let daemon = try DaemonProcess(Self.contacts)
    for line in [
      #"call {"from":"030 1234567","missed":true}"#, #"call {"from":"030 7654321","missed":true}"#,
      #"add {"client":"Acme GmbH","about":"x","due":"+2h"}"#,
    ] { try daemon.ask(line) }
    try expect(
      """
      acme      | 1         | 1 3
      Acme GmbH | 1         | 1 3
      ACME gmbh | 1         | 1 3
      Boris     | 2         | 2
      Bobo      | not-found | not-found
      """, of: daemon)
    try daemon.folder.write(closedNow, to: daemon.folder.configuration)
    try daemon.ask("reload")
    try expect(
      """
      acme      | 1         | 1 3
      Acme GmbH | not-found | not-found
      """, of: daemon)
  }

  @Test func whoHasNothingIsNoError() throws {
    try expect("acme | | \nBoris | | ", of: try DaemonProcess(Self.contacts))
  }
}
