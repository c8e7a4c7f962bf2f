// The deliverer, and a daemon that ends at the worst moment: what it is told afterwards.

import Foundation
import Glibc
import Testing

/// A daemon that hangs up on the claim, so that nobody can say whether the message was handed over; but no mailer has seen it.
@Test func aClaimWithoutAnAnswerIsATryThatFailed() throws {
  let place = try Place()
  try place.listen()
  let process = Process()
  process.executableURL = URL(filePath: Place.program)
  process.arguments = ["mail", "deliver", "--once"]
  process.environment = ["HOURSD_SOCKET": place.socket]
  process.standardError = FileHandle.nullDevice
  try place.start(process)
  var asked: [String] = []
  var open: [Int32] = []
  let answers = [
    #"{"watching":true,"seq":7}"#,
    #"{"messages":[{"id":1,"state":"failed"},{"id":2,"state":"queued","due_at":"2031-01-06T09:00:00+03:00"}]}"#,
    nil,
    #"{"id":2,"state":"queued"}"#,
  ]
  for answer in answers {
    let client = accept(place.listener, nil, nil)
    open.append(client)
    asked.append(place.line(from: client))
    if let answer { place.answer(answer + "\n", to: client) }
    shutdown(client, Int32(SHUT_WR))
  }
  process.waitUntilExit()
  for client in open { close(client) }
  #expect(
    asked == [
      #"watch {"as":"mail","only":["mail.due"]}"#, #"messages {"state":["queued","failed","sending"]}"#,
      #"mail-claim {"id":2}"#,
      #"mail-failed {"id":2,"error":"the daemon ended while it handed the message over","later":true}"#,
    ])
  #expect(process.terminationStatus == 74)
}
