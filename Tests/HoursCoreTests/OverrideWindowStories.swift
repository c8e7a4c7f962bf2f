// From when until when: what the owner leaves out of an override, and what is meant by what was said.

import Testing

@testable import HoursCore

@Suite struct OverrideWindowStories {
  @Test(arguments: windows) func areUnderstood(_ story: Story) throws { try story.run() }

  static let windows = stories(
    """
    # two times of day that hold now are today's
    Mon 2026-11-23 11:00  override closed from 10:00 until 14:00 -> from Mon 2026-11-23 11:00, until Mon 2026-11-23 14:00
    Mon 2026-11-23 11:00  override closed from 10:00 until 10:30 -> from Tue 2026-11-24 10:00, until Tue 2026-11-24 10:30
    Mon 2026-11-23 11:00  override closed from 10:00 until +2 -> from Mon 2026-11-23 11:00, until Mon 2026-11-23 12:00
    Mon 2026-11-23 11:00  override closed from 12:00 until +2 -> from Mon 2026-11-23 12:00, until Mon 2026-11-23 14:00

    # over midnight
    Tue 2026-11-24 01:00  override open from 22:00 until 02:00 -> from Tue 2026-11-24 01:00, until Tue 2026-11-24 02:00
    Tue 2026-11-24 01:00  override open from 22:00 until 00:30 -> from Tue 2026-11-24 22:00, until Wed 2026-11-25 00:30

    # a day alone is the whole day; what of it is over is left out
    Mon 2026-11-23 11:00  override closed from 2026-11-26 -> from Thu 2026-11-26 00:00, until Fri 2026-11-27 00:00
    Mon 2026-11-23 11:00  override closed from 2026-11-26 until 14:00 -> from Thu 2026-11-26 00:00, until Thu 2026-11-26 14:00
    Mon 2026-11-23 11:00  override closed from 2026-11-23 -> from Mon 2026-11-23 11:00, until Tue 2026-11-24 00:00
    Mon 2026-11-23 11:00  override closed from 2026-11-20 until 2026-11-25 -> from Mon 2026-11-23 11:00, until Wed 2026-11-25 00:00
    Mon 2026-11-23 11:00  override closed from Thu 2026-11-26 12:00 -> from Thu 2026-11-26 12:00, until Thu 2026-11-26 18:00

    # days by their names, counted from where it begins
    Mon 2026-11-23 11:00  override closed until tomorrow -> from Mon 2026-11-23 11:00, until Tue 2026-11-24 00:00
    Mon 2026-11-23 11:00  override closed until monday -> until Mon 2026-11-30 00:00
    Mon 2026-11-23 11:00  override closed from today -> from Mon 2026-11-23 11:00, until Tue 2026-11-24 00:00
    Mon 2026-11-23 11:00  override closed from saturday -> from Sat 2026-11-28 00:00, until Sun 2026-11-29 00:00
    Mon 2026-11-23 11:00  override closed from saturday 10:00 until 14:00 -> from Sat 2026-11-28 10:00, until Sat 2026-11-28 14:00
    Mon 2026-11-23 11:00  override closed from 2026-12-24 until monday -> from Thu 2026-12-24 00:00, until Mon 2026-12-28 00:00

    # working time and business days are those of the hours until then
    Mon 2026-11-23 11:00  override closed until +2 working hours -> until Mon 2026-11-23 13:00
    Mon 2026-11-23 11:00  override closed until next-business-day -> until Tue 2026-11-24 09:00

    # what cannot be
    Mon 2026-11-23 11:00  override closed until Mon 2026-11-23 11:00 -> refused overrideIsPast
    Mon 2026-11-23 11:00  override closed from 2026-11-20 -> refused overrideIsPast
    Mon 2026-11-23 11:00  override closed from 2026-11-27 until 2026-11-26 -> refused overrideEndsBeforeItBegins
    Mon 2026-11-23 11:00  override closed from 2026-11-27 until 2026-11-27 -> refused overrideEndsBeforeItBegins
    Mon 2026-11-23 11:00  override closed until Tue 2027-12-28 11:00 -> until Tue 2027-12-28 11:00
    Mon 2026-11-23 11:00  override closed until Tue 2027-12-28 11:01 -> refused overrideTooFarAhead

    # hours that never change need an end
    hours: 24/7
    Mon 2026-11-23 11:00  override closed      -> refused overrideNeedsUntil
    Mon 2026-11-23 11:00  override closed until 14:00 -> affected none
    Mon 2026-11-23 11:00  tick                 -> office.closed
    Mon 2026-11-23 14:00  tick                 -> office.override-ended, office.opened
    """)
}
