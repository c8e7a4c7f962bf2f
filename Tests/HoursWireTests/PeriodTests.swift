// Times that are over, as people name them: seen from Tuesday, 24 November 2026.

import Civil
import HoursWire
import Testing

private let table = """
  november          2026-11-01 to 2026-12-01  November 2026
  December          2025-12-01 to 2026-01-01  December 2025
  oct               2026-10-01 to 2026-11-01  October 2026
  oct 2024          2024-10-01 to 2024-11-01  October 2024
  2026-02           2026-02-01 to 2026-03-01  February 2026
  2025              2025-01-01 to 2026-01-01  2025
  this month        2026-11-01 to 2026-12-01  November 2026
  last month        2026-10-01 to 2026-11-01  October 2026
  this year         2026-01-01 to 2027-01-01  2026
  last year         2025-01-01 to 2026-01-01  2025
  this week         2026-11-23 to 2026-11-30  Mon 23 Nov 2026 - Sun 29 Nov 2026
  last week         2026-11-16 to 2026-11-23  Mon 16 Nov 2026 - Sun 22 Nov 2026
  today             2026-11-24 to 2026-11-25  Tue 24 Nov 2026
  yesterday         2026-11-23 to 2026-11-24  Mon 23 Nov 2026
  monday            2026-11-23 to 2026-11-24  Mon 23 Nov 2026
  tuesday           2026-11-17 to 2026-11-18  Tue 17 Nov 2026
  wednesday         2026-11-18 to 2026-11-19  Wed 18 Nov 2026
  24 nov            2026-11-24 to 2026-11-25  Tue 24 Nov 2026
  25 nov            2025-11-25 to 2025-11-26  Tue 25 Nov 2025
  29 feb            2024-02-29 to 2024-03-01  Thu 29 Feb 2024
  2026-10-05        2026-10-05 to 2026-10-06  Mon 5 Oct 2026
  1 oct - 15 nov    2026-10-01 to 2026-11-16  Thu 1 Oct 2026 - Sun 15 Nov 2026
  oct to nov        2026-10-01 to 2026-12-01  Thu 1 Oct 2026 - Mon 30 Nov 2026
  2024 - 2025       2024-01-01 to 2026-01-01  Mon 1 Jan 2024 - Wed 31 Dec 2025
  dec - oct         2025-12-01 to 2026-11-01  Mon 1 Dec 2025 - Sat 31 Oct 2026
  nov - oct         none
  octember          none
  2026-13           none
  26-10             none
  09:30             none
  30 feb            none
  - oct             none
  oct -             none
  """

private let rows: [[String]] = table.split(separator: "\n").map { row in
  row.split(separator: /\ {2,}/).map(String.init)
}

@Test(arguments: rows)
func aPeriodIsRead(_ row: [String]) throws {
  let today = try #require(CivilDate("2026-11-24"))
  let period = Period(row[0], today: today)
  #expect(period.map { "\($0.from) to \($0.to)" } ?? "none" == row[1])
  if row.count > 2 { #expect(period?.description == row[2]) }
}
