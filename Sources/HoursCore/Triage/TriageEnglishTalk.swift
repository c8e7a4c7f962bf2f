// What else English words do: deny, ask, wish, suppose, hint; and those that mean nothing here.

extension TriageTable {
  static let englishTalk: [WordRow] = [
    WordRow(
      .role(.not),
      """
      you cant, you cannot, you can not, you can no longer, one cant, one cannot, nobodys, no ones, noones,
      cannot be, cant be, can not be, wont even, couldnt be, none of, neither of, not one, not, cannot,
      cant, can not, wont, dont, doesnt, doesn, doesnot, isnt, arent, wasnt, werent, didnt, hasnt, havent,
      hadnt, couldnt, wouldnt, aint, nobody, no one, noone, no body, none, never, neither, nor, nothing,
      no longer, not able, isn, doesn t, isn t, can t, won t, don t, didn t, hasn t, dosent, doesent, dosnt,
      isint, cnt, dnt, hardly, barely, n t, not any
      """),
    WordRow(
      .role(.ceases),
      """
      unable, stopped, stops, stop, ceased, quit, fails to, failed to, failing to, refuses to, refusing to,
      refuse to, impossible, impossible to, without, unable to, being unable to, struggle to, difficult to,
      keeps failing to, gave up
      """),
    WordRow(
      .role(.filler),
      """
      thanks for helping, helped, helpful, report, reports, reported, reporting, tell, tells, told, telling,
      say, says, said, complain*, mention*, call, called, calling, wrote, email me, texted, now and then,
      a bit empty, looks empty, look empty, kind of empty, feels empty, cant wait to, cant wait for,
      cannot wait to, how come, no matter how, whatever, what a, what the hell, what the heck, how the hell,
      where it, where we, where the, you know how, a, an, the, is, are, was, were, be, been, being, am, has,
      have, had, do, does, did, will, would, get, gets, got, getting, getting a, to, of, very, really,
      completely, totally, entirely, fully, absolutely, just, still, even, yet, at all, now, right,
      right now, currently, again, anymore, any more, any, all of a sudden, suddenly, apparently, obviously,
      simply, only, also, too, so, then, already, always, keeps, keep, kept, constantly, quickly, quick,
      soon, immediately, asap, here, there, hi, hello, hey, dear, good morning, good evening,
      good afternoon, good day, thanks, thank you, sorry, um, uh, er, ok, well, oh, god, omg, wtf, damn,
      fucking, bloody, freaking, me, us, my, our, your, their, his, her, one more, i think, maybe, perhaps,
      guys, man, mate, sir, madam, mr, mrs, ms, dr, this morning, this evening, today, tonight, somehow,
      properly, correctly, ever, im, ive, weve, youre, must, need, needs, can, could, may, might, should,
      shall, seems, seem, seemed, look, looks, appears to, want, wants, let, lets, letting, make, way, both,
      whole, entire, complete, some, sort, kind, bit, little, big, serious, huge, major, urgent, moment,
      minute, min, hour, hours, minutes, day, days, u, ur, r, ann, since, for, it seems, never ever, back,
      all the time, though, the move, the migration, the upgrade, the redesign, the renewal, suite, suites,
      served, serves, severe, several, domestic, formed, format, formal, former, pavement, ordinary, border,
      older, holder, folder, sorted, hosted, posted, thanks for * help, thank you for * help,
      thanks * lot for * help, for your help, for the help, for the quick help, in the end, at the end,
      from time to time, hackathon*, life hack*, growth hack*, hackerspace, heart attack, shop window,
      shop floor, break down the, workshop*, photoshop*, restore, bookstore, app store, play store,
      down payment, write down, calm down, sit down, down the, downtown, come down, up and down, close down,
      slow down, slowed down, scroll down, scrolling down, drop down, pull down, lost and found, lost found,
      dead line, deadline, shut down my, down to, down at, in order to, of course, crash course,
      breakdown of, address book, guest book, guestbook, facebook page, page views, book a call,
      book a meeting, book an appointment, book a table, book a slot, log in data, last page,
      open questions, open question, in case of doubt, not only, why not, not yet, if not, or not,
      whether or not, not bad, no problem, not a problem, no worries, no hurry, no rush, not urgent,
      nothing urgent, not an emergency, not a emergency, no emergency, nothing serious, not important,
      nothing important, not that important, no stress, no big deal, i cant believe, cant believe,
      i dont know, dont know, i dont understand, dont understand, didnt do anything, cant remember if,
      no idea, i have no, not sure, do not hesitate, dont hesitate, dont worry, dont forget,
      didnt change anything, havent changed anything, didnt touch, havent touched, nothing to do with,
      not my fault, not sure if, no matter, not even funny, no joke, not kidding, not joking, working hours,
      work hours, we are not open, were not open, we dont work, i dont work, im not working,
      i am not working, we are not working, not open on, not working on, if i open, if i go, if i try,
      if i click, if i type, if i visit, if i enter, if i call up, if i look, if i want, if you open,
      if you go, if you try, if you click, if you type, if you visit, if we open, if we go, if we try,
      if people, if customers try, if someone tries, if anyone tries, if you have, if you can, if possible,
      if you could, if you get this, if you hear this, if youre there, if you are there, if you see,
      if youre awake, if you are awake, when i, when we, when you, when people, when customers,
      when someone, when visitors, when users, when clients, when guests, when trying, when opening,
      when loading, when clicking, when logging, when it loads, when you have, even if, as if,
      what if anything, if that helps, see if, check if, look if, check whether, see whether, please, plz,
      pls, kindly, pleas, please please, no orders * lost, no orders * missing, no mail* * lost,
      no email* * lost, no email please, no emails please, decide, agree, imagine, attend, swim,
      no mail from you, no email from you, no message from you, able, able to, be able to, is able to,
      are able to, manage to, manages to, managed to, nowhere near, would you mind, would you please,
      would you be so kind, would you call, would you phone, would you ring, would it be possible to call,
      attached, attach, attaching, ill explain, i will explain, i can explain, explain everything,
      explain when, explain later, explain on, ill tell you, if you google, if you search, if you follow,
      if one, if anyone, when you google, when you search, when one, when anyone, when i google,
      if i google, if somebody, when somebody, looks broken in, look broken in, looking, looking for,
      looking at, ive been looking, when the guests, when the customers, when the visitors,
      when the clients, when the users, when the people, when the patients, when the members,
      when the students, when the readers, when the buyers, when the shoppers, when our guests,
      when our customers, when our visitors, when our clients, when our users, when our people,
      when our patients, when our members, when our students, when our readers, when our buyers,
      when our shoppers, when my guests, when my customers, when my visitors, when my clients,
      when my users, when my people, when my patients, when my members, when my students, when my readers,
      when my buyers, when my shoppers, and then, after that, eventually, altogether
      """),
    WordRow(
      .role(.pronoun),
      """
      it, its, it is, that, thats, this, they, everything, something, anything, all of it, the thing,
      the whole thing, whole thing, stuff, things, nothing
      """),
    WordRow(
      .role(.many),
      """
      you cant, you cannot, you can not, you can no longer, one cant, one cannot, nobodys, no ones, noones,
      everyone, everybody, all, every, each, nobody, no one, none of, customers, clients, users, visitors,
      guests, members, people, buyers, shoppers, patients, students, readers, drivers, employees, staff,
      colleagues, whole company, entire company, whole team, whole office, everywhere, anyone, anybody,
      customer, client, user, worldwide, subscribers, any customer, each customer, every customer, half the,
      parents, tenants, donors, players, partners, suppliers, resellers, dealers, viewers, participants,
      attendees, passengers, travellers, travelers, teachers, sellers, vendors, receptionist*, cashiers,
      couriers, waiters, nurses, applicants, candidates, bidders, renters, pupils, kids, followers, callers,
      branches, half of our, half our, the kitchen, the warehouse, whole department, entire staff,
      everybodys, everyones, recipients, senders, runners, borrowers, residents, citizens, freelancers,
      exhibitors
      """),
    WordRow(
      .role(.one),
      """
      just me, only me, only for me, just for me, only on my, just on my, on my end, my colleague*,
      my husband cant, one user, a single user, one person, one colleague, my intern, my assistant,
      new colleague, a colleague, my daughter, my son, my wife cant
      """),
    WordRow(.role(.myself), "i, me, ive, im, myself, my secretary, id"),
    WordRow(.role(.us), "we, us, weve, were"),
    WordRow(
      .role(.cannot),
      """
      wont, cannot be, cant be, can not be, wont even, refuses to, couldnt be, nothing, nothing at all
      """),
    WordRow(.role(.no), "no, zero, no single, not a single, not one"),
    WordRow(
      .role(.asks),
      """
      how, will the, will our, will my, will it, will there, will you, would you, what does, what about,
      what should, what do, whats, what can, where, what to do when, what to do if, what to do in, how do,
      how can, how could, how to, how would, how should, how much, how long would, how many, how secure,
      how safe, how often, how does, how is, how are, how come i, how about, what would, what if,
      what happens, what should i, what should we do if, what is the, what are the, what is a, what kind,
      whats the, who do, whom do, whom should, who should, who has, who is, who can, who will, where do,
      where can, where is, where are, where should, where to, when does, when do, when will, when is,
      when can, when are, do you have, do you do, do you offer, do you think, do you also, can i, can we,
      could i, could we, may i, may we, should i, should we, is it possible, is it ok, is it okay,
      is there a way, is there any way, is there a possibility, would it be possible, are you able,
      are you reachable, are you available, i have a question, ive got a question, got a question,
      quick question, question about, question on, a question, wondering whether, wondering if, wondered if,
      wondering how, wondering what, i wonder, curious, how the, how it, how this, how our, how my,
      forgot how, forget how, remember how, know how, dont know how, not sure how, explain, tell me how,
      tell me what, tell me whether, tell me if, show me how, show us how, tell me where, tell me when,
      teach, want to know how, want to know if, wanted to ask, want to ask, like to ask, like to know,
      are we safe, can you tell me whether, can you tell me if, can you tell me when, can you tell me how,
      worried about, how long should
      """),
    WordRow(
      .role(.grants),
      """
      check the site, check the website, check our site, check our website, check the server,
      check the shop, check our shop, look at the site, look at our site, look at the website,
      look at our website, look at the server, look at our shop, look at the shop, how can the site,
      how can the shop, how can our, whats going on, whats wrong, whats up with, whats the matter,
      what is wrong, what is going on, how come, what the hell, what the heck, how the hell,
      how is it possible, how can it be, what should we do now, what do we do now, where is my site,
      where is my website, where is my shop, where is our site, where is our website, where is our shop,
      where is the site, where is the website, wheres my website, wheres my site, wheres our site,
      what happened, whats happening, why, how long, do you know that, do you know why, do you know the,
      did you know, are you aware, did you notice, have you noticed, have you seen, did you see, do you see,
      report that, to report, tell you that, let you know, inform you, to say that, noticed that,
      just noticed, because, now what, know why, can you see why, find out why, figure out why, fix, repair,
      can you check, could you check, please check, have a look, take a look, look at
      """),
    WordRow(
      .role(.ifs),
      """
      will be, would be, going to be, if, in case, whenever, when the, when it, when our, when my, when a,
      when something, when there, once the, should the, should our, should it, supposing, suppose, assuming,
      in the event, what if, unless, in the future, hypothetically, theoretically, to prevent, prevent,
      avoid, protect*, against, to make sure, make sure
      """),
    WordRow(
      .role(.wants),
      """
      send the, please send, please forward, please email, add, adding, create, creating, write, writing,
      put up, put a, put the, put in, put our, put it, design, designing, change the, change our, change my,
      change your, change to, update the, update our, update my, remove the, remove our, remove my,
      please delete, delete the, delete my, delete our, can you delete, translate, make a, make an,
      make the, make our, make it look, make us, build, building, set up, setup, install a, install the,
      would like, wed like, id like, id love, id rather, want to, want a, want the, want our, wants to,
      wants a, plan to, planning to, planning a, plan on, planned, thinking about, thinking of, think about,
      consider*, intend*, interested in, send me, send us, send an, send you, send a, schedule, move the,
      move our, moving the, migrate, migration, migrating, renew, switch to, upgrade, redesign, rename,
      replace the, swap, train, ignore, unsubscribe, remind, quote for, offer for, estimate, take the old,
      take down, taking down, take the, take it, close the shop, close the, close our, upload a, upload the,
      include, insert, embed, prepare, could we have, can we have, switch the, switch our, switch off,
      turn the, turn our, turn off, shut the, shut off
      """),
    WordRow(
      .role(.topic),
      """
      can be, should be, must be, has to be, have to be, needs to be, need to be, shall be, article about,
      article on, post about, post on, page about, page that, page for, section about, section on,
      text about, training about, training on, workshop on, workshop about, talk about, talk on,
      presentation about, course on, course about, book about, guide on, guide about, read about, read that,
      heard about, in the news, news about, learn about, learn more, tips, advice, proposal, typo in,
      spelling of, text says, the word, headline says, instructions, manual for, checklist,
      planned downtime, planned maintenance, maintenance page, maintenance window, maintenance note,
      scheduled, friends site, friends website, friends shop, many sites, many websites, many companies,
      other companies, other sites, other websites, competitor*, school website, school site,
      another company was, neighbours site, i read, read in, in the paper*, in the newspaper*,
      in a magazine, on tv, some other company, some other firm, a friends company, at another company,
      friend of mine, a friends site, my neighbours, my neighbors, neighbour company, my brothers site,
      my sisters site, another firm was, another company got
      """),
    WordRow(.role(.determiner), "the, this, that, a, an, your, our, my, last, latest, recent"),
    WordRow(
      .role(.longPast),
      """
      last year, last month, last summer, last winter, last spring, last autumn, years ago, months ago,
      a year ago, a month ago, last time
      """),
    WordRow(
      .role(.needs),
      """
      need a, need an, need new, need two, need three, need some, need more, need the, need to, needs a,
      needs to, needs new
      """),
    WordRow(
      .role(.over),
      """
      got the site back, got it back, got our site back, have it back, got everything back, works again,
      work again, is working again, are working again, its working again, working again now, fine now,
      ok now, okay now, works now, working now, it works fine now, works fine now, well now, is back,
      are back, is up again, is back up, back online, back to normal, up again, up and running,
      is fine again, fine again, is fixed, are fixed, got fixed, was fixed, been fixed, fixed itself,
      fixed it, already fixed, solved, resolved itself, been resolved, sorted out, false alarm, never mind,
      nevermind, forget it, all good, all is well, since your fix, is ok again, ok again, no problems since,
      no more problems, since then no, restored it, recovered it, works fine, work fine, working fine,
      runs fine, everything is fine, all fine, everything fine, everything works, everything is ok,
      everything ok, no problem anymore, problem is gone, error is gone, issue is gone
      """),
    WordRow(
      .role(.past),
      """
      yesterday, last week, last night, last monday, last tuesday, last wednesday, last thursday,
      last friday, last weekend, the other day, days ago, weeks ago, a while ago, earlier this, once,
      in the past, back then, recently
      """),
    WordRow(
      .role(.since),
      """
      since yesterday, since last, since the other, ever since, since monday, since tuesday,
      since wednesday, since thursday, since friday, since saturday, since sunday, still, until now,
      again today
      """),
    WordRow(
      .role(.hint),
      """
      a situation, situation, gone wrong, has gone wrong, have gone wrong, crisis, meltdown, chaos, havoc,
      haywire, unstable, intermittent*, flaky, acts up, act up, acting crazy, spooky, worrying, worried,
      something isnt, something doesnt, something is not, desperate, freaking out, in despair, panic*,
      something is broken, might be a problem, may be a problem, could be a problem, not sure whats,
      anything wrong, trouble*, hiccup*, check the site, check the website, check our site,
      check our website, check the server, check the shop, check our shop, look at the site,
      look at our site, look at the website, look at our website, look at the server, look at our shop,
      look at the shop, something is off, something off, seems off, looks off, feels off, seems to be off,
      whats going on, whats wrong, whats up with, whats the matter, what is wrong, what is going on,
      not behaving, isnt behaving, not normal, abnormal*, abnormally, behaving strangely, warning*, unusual,
      something bad, serious trouble, alert, alerts, problem is back, issue is back, error is back,
      errors are back, where is my site, where is my website, where is my shop, where is our site,
      where is our website, where is our shop, where is the site, where is the website, wheres my website,
      wheres my site, wheres our site, what happened, whats happening, problem*, issue, issues, trouble,
      troubles, wrong, error, errors, strange*, weird*, odd, oddly, funny, bug, bugs, buggy, glitch*,
      acting up, something happened, not right, isnt right, not quite right, went wrong, going wrong,
      somethings off, playing up, misbehav*, difficulties, difficulty, disaster, catastrophe, nightmare,
      mess, suspicious*, alarm, fishy, broken something, going on, is happening, happened, incident, crazy,
      mad, trouble with, messing, the matter, the matter with, something the matter, amiss, awry,
      out of whack, out of sorts, up the creek, kerfuffle, snag, snags, hitch, hitches, upset,
      unhappy with itself, malfunctions, not itself, not as it should, not as it should be,
      not the way it should, not well, unwell, sick, complication*, predicament, pickle, a jam, hot water,
      looks different, looks completely different, looks totally different, looks so different,
      different than usual, different from usual, unlike usual, somethings up, something is up,
      something fishy, bad news, bad feeling, terrible, horrible, awful, dreadful, furious, angry, in a fix,
      in a bind, peculiar, bizarre, puzzling, baffling, unexpected, unpleasant, off the rails, going nuts,
      nuts, bonkers, wonky, dodgy, iffy, temperamental, moody, capricious, quirky, irregular,
      out of the ordinary, not the same, gone bad, going bad, not ok, not okay, isnt ok, isnt okay, no good,
      worries, worries me, worries us, worry me, concerns me, bothers me, scares me, scared, frightening,
      worried about the site, worried about the website, worried about the shop, worried about the store,
      worried about the server, worried about the mail, worried about the email, worried about the data,
      worried about the database, worried about the app, worried about our site, worried about our website,
      worried about our shop, worried about our store, worried about our server, worried about our mail,
      worried about our email, worried about our data, worried about our database, worried about our app,
      worried about my site, worried about my website, worried about my shop, worried about my store,
      worried about my server, worried about my mail, worried about my email, worried about my data,
      worried about my database, worried about my app
      """),
    WordRow(
      .role(.urgent),
      """
      its serious, it is serious, really serious, very serious, i need you, we need you, need you now,
      it cant wait, cant wait, cannot wait, time critical, life or death, drop everything, top priority,
      high priority, call back quick*, call me quick*, call quick*, call back now, call me now, ring me now,
      call now, urgent, urgently, emergency, asap, immediately, at once, right away, sos, mayday, critical,
      dringend, important, straight away, as soon as possible, hurry, hurry up, as quick as you can,
      as fast as you can, as quickly as you can, as quickly as possible, as fast as possible,
      as soon as you can, the soonest, pronto, right this minute, this instant, without delay, pressing,
      very pressing, time sensitive, now please, rush, cant be postponed, at your earliest,
      drop what youre doing, before its too late, super important, urgnt, urgant, urgen, urgetn, ugent,
      right now please, emergancy, emergeny, a matter of urgency, utmost urgency, without fail,
      no matter how late, whatever the hour, any time of night, even at night, even if it is late,
      even if its late, code red, red alert, all hands, 911, no time to lose, time is running,
      every minute counts, minutes count, the sooner the better, at any hour, tonight please,
      impossible to wait, cant be delayed, wont wait, doesnt wait, straightaway, forthwith, promptly,
      swiftly, on the double
      """),
    WordRow(.role(.help), "help, help me, help us, helpp, assistance, hilfe"),
    WordRow(
      .role(.call),
      """
      phone back, phone me, phone us, please phone, pick up the phone, answer the phone, phone number,
      by phone, on the phone, over the phone, call, call me, calling, ring, ring me, talk, speak, reach you,
      get back, pick up, answer, text me, contact me, come over, callback, call back, help, phoning, phoned,
      would you phone, would you call, would you ring, ringing
      """),
    WordRow(
      .role(.shows),
      """
      saw, seeing, seen, spotted, found, open, opened, opening, redirects, forwarding, warns, show, shows,
      showing, display*, redirect*, land, lands, landing on, lead, leads to, see, sees, get, gets, getting,
      gives, give, giving, throw, throws, throwing, throws up, return, returns, returning, says, say,
      saying, reads, only, just, full of, opens, goes to, sends, with, instead, there is, theres, there are,
      appears, appear, contains, pushing, forwarded, forwards, ends up, taken to, brings up, brings me,
      takes me, takes you, takes people, takes them, suddenly, all over, answers with, error, errors, http,
      status, code, end up, ending up, ended up, got, getting a, brought to, arrive at, popped up, pops up,
      pop up, came up, land on, lands on, facebook says, facebook say, facebook warns, facebook warn,
      facebook claims, facebook thinks, facebook reports, facebook flags, facebook marks, facebook tells,
      instagram says, instagram say, instagram warns, instagram warn, instagram claims, instagram thinks,
      instagram reports, instagram flags, instagram marks, instagram tells, whatsapp says, whatsapp say,
      whatsapp warns, whatsapp warn, whatsapp claims, whatsapp thinks, whatsapp reports, whatsapp flags,
      whatsapp marks, whatsapp tells, outlook says, outlook say, outlook warns, outlook warn,
      outlook claims, outlook thinks, outlook reports, outlook flags, outlook marks, outlook tells,
      teams says, teams say, teams warns, teams warn, teams claims, teams thinks, teams reports,
      teams flags, teams marks, teams tells, linkedin says, linkedin say, linkedin warns, linkedin warn,
      linkedin claims, linkedin thinks, linkedin reports, linkedin flags, linkedin marks, linkedin tells
      """),
    WordRow(
      .role(.place),
      """
      on, in, at, from, for, with, of, to, about, via, through, by, inside, under, into, onto, using,
      behind, off, across, regarding, concerning, over, like, during, after, before
      """),
    WordRow(.role(.polite), "please, plz, pls, kindly, pleas, please please"),
    WordRow(
      .role(.joint),
      """
      and, that, which, who, while, when, if, because, since, so, whether, until, till
      """),
    WordRow(.role(.turn), "but, however, except, only that, although, nevertheless"),
    WordRow(
      .role(.inverts),
      """
      is, are, was, were, do, does, did, has, have, will, would, can, could, may, should, am, isnt, arent,
      is there, are there, hasnt, havent, doesnt, didnt, do you, have you, did you
      """),
    WordRow(
      .role(.people),
      """
      everyone, everybody, nobody, no one, noone, no body, nobodys, no ones, noones, none of, customers,
      customer, clients, client, users, user, visitors, guests, members, people, buyers, shoppers, patients,
      students, readers, drivers, employees, staff, colleagues, whole company, entire company, whole team,
      whole office, anyone, anybody, subscribers, any customer, each customer, every customer, half the,
      parents, tenants, donors, players, partners, suppliers, resellers, dealers, owners, viewers,
      participants, attendees, passengers, travellers, travelers, teachers, doctors, agents, sellers,
      vendors, receptionist*, cashiers, couriers, waiters, nurses, applicants, candidates, bidders, renters,
      pupils, kids, followers, callers, branches, half of our, half our, the kitchen, the warehouse,
      whole department, entire staff, everybodys, everyones, recipients, senders, runners, borrowers,
      residents, citizens, freelancers, exhibitors
      """),
    WordRow(
      .role(.can),
      """
      can, could, able, able to, be able to, is able to, are able to, cant, cannot, can not, couldnt,
      can no longer, unable, unable to, being unable to, not able, arent able to, isnt able to, fails to,
      fail to, failed to, impossible, impossible to, manage to, manages to, managed to, you cant,
      you cannot, one cant, one cannot, cnt
      """),
    WordRow(
      .role(.gratis),
      """
      0 euro, 0 euros, 0 eur, 0 dollar*, 0 usd, 0 pound*, 0 00, 0 00 euro*, 0 cents, zero euro*,
      zero dollar*, zero pound*, for free, for nothing, for 0, at 0, for zero, at zero, prices are zero,
      prices are 0, price is zero, price is 0, prices are all zero, prices show zero, prices show 0,
      prices at zero, prices at 0, zero price*, 1 cent, one cent, a cent, for a euro, for 1 euro,
      for one euro, for a dollar, for 1 dollar, free right now, giving everything away,
      gives everything away, wrong prices, as zero, as 0, zero for everything, zero for every*,
      prices * show zero, prices * show 0, prices * are zero, prices * at zero, prices * are 0
      """),
    WordRow(
      .role(.charges),
      """
      charge, charges, charged, charging, billed, bills, billing, debited, debits, deducted, withdrawn,
      withdraws, overcharged, takes money, took money
      """),
    WordRow(
      .role(.wrongly),
      """
      twice, double, doubly, triple, three times, four times, several times, multiple times, many times,
      again and again, too much, too many, wrong amount, wrong price, wrong card, more than, without,
      never ordered, never bought, for nothing, by mistake, wrongly, money, for things, random,
      for no reason
      """),
    WordRow(
      .role(.others),
      """
      other people*, other customer*, another customer*, other client*, another client*, other user*,
      another user*, other patient*, another patient*, other guest*, another guest*, other member*,
      another member*, each other*, one another*, somebody elses account, somebody elses order*,
      someone elses account, someone elses order*, somebody elses data, someone elses data,
      somebody elses invoice*, someone elses invoice*, somebody elses address, someone elses address,
      somebody elses name, someone elses name, somebody elses profile, someone elses profile,
      strangers data, strangers order*, strangers account*, strangers invoice*, other persons,
      another persons, another person*, foreign account*, foreign order*, somebody elses account*,
      someone elses account*, different client*, different customer*, different person*, different user*,
      different patient*, different account*, the wrong account*, the wrong customer*, the wrong client*,
      the wrong patient*, wrong persons, wrong customers
      """),
    WordRow(
      .role(.secret),
      """
      documents, passport*, personal, private, confidential, customer data, customer list*, data, medical,
      salary, salaries, addresses, orders, records, files, phone numbers, patient data, user data,
      personal data, invoice*, contract*, client* data, password*, customer* record*, client list*,
      patients, salar*, payslip*, delivery addresses, email addresses, names and addresses
      """),
    WordRow(
      .role(.exposed),
      """
      on google, in google, without a password, without password, without any password, without login,
      without logging in, anyone can, anybody can, everyone can see, everybody can see,
      anyone with the link, any visitor can, strangers can, indexed by google, in search results,
      in the search results, on the open internet, publicly, published on, been published, were published,
      was published, got published, posted on, been dumped, were dumped, on the net, being traded,
      being sold, put online, on the internet for, are on the internet, is on the internet, are on the net,
      are on the web, can be seen by, can be read by, can be viewed by, can be found on google,
      can be found on the internet, can be downloaded by, can be opened by, can be seen on, to everybody,
      to everyone
      """),
    WordRow(.role(.instead), "instead of, in place of, where our, where my"),
    WordRow(
      .role(.lands),
      """
      end up, ends up, ending up, ended up, land on, lands on, landing on, land, lands, redirect*,
      redirects, redirected, redirecting, forwarded, forwards to, taken to, takes me, takes you,
      takes people, takes them, takes us, brought to, brings me, sends people to, sends visitors to,
      leads to, goes to, opens, were replaced, was replaced, been replaced, got replaced, replaced with,
      replaced by
      """),
    WordRow(.role(.receives), "get, gets, getting, got, receiving, receive*, get any"),
    WordRow(.role(.ours), "our, ours"),
    WordRow(.role(.relates), "that, which, who"),
  ]
}
