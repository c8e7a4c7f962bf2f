// A command line, and the request line that it becomes: one row each.

import HoursWire
import Testing

private let table = #"""
   -> status
  status -> status
  status --json -> status
  --json status -> status
  status --at tonight -> status {"at":"tonight"}
  status --at '2026-11-24 09:00' -> status {"at":"2026-11-24 09:00"}
  open -> status
  open --at 09:30 -> status {"at":"09:30"}
  override closed -> override {"state":"closed"}
  override closed until monday --reason flu -> override {"state":"closed","until":"monday","reason":"flu"}
  override closed --until monday --reason out sick --key k -> override {"state":"closed","until":"monday","reason":"out sick","key":"k"}
  override closed --until monday 10:00 --from tomorrow -> override {"state":"closed","from":"tomorrow","until":"monday 10:00"}
  override closed tomorrow -> override {"state":"closed","from":"tomorrow"}
  override closed for 2 hours -> override {"state":"closed","until":"+2 hours"}
  override open 10:00-14:00 -> override {"state":"open","from":"10:00","until":"14:00"}
  override open saturday 10:00–14:00 -> override {"state":"open","from":"saturday 10:00","until":"14:00"}
  override open saturday 9-17 -> override {"state":"open","from":"saturday 9:00","until":"17:00"}
  override closed from monday 14:00 to 16:30 -> override {"state":"closed","from":"monday 14:00","until":"16:30"}
  override closed next-business-day -> override {"state":"closed","from":"next-business-day"}
  override closed in an hour -> override {"state":"closed","from":"in an hour"}
  override closed for a week -> override {"state":"closed","until":"+a week"}
  overrides -> overrides
  end-override 3 -> end-override {"id":3}
  end-override 3 --key k -> end-override {"id":3,"key":"k"}
  week -> status
  forget acme --yes -> forget {"client":"acme"}
  forget 030 1234567 --yes --key k -> forget {"number":"030 1234567","key":"k"}
  report -> report
  report --client acme -> report {"client":"acme"}
  report --from 1 oct --to yesterday -> report {"from":"1 oct","to":"yesterday"}
  report --csv -> report
  call -> call
  call +79161234567 -> call {"from":"+79161234567"}
  call '8 (495) 123-45-67' -> call {"from":"8 (495) 123-45-67"}
  call +79161234567 the site is down --critical -> call {"from":"+79161234567","about":"the site is down","severity":"critical"}
  call --normal +79161234567 forgot a password -> call {"from":"+79161234567","about":"forgot a password","severity":"normal"}
  status --at +2 working hours -> status {"at":"+2 working hours"}
  status --at 2026-11-24 09:00 --json -> status {"at":"2026-11-24 09:00"}
  hours -> hours
  hours --from 2026-12-21 00:00 --to 2027-01-11 00:00 -> hours {"from":"2026-12-21 00:00","to":"2027-01-11 00:00"}
  hours --to tonight -> hours {"to":"tonight"}
  hours monday 10:00 - 12:00 -> hours {"from":"monday 10:00","to":"12:00"}
  working-add 2h -> working-add {"working":7200}
  working-add 1h30m --from 2026-11-24 09:00 -> working-add {"working":5400,"from":"2026-11-24 09:00"}
  working-add 90 minutes --from tonight -> working-add {"working":5400,"from":"tonight"}
  working-add 7200 -> working-add {"working":7200}
  working-between '2026-11-23 09:00' tonight -> working-between {"from":"2026-11-23 09:00","to":"tonight"}
  working-between 2026-11-23 09:00 tonight -> working-between {"from":"2026-11-23 09:00","to":"tonight"}
  working-between monday 09:00 to friday -> working-between {"from":"monday 09:00","to":"friday"}
  call +7999 --about '404 everywhere' -> call {"from":"+7999","about":"404 everywhere"}
  call --name 'Acme GmbH' --missed -> call {"name":"Acme GmbH","missed":true}
  call +7999 --surcharge accepted --at 22:15 --key k1 -> call {"from":"+7999","surcharge":"accepted","at":"22:15","key":"k1"}
  call +7999 say "hi" \o/ ы -> call {"from":"+7999","about":"say \"hi\" \\o/ ы"}
  triage 17 nobody can pay --critical -> triage {"call":17,"about":"nobody can pay","severity":"critical"}
  triage 17 --answers down=yes,hacked=no -> triage {"call":17,"answers":{"down":true,"hacked":false}}
  triage 17 --issue 3 --surcharge declined -> triage {"call":17,"surcharge":"declined","issue":3}
  end 17 answered -> end {"call":17,"outcome":"answered"}
  end 17 missed --minutes 5 --key k -> end {"call":17,"outcome":"missed","minutes":5,"key":"k"}
  told 17 spoken -> told {"call":17,"channel":"spoken"}
  told acme mail -> told {"client":"acme","channel":"mail"}
  calls -> calls
  calls --client acme --before 9 --limit 5 -> calls {"client":"acme","before":9,"limit":5}
  issues -> issues
  issues --state all -> issues {"state":["all"]}
  call --at yesterday 17:00 +7999 down -> call {"from":"+7999","about":"down","at":"yesterday 17:00"}
  issues --due-by 30 nov --client acme -> issues {"client":"acme","due_by":"30 nov"}
  issues --state pending,solved --kind ring-back --due-by +2h -> issues {"state":["pending","solved"],"kind":"ring-back","due_by":"+2h"}
  issues --client acme --after 4 --limit 10 -> issues {"client":"acme","after":4,"limit":10}
  show 3 -> issue {"id":3}
  add ring the accountant -> add {"about":"ring the accountant"}
  add --due monday 10:00 renew it --promised 30 nov -> add {"about":"renew it","due":"monday 10:00","promised":"30 nov"}
  add --client acme renew it --kind support --due tonight --promised next-business-day -> add {"about":"renew it","client":"acme","kind":"support","due":"tonight","promised":"next-business-day"}
  resolve 3 -> resolve {"id":3}
  resolve 3 restored the site --minutes 40 --was-critical -> resolve {"id":3,"solution":"restored the site","minutes":40,"was_critical":true}
  resolve 3 --no-was-critical -> resolve {"id":3,"was_critical":false}
  snooze 3 next-business-day -> snooze {"id":3,"until":"next-business-day"}
  snooze 3 monday 10:00 -> snooze {"id":3,"until":"monday 10:00"}
  snooze 3 +2 working hours --key k -> snooze {"id":3,"until":"+2 working hours","key":"k"}
  snooze 3 2026-11-24 09:00 -> snooze {"id":3,"until":"2026-11-24 09:00"}
  note 3 he is in Rome -> note {"id":3,"text":"he is in Rome"}
  note 3 -- --json is an option -> note {"id":3,"text":"--json is an option"}
  drop 3 -> drop {"id":3}
  drop 3 a joke -> drop {"id":3,"why":"a joke"}
  reopen 3 -> reopen {"id":3}
  reopen 3 --promised next business day -> reopen {"id":3,"promised":"next business day"}
  reopen 3 --promised tonight -> reopen {"id":3,"promised":"tonight"}
  mail -> messages
  mail list --state sent,failed --issue 3 --after 4 --limit 5 -> messages {"state":["sent","failed"],"issue":3,"after":4,"limit":5}
  mail show 3 -> message {"id":3}
  mail show 3 --raw -> message {"id":3}
  mail edit 3 --subject 'Fast again' --body 'It is.' --key k -> mail-edit {"id":3,"subject":"Fast again","body":"It is.","key":"k"}
  mail send 3 --key k -> mail-send {"id":3,"key":"k"}
  mail waive 3 -> message {"id":3}
  resolve 3 done --send -> resolve {"id":3,"solution":"done","send":true}
  lookup +7 916 123-45-67 -> lookup {"from":"+7 916 123-45-67"}
  contacts -> contacts
  publish -> support-hours {"format":"text"}
  publish json-ld --language de -> support-hours {"language":"de","format":"json-ld"}
  lookup Acme GmbH -> lookup {"name":"Acme GmbH"}
  watch -> watch
  watch --since 40 --as hooks --only issue.due,call -> watch {"since":40,"as":"hooks","only":["issue.due","call"]}
  ack 41 --as hooks -> ack {"seq":41,"as":"hooks"}
  reload -> reload
  reload --key k -> reload {"key":"k"}
  tick -> tick
  tick --json -> tick
  version -> version
  """#

private let rows: [(words: String, request: String)] = table.split(separator: "\n").map { row in
  let halves = row.split(separator: "-> ", maxSplits: 1)
  return (String(halves[0]), String(halves[1]))
}

@Test(arguments: rows)
func sends(_ words: String, _ request: String) throws {
  let run = try hoursctl(words, replies: #"{"error":{"code":"busy","message":"no"}}"# + "\n")
  #expect(run.request == request)
  #expect(run.status == 65)
  #expect(run.errors == "no\n")
  // What it sends is understood on the other side.
  #expect(throws: Never.self) { try RequestLine(Array(request.utf8)) }
}

/// Beside help, what only a deliverer says, and what `export` asks in the program beside.
@Test func everyVerbButHelpCanBeTyped() {
  let sent = Set(rows.map { String($0.request.prefix { $0 != " " }) } + ["waive"])
  #expect(
    Set(verbs.map(\.name)).subtracting(sent)
      == ["help", "mail-claim", "mail-sent", "mail-failed", "snapshot"])
}

/// A message is waived by the issue that it is about.
@Test func waivingAsksForTheIssueFirst() throws {
  let replies = #"{"id":3,"issue":8}"# + "\n" + #"{"id":8,"kind":"support","state":"settled"}"# + "\n"
  let run = try hoursctl("mail waive 3 --key k", replies: replies)
  #expect(run.request == #"message {"id":3}"#)
  #expect(run.laterRequests == [#"waive {"issue":8,"key":"k"}"#])
  #expect(run.output == "issue 8  support  settled\n")
}

@Test(arguments: [
  ("bogus", "No command is named `bogus`; `hoursctl --help` lists them."),
  ("stauts", "No command is named `stauts`; did you mean `status`?"),
  ("Queue", "No command is named `Queue`"), ("ISSUES", "did you mean `issues`?"),
  ("status --form '{state}'", "Unknown option '--form'. Did you mean '--format'?"),
  ("triage 17 critical", "How bad it is, an option says: --critical."),
  ("call +7999 Normal", "How bad it is, an option says: --normal."),
  ("call +49 30 1234567", "Is `30` a part of the number?"),
  ("call +7999 down --about down", "said twice"),
  ("call +7999 --critical --normal", "--normal"),
  ("status --at", "--at"),
  ("status --at tonight bogus --at", "--at"),
  ("hours --from", "--from"), ("hours tomorrow --to friday", "either in words or by --from and --to"),
  ("working-add", "<duration>"),
  ("working-add soon", "`soon` is no working time; write 2h, 90m, 1h30m or seconds."),
  ("working-add 2d", "`2d` is no working time"),
  ("working-between", "<words>"),
  ("working-between tonight", "`tonight` are not two times; put `to` between them"),
  ("working-between monday or perhaps friday", "put `to` between them, for example monday 09:00 to friday"),
  ("override", "<state>"),
  ("override shut", "'open' and 'closed'"),
  ("override closed until", "Until when? For example: until monday"),
  ("override closed until monday --until tuesday", "--until say the same twice"),
  ("end-override", "<id>"),
  ("triage", "<call>"),
  ("triage 17 --answers down", "An answer is written id=yes or id=no, not `down`"),
  ("triage 17 --answers down=maybe", "not `down=maybe`"),
  ("end 17 lost", "answered"),
  ("end seventeen missed", "seventeen"),
  ("told 17 pigeon", "spoken"),
  ("add", "<about>"),
  ("snooze 3", "<until>"),
  ("note 3", "<text>"),
  ("mail edit 3", "say --subject or --body"), ("mail deliver --limit 0", "1 to 600 seconds"),
  ("lookup", "<who>"),
  ("ack 41", "--as"),
  ("issues --limit many", "many"),
  ("status --format {state", "A brace is not closed"),
])
func refusesToSend(_ words: String, _ says: String) throws {
  let run = try hoursctl(words)
  #expect(run.request == nil)
  #expect(run.status == 64)
  #expect(run.errors.contains(says), "\(run.errors)")
  #expect(run.output.isEmpty)
}
