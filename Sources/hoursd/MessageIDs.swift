// One id per event name: what `journalctl MESSAGE_ID=…` finds and the catalog (systemd/hoursd.catalog) explains.
// They never change.

let messageIDs: [String: String] = [
  "office.opened": "2c9b27c2599e4a949f91c46fb3aaa874",
  "office.closed": "754f8a1b0d9348a38fa335a54840a70d",
  "office.override": "4daa8b17eed04a80a94c854429326acb",
  "office.override-ended": "55522b4a84f64a8c87b21241e8b6461e",
  "office.configured": "52bc8c4ab16047b1a0053831c27a0748",
  "call.received": "b4c385716d284bc094e4881791b49c61",
  "call.triaged": "9e0eb5054917426aaf2957491b45c155",
  "call.ended": "ceab751c0ce9416a85d6a1081f8010ca",
  "caller.told": "3e4778aefa3c43ceb98d0cc6b079b738",
  "caller.forgotten": "8d182de585874a83ba576d16de08a264",
  "issue.queued": "5cd68cc9ca01457d97a05785cc96a5e4",
  "issue.due": "33246a1fa91d428aad9d2b32f2cf18fb",
  "issue.snoozed": "662e217f76cd43168aadf87d950e07ca",
  "issue.noted": "38ac5bbb5188461fa28b57e51196881f",
  "issue.solved": "9ffcc9847dd4453e9ed552b47f42c613",
  "issue.settled": "6b8abc0829374e3bbe58f21ae0f83865",
  "issue.dropped": "ea5c4b9e7adc42278acc9748016756c9",
  "issue.reopened": "8bf5341ba2be4842b1470de4aad63357",
]
