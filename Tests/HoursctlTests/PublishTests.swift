// `publish`: what is asked, and that nothing but the hours is printed.

import Testing

@testable import hoursctl

@Test(arguments: [
  (
    "publish", #"support-hours {"format":"text"}"#, #"{"text":"Support hours: x.\nSOS"}"#,
    "Support hours: x.\nSOS\n"
  ),
  (
    "publish text --language ru", #"support-hours {"language":"ru","format":"text"}"#, #"{"text":"Часы"}"#,
    "Часы\n"
  ),
  (
    "publish opening_hours", #"support-hours {"format":"opening_hours"}"#,
    #"{"opening_hours":"Mo-Fr 09:00-18:00; Sa off \"call\""}"#, "Mo-Fr 09:00-18:00; Sa off \"call\"\n"
  ),
  // What others wrote commands no terminal.
  ("publish", #"support-hours {"format":"text"}"#, #"{"text":"a\u001b[2Jb"}"#, "a␛[2Jb\n"),
  (
    "publish json-ld", #"support-hours {"format":"json-ld"}"#,
    #"{"json_ld":{"@context":"https://schema.org","name":"A \"{\\","a":[{"b":["x","y"],"c":"d"},{"e":"f"}]}}"#,
    #"""
    {
      "@context": "https://schema.org",
      "name": "A \"{\\",
      "a": [
        {
          "b": ["x", "y"],
          "c": "d"
        },
        {
          "e": "f"
        }
      ]
    }

    """#
  ),
  (
    "publish json-ld --json", #"support-hours {"format":"json-ld"}"#, #"{"json_ld":{}}"#, "{\"json_ld\":{}}\n"
  ),
  ("publish --format {text}", #"support-hours {"format":"text"}"#, #"{"text":"x"}"#, "x\n"),
])
func onlyTheHoursArePrinted(_ command: String, _ request: String, _ reply: String, _ output: String) throws {
  let run = try hoursctl(command, replies: reply + "\n")
  #expect(run.request == request)
  #expect(run.output == output)
  #expect(run.status == 0 && run.errors.isEmpty)
  let seen = try hoursctl(command, replies: reply + "\n", columns: 40)
  #expect(seen.output.replacing("\r\n", with: "\n") == output, "on a terminal too")
}

@Test func whatCannotBePublished() throws {
  let wrong = try hoursctl("publish html")
  #expect(wrong.status == 64 && wrong.errors.contains("json-ld"))
  let refused = try hoursctl(
    "publish --language fr", replies: #"{"error":{"code":"invalid","message":"no words"}}"# + "\n")
  #expect(refused.status == 65 && refused.output.isEmpty && refused.errors.contains("no words"))
  let strange = try hoursctl("publish json-ld", replies: "{\"x\":1}\n")
  #expect(strange.status == 74 && strange.output.isEmpty)
}
