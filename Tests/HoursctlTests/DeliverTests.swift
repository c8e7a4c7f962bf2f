// The deliverer, and a daemon that ends at the worst moment: what it is told afterwards.

import Foundation
import Glibc
import Testing

/// What the daemon knows of the message when another one answers, and what it is told then.
///
/// It hung up on the claim, so that nobody can say whether the message was handed over; but no mailer has seen it.
@Test(
  arguments: [
    (#"{"id":2,"state":"sending","tries":4}"#, true), (#"{"id":2,"state":"uncertain","tries":4}"#, true),
    // The claim never came.
    (#"{"id":2,"state":"queued","tries":3}"#, false),
    // Somebody else's claim, of which nothing is known.
    (#"{"id":2,"state":"uncertain","tries":3}"#, false),
    // Its owner was faster.
    (#"{"id":2,"state":"queued","tries":4}"#, false), (#"{"id":2,"state":"waived","tries":4}"#, false),
  ])
func aClaimWithoutAnAnswerIsATryThatFailed(_ found: String, _ isReported: Bool) throws {
  let due = #"{"id":2,"state":"queued","tries":3,"due_at":"2031-01-06T09:00:00+03:00"}"#
  let (asked, status) = try deliver(
    [
      #"{"watching":true,"seq":7}"#, #"{"messages":[{"id":2}]}"#, due, nil, found,
    ] + (isReported ? [#"{"id":2,"state":"queued"}"#] : []))
  let reported =
    #"mail-failed {"id":2,"key":"deliver-2-4","error":"the daemon ended while it handed the message over","later":true}"#
  #expect(
    asked == [
      #"watch {"as":"mail","only":["mail.due"]}"#, #"messages {"state":["queued","failed","sending"]}"#,
      #"message {"id":2}"#, #"mail-claim {"id":2}"#, #"message {"id":2}"#,
    ] + (isReported ? [reported] : []))
  #expect(status == 74)
}

/// What another deliverer has left behind may have been sent, whatever the daemon does: nobody says that it failed.
@Test func whatIsDoubtedIsNeverATryThatFailed() throws {
  let left = #"{"id":2,"state":"sending","tries":3}"#
  let (asked, status) = try deliver([
    #"{"watching":true,"seq":7}"#, #"{"messages":[{"id":2}]}"#, left, nil,
    #"{"error":{"code":"conflict","message":"it is uncertain"}}"#,
  ])
  #expect(asked.dropFirst(2) == [#"message {"id":2}"#, #"mail-claim {"id":2}"#, #"mail-claim {"id":2}"#])
  #expect(status == 0)
}

/// Runs a deliverer once against a daemon that gives these answers, each on a connection of its own; nil hangs up.
private func deliver(_ answers: [String?]) throws -> (asked: [String], status: Int32) {
  let place = try Place()
  try place.listen()
  let process = Process()
  process.executableURL = URL(filePath: Place.program)
  process.arguments = ["mail", "deliver", "--once"]
  process.environment = ["HOURSD_SOCKET": place.socket]
  process.standardError = FileHandle.nullDevice
  try place.start(process)
  var asked: [String] = []
  var clients: [Int32] = []
  for answer in answers {
    let client = accept(place.listener, nil, nil)
    clients.append(client)
    asked.append(place.line(from: client))
    if let answer { place.answer(answer + "\n", to: client) }
    shutdown(client, Int32(SHUT_WR))
  }
  process.waitUntilExit()
  for client in clients { close(client) }
  return (asked, process.terminationStatus)
}
