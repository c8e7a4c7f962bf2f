// What counts as a place for mail.

import HoursCore
import Testing

/// `text -> name | local@domain`, or why it is none.
@Test(
  arguments: [
    ("ann@example.org", "- | ann@example.org"),
    ("Ann <ann@example.org>", "Ann | ann@example.org"),
    ("  Ann   Example\t<ann@example.org> ", "Ann Example | ann@example.org"),
    ("<ann@example.org>", "- | ann@example.org"),
    (#""" <ann@example.org>"#, "- | ann@example.org"),
    ("Müller, Ann (Web) <ann@example.org>", "Müller, Ann (Web) | ann@example.org"),
    (#""Ann \"Ace\" \\ Example" <ann@example.org>"#, #"Ann "Ace" \ Example | ann@example.org"#),
    (#"Ann "Ace" Example <ann@example.org>"#, #"Ann "Ace" Example | ann@example.org"#),
    ("Анна <anna@пример.рф>", "Анна | anna@xn--e1afmkfd.xn--p1ai"),
    ("o'hara+work/2=3@a-b.Example.ORG", "- | o'hara+work/2=3@a-b.Example.ORG"),
    ("root@localhost", "- | root@localhost"),
    ("it@MÜNCHEN.de", "- | it@xn--mnchen-3ya.de"),
    ("it@bücher.example", "- | it@xn--bcher-kva.example"),
    ("it@他们为什么不说中文.example", "- | it@xn--ihqwcrb4cv8a8dqg056pqjye.example"),
    ("it@почемужеонинеговорятпорусски.example", "- | it@xn--b1abfaaepdrnnbgefbadotcwatmq2g4l.example"),
    ("it@3年b組金八先生.example", "- | it@xn--3b-ww4c5e180e575a65lsy2b.example"),
    ("it@עברית.example", "- | it@xn--5dbqzzl.example"),

    ("", "noAddress"),
    ("ann", "noAddress"),
    ("@example.org", "noAddress"),
    ("Ann <ann>", "noAddress"),
    ("Ann <>", "noAddress"),
    ("ann@", #"domain("")"#),
    ("ann@.org", #"domain(".org")"#),
    ("ann@example.org.", #"domain("example.org.")"#),
    ("ann@example..org", #"domain("example..org")"#),
    ("ann@-example.org", #"domain("-example.org")"#),
    ("ann@exa_mple.org", #"domain("exa_mple.org")"#),
    ("ann@[192.0.2.1]", #"domain("[192.0.2.1]")"#),
    ("ann@example.org (home)", #"domain("example.org (home)")"#),
    ("it@ｅxample.org", #"domain("ｅxample.org")"#),
    ("it@b\u{75}\u{308}cher.example", "domain(\"bu\u{308}cher.example\")"),
    ("ann@\(String(repeating: "a", count: 64)).org", #"domain("\#(String(repeating: "a", count: 64)).org")"#),
    ("Ann ann@example.org", #"local(" ")"#),
    (".ann@example.org", #"local(".")"#),
    ("ann.@example.org", #"local(".")"#),
    ("ann..b@example.org", #"local(".")"#),
    (#""a b"@example.org"#, #"local("\"")"#),
    ("änn@example.org", #"local("\u{00E4}")"#),
    ("ann\u{0}@example.org", #"local("\0")"#),
    ("ann@example.org\nBcc: all@example.org", "severalAddresses"),
    ("ann@example.org\nBcc", #"domain("example.org\nBcc")"#),
    ("ann@example.org, bob@example.org", "severalAddresses"),
    ("Ann <ann@example.org>, Bob <bob@example.org>", "severalAddresses"),
    ("bob@example.org <ann@example.org>", "severalAddresses"),
    ("Ann <ann@example.org> x", "severalAddresses"),
    ("Ann <ann@example.org", "unclosed"),
    ("\(String(repeating: "a", count: 65))@example.org", "tooLong"),
    ("a@\(String(repeating: "a123456789.", count: 25))org", "tooLong"),
  ])
func mailbox(_ text: String, _ expected: String) {
  do throws(MailboxError) {
    let mailbox = try Mailbox(text)
    #expect("\(mailbox.name ?? "-") | \(mailbox.address)" == expected)
  } catch {
    #expect("\(error)" == expected)
  }
}
