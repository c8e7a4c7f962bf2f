// What things do when they are well, what customers do, and what a page shows when it is not, in English words.

extension TriageTable {
  static let englishWorks: [WordRow] = [
    WordRow(
      .role(.works),
      """
      answer, get past, get on to, get through to, open, opens, opening, opened, load, loads, loading,
      loaded, work, works, working, wrk, wrking, workin, respond*, answers, answering, come up, comes up,
      coming up, come in, comes in, coming in, come through, comes through, coming through, go through,
      goes through, going through, getting through, get through, goes out, going out, go out, arriv*,
      receive*, receiving, recieve*, recieving, get mail*, gets mail*, getting mail*, get email*,
      gets email*, getting email*, get any mail*, get any email*, getting any, take, takes, taking, accept*,
      save, saves, saving, proceed, continue, print order*, send, sends, sending, sent, deliver*, show,
      shows, showing, display*, appear, appears, appearing, start, starts, starting, boot*, run, runs,
      running, function, functions, functioning, functional, reach, reaches, reached, reachable, access,
      accesses, accessed, accessible, connect, connects, connecting, resolve, resolves, resolving,
      available, up, online, get in, get into, get to, get onto, get on, be found, found, find it, sync*,
      launch, launches, launching, visible, exist, exists, live, alive, responsive, render*, pull up,
      bring up, brought up, use, submit*, process, processed, processing, secure connection, see our,
      see the site, see the shop, see the website, view, go on, visit, respond, ping, show up, shows up,
      turn up, turns up, showing up, gets into, gets to, gets in, gets through, gets past, gets on,
      gets onto, gets past the, saved, recorded, download, upload, uploaded, uploading, downloading
      """),
    WordRow(
      .role(.deals),
      """
      sell, sells, selling, pay, pays, paying, payment, payments, paid for, purchase*, buy, buys, buying,
      order, ordering, book, books, booking, reserve, reserving, check out, checking out, checkout,
      place * order*, complete * order*, complete * purchase, donate, subscribe, finish * order*,
      add to cart, get tickets, buy tickets, finalize, finalise, make an appointment, make a reservation,
      make an order, make a booking, make a payment, get an appointment, make appointments,
      make reservations, make bookings, make payments
      """),
    WordRow(
      .role(.enters),
      """
      log in, login, logging in, log on, logon, log into, logging into, login to, sign in, signin,
      signing in, sign into, sign up, register
      """),
    WordRow(
      .role(.code),
      """
      502, 503, 504, 521, 522, 523, 524, 500er, 50x, 5xx, error 500, error 403, error 501, 500 error*,
      403 error*, http 500, http 403, 500 internal, 403 forbidden, error 5*, 500s, 502s, 503s, 504s, 500er*,
      http 502, http 503, http 504, a 500, a 502, a 503
      """),
    WordRow(.role(.number), "500, 403, 501, 508, 401"),
    WordRow(.role(.missingPage), "404, 404s, 404 error*, error 404, page not found, not found"),
    WordRow(
      .role(.foreign),
      """
      another company, another firm, another business, different company, political message*,
      political slogan*, propaganda, porn*, xxx, sex, casino*, gambling, betting, poker, viagra, cialis,
      dating, escort*, webcam, another site, other site, strange site, unknown site, wrong site,
      different site, another website, other website, different website, wrong website, pills, pill,
      pharma*, drugs, drug, crypto, bitcoin, arabic text*, arabic letter*, arabic script, chinese text*,
      chinese character*, chinese letter*, japanese text*, japanese character*, japanese spam,
      russian text*, turkish flag, skull, naked, nude, adult, isis, someone else*, somebody else*,
      another company*, not ours, isnt ours, not mine, stranger*, spam, scam, foreign, parking page, parked,
      this domain * for sale, domain is for sale, buy this domain, phishing, hacked by, some ads,
      full of ads, spam ads, with ads, ads for, page of a competitor, site of a competitor,
      website of a competitor, shop of a competitor, competitors page, to a competitor*, to our competitor*,
      opens a competitor*, fake, bogus, counterfeit, fraudulent, sketchy, shady, arent ours, loans, payday,
      weapons, steroids, naked women, rubbish ads, obscen*, swear word*, insult*, profanit*, curses,
      hateful, racist, nazi, swastika*, in chinese, in arabic, in turkish, in japanese, in korean, in thai,
      in indonesian, in vietnamese, dont recognise, dont recognize, never heard of, names we dont know,
      products we dont know
      """),
  ]
}
