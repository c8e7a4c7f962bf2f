// What English words mean to triage. `TriageTable.swift` says how patterns are written, contrib/doc/triage.md shows them.

extension TriageTable {
  static let english = TriageTable(
    language: "English",
    rows: [
      WordRow(
        .thing(.site),
        """
        check the site, check the website, check our site, check our website, look at the site,
        look at our site, look at the website, look at our website, how can the site, site*, website*,
        web site*, webpage*, web page*, web, wesite*, webiste*, webste*, websight*, web sight*, wbsite*,
        websit, wepsite*, homepage*, home page*, front page*, frontpage*, landing page*, page, pages,
        portal*, platform, forum, blog, intranet, wordpress, joomla, drupal, typo3, cms, where is my site,
        where is my website, where is our site, where is our website, where is the site,
        where is the website, wheres my website, wheres my site, wheres our site, web presence,
        our address, url, subdomain*
        """),
      WordRow(
        .thing(.shop),
        """
        check the shop, check our shop, look at our shop, look at the shop, how can the shop, checkout,
        shop, shops, webshop*, web shop*, eshop*, e shop*, onlineshop*, store, stores, storefront*,
        webstore*, e commerce, ecommerce, marketplace, shopify, magento, woocommerce, prestashop,
        opencart, cart, basket, shopping cart, buy button*, order button*, checkout button*,
        product catalog*, products
        """),
      WordRow(
        .thing(.server),
        """
        check the server, look at the server, server, servers, vps, backend*, back end, cluster, nas,
        raid, hard drive*, hard disk*, disk, disks, cloud, load balancer, nginx, apache, ssh, ftp, sftp,
        vpn, network, proxy, cdn, docker, kubernetes, virtual machine*, production, prod
        """),
      WordRow(
        .thing(.mail),
        """
        mail, mails, email*, e mail, e mails, mailserver*, mail server*, email server*, mailboxes,
        inboxes, exchange, imap, smtp, outgoing mail, incoming mail, get mail*, gets mail*, getting mail*,
        get email*, gets email*, getting email*, get any mail*, get any email*, order confirmation*,
        confirmation mail*
        """),
      WordRow(
        .thing(.payment),
        """
        credit cards, debit cards, cards, card payments, card processing, credit card processing,
        payment processing, payment processor*, payment provider*, payment, payments, payment page,
        payment form, payment system, payment gateway*, gateway, paypal, stripe, klarna, adyen,
        card payment*, card terminal*, cash register*, till, tills, pos, pos terminal*, transaction*,
        pay button*, payment button*
        """),
      WordRow(.thing(.domain), "domain, domains, domain name*, dns, nameserver*, name server*, hostname"),
      WordRow(.thing(.certificate), "certificate*, cert, certs, ssl, tls, https, ssl certificate*, ssl cert"),
      WordRow(
        .thing(.data),
        """
        data, database*, data base*, db, customer data, customer* record*, customer* database,
        client* data, backup*, mysql, mariadb, postgres*, mongodb, credit card number*, card number*,
        credit card data, bank details, customer list*, user data, personal data, patient data, files,
        wp content
        """),
      WordRow(
        .thing(.app),
        """
        app, apps, application, applications, api, apis, endpoint*, webhook*, mobile app*
        """),
      WordRow(.thing(.hosting), "hosting, host, hosting account, webhosting, web hosting, hosting package"),
      WordRow(
        .thing(.booking),
        """
        booking, bookings, booking page*, booking system*, booking form*, booking calendar*,
        online booking*, reservation*, reservation system*, appointment system, appointment booking,
        online appointment*, ticket shop*, ticketing, ticket system, scheduling system
        """),
      WordRow(
        .thing(.orders),
        """
        order, orders, order process, order form*, order system, ordering system, customer orders
        """),
      WordRow(
        .thing(.forms),
        """
        form, forms, contact form*, web form*, signup form*, registration form*, inquiry form*, enquir*,
        inquiries, leads
        """),
      WordRow(
        .thing(.login),
        """
        login, login page, log in page, login form, login system, login for, logins, customer login*,
        member* area, members area, customer area*, client area*, user accounts, customer accounts,
        single sign on, sso, authentication
        """),
      WordRow(
        .thing(.system),
        """
        system, systems, crm, erp, admin, admin panel*, admin area, control panel, dashboard, service,
        services, software, our checkout, the checkout, everything online
        """),
      WordRow(
        .role(.small),
        """
        the report, a report, monthly report*, reports, wrong address, wrong number, wrong url, the red,
        too red, red one, suspicious email*, suspicious mail*, strange email*, strange mail*,
        weird email*, weird mail*, phishing email*, phishing mail*, spam mail*, spam email*, an email,
        a mail, that email, this email, order list, print, out of office, password*, passwort, username*,
        user name*, pin, my login, login data, login detail*, credentials, logo, logos, picture*, pic,
        pics, image, images, photo*, font, fonts, colour*, color*, button, buttons, link, links,
        hyperlink*, heading*, headline*, title, titles, text, texts, wording, typo*, spelling*, menu,
        menus, footer*, header, headers, banner*, slider*, popup*, pop up*, video*, pdf*, attachment*,
        newsletter*, signature*, draft*, invoice*, quote*, offer, printer*, laptop*, notebook, computer*,
        pc, phone*, smartphone*, iphone*, tablet*, ipad, mouse, keyboard*, monitor*, wifi, wi fi,
        internet, router, excel, word document*, word file, outlook, powerpoint, icon*, favicon, gallery,
        galleries, comment*, profile*, avatar*, translation*, statistic*, analytics, meeting*,
        appointment, blog post*, post, posts, article*, tab, tabs, cookie*, map, maps, table, tables,
        margin*, layout*, spacing*, plugin*, plug in*, widget*, opening hours, price, prices, price list*,
        imprint, address in, about page, contact page, team page, one page, this page, a page,
        single page, one product, a product, one customer, a customer, one of our customers, one client,
        mailbox, my inbox, my outlook, desktop, screensaver, caption*, column*, paragraph*, sentence*,
        bullet*, carousel, thumbnail*, background*, car, bike, keys, wallet, watch, tv, dishwasher,
        heating, music, sound, camera, microphone, headset, zoom, teams, skype, whatsapp, facebook,
        instagram, linkedin, flyer*, brochure*, business card*, letterhead, poster*, presentation*,
        contract*, blue, green, yellow, bold, dropdown*, calendar entry, test site*, staging site*,
        demo site*, dev server*, test server*, staging server*, staging, test shop*, your mail,
        your email, your e mail, your message, your last email, your last mail, export, download,
        downloads, search field, search box, the search, our search, site search, search function,
        filter*, faq, sitemap, subpage*, entry, event page, map on, file
        """),
      WordRow(
        .alone(.hacked),
        """
        unknown admin*, strange admin*, rogue admin*, new admin user, unknown user with admin,
        somebody logged in from, someone logged in from, unauthorized login*, keylogger, sql injection,
        web shell, webshell, stole our password*, stolen password*, passwords were stolen,
        passwords have been stolen, stole all password*, cyber attack*, cyberattack*, hacker attack*,
        brute force*, attack, attacks, inside our, is inside our, in our server, cyber criminals,
        cybercriminals, security breach, hacked, hack, hacks, hacker, hackers, haked, hakced, pwned,
        defaced, defacement, deface, compromised, cracked into, hijacked, hijack, broke into,
        been broken into, was broken into, broken into our, broken into the, break in, breakin, intruder*,
        cracked our, rooted, exploited, infiltrated, sabotaged, backdoor*, back door, unauthorised,
        unauthorized, took control, took over, phished, blackmail*, extort*, botnet, ddos*, ddosed,
        under attack, attacked, got into our, logged into our, taken over, took over our, who shouldnt be,
        has access who
        """),
      WordRow(
        .alone(.leaked),
        """
        other peoples order*, other customers order*, strangers order*, other peoples data,
        other users data, other customers data, wrong persons data, wrong customers data,
        posted our customer*, published our customer*, posted our data, published our data,
        visible to everyone, visible to everybody, visible to anyone, visible to all, publicly visible,
        publicly available, publicly accessible, on the dark web, on the darknet, pastebin, data dump*,
        see other customer*, see other people*, see each other*, each others data, exfiltrated,
        posted online, leaked, leaking, leak, leaks, data breach*, breach, breached, exposed publicly,
        being sold, for sale on the dark web
        """),
      WordRow(
        .alone(.lost),
        """
        ransom, ransomware, ransomed, held hostage, data loss, drop table, rm rf, wiped,
        everything is gone, everything was deleted
        """),
      WordRow(
        .alone(.infected),
        """
        malicious, malware, trojan*, deceptive site, flagged as dangerous, dangerous site,
        virus on * site, virus on * server
        """),
      WordRow(
        .alone(.spam),
        """
        send* spam, send* out spam, sends * spam, sending * spam, spam * sent from, spam from our,
        phishing * from our, phishing * from my, spamming, send* * phishing, relay
        """),
      WordRow(
        .alone(.foreign),
        """
        replaced by, replaced with, someone else* content, somebody else* content, someone else* page*,
        somebody else* page*, someone else* site, somebody else* site, another company* site,
        someone else* website, strangers page*
        """),
      WordRow(
        .alone(.suspended),
        """
        users are locked out, everyone is locked out, everybody is locked out, customers are locked out,
        we are locked out, all locked out, members are locked out, were all locked out, locked us out,
        locked me out of the server, shut us down, kicked us off, pulled the plug, cut us off,
        took us offline, disconnected us, account suspended, suspended * account, account * suspended,
        account * been disabled, account * terminated, store unavailable, site suspended,
        hosting * suspended, hosting * cancelled
        """),
      WordRow(
        .alone(.down),
        """
        red warning*, red page, red screen, directory listing, index of, apache default*, default apache*,
        default nginx, default page, welcome to nginx, coming soon page, placeholder page, php code,
        raw code, source code instead, error page instead, refused to connect, failed to connect,
        dns probe*, err cert*, err connection*, blue screen on the server, kernel panic, out of memory,
        site off, website off, server off, shop off, internal server error*, server error*,
        database error*, data base error*, fatal error*, sql error*, php error*, critical error*,
        parse error*, application error*, security warning*, certificate warning*, browser warning*,
        does nothing, do nothing, we are offline, we are down, were offline, were down, weve been offline,
        weve been down, we have been down, we have been offline, service unavailable, bad gateway,
        gateway timeout, internal server error, white screen*, blank screen*, white page*, blank page*,
        blank white, error establishing, database connection, this site cant be reached,
        site cant be reached, connection refused, connection timed out, server not found, not private,
        not secure, fatal error, critical error on, err connection, nxdomain, too many redirects,
        black screen on, maintenance mode
        """),
      WordRow(
        .alone(.error),
        """
        charged twice, double charged, charging twice, charging double, charged double, charged multiple,
        billed twice, charges customers twice
        """),
      WordRow(
        .event(.hacked),
        """
        vandalised, vandalized, tampered, manipulated, changed * bank, changed all passwords, hit by
        """),
      WordRow(.event(.leaked), "stolen, stole, steal, exposed, published online"),
      WordRow(
        .event(.lost),
        """
        deleted, gone, vanish*, disappear*, missing, lost, wiped, erased, destroyed, corrupt*, damaged,
        purged, dropped, emptied, evaporated, unreadable, scrambled, trashed, nuked, overwritten,
        overwrote, encrypted, unrecoverable
        """),
      WordRow(
        .event(.infected),
        """
        dangerous, unsafe, not safe, harmful, infected, virus, viruses, blacklisted, blocklisted
        """),
      WordRow(
        .event(.expired),
        """
        expired, has run out, ran out, lapsed, no longer valid, isnt valid, not valid, not renewed,
        wasnt renewed, werent renewed, is invalid, invalid certificate
        """),
      WordRow(
        .event(.suspended),
        """
        suspended, blocked, banned, disabled, deactivated, switched off, turned off, locked, locked out,
        shut down, terminated
        """),
      WordRow(
        .event(.down),
        """
        crashed, died, dead, broke down, breaks down, breaking down, broken down, went down, gone down,
        kaputt, kaput, toast, fell over, blew up, burned, flooded, failed, knocked out, went offline,
        gone offline, went dark, gave up, packed up, conked out, bricked, went blank, gone blank, killed,
        ruined, wrecked, nuked, fried, trashed, overheated, exploded, collapsed, imploded, fell apart,
        tanked, bombed, went off, gone off, gave out, seized up, paralysed, paralyzed, crippled, defunct,
        was taken down, been taken down, got taken down, out of space, disk full, disk is full, melted,
        perished
        """),
      WordRow(
        .state(.down),
        """
        outage, outages, garbled, gibberish, redirect loop, infinite loop, endless loop, loads forever,
        loading forever, spins forever, spinning forever, never loads, never finishes loading, out cold,
        comatose, on strike, not in service, zero uptime, isnt there, is not there, arent there,
        are not there, nothing there, nothing is there, is off, are off, ded, leads nowhere, goes nowhere,
        go nowhere, going nowhere, lead nowhere, in ruins, under water, down, dwon, donw, offline,
        off line, broken, broke, crash, crashes, crashing, unreachable, inaccessible, unavailable,
        unresponsive, frozen, hangs, hanging, hung, timing out, times out, time out, timed out, timeout,
        out of order, not there, no connection, connection lost, lost connection, standstill,
        stands still, hosed, fucked, knackered, belly up, on its knees, nonfunctional, non functional,
        inoperative, dysfunctional, malfunction*, unopenable, stalled, disconnected, overloaded, unusable,
        messed up, screwed, screwed up, fubar, borked, bust, busted, stuck, failing, fails, fail, failure,
        fault*, blank, empty, spinning, ko, out of action, out of service, going down, goes down,
        on the blink
        """),
      WordRow(
        .state(.blocked),
        """
        refuses, refuse, refusing, declined, declines, declining, rejected, rejects, bounce, bounces,
        bounced, bouncing, refused
        """),
      WordRow(
        .state(.foreign),
        """
        redirects, redirecting, redirected, forwards to, is forwarded, being forwarded, forwarding to,
        sends people to, sends visitors to, takes people to, takes visitors to, leads people to
        """),
      WordRow(
        .role(.works),
        """
        answer, get past, get on to, get through to, open, opens, opening, opened, load, loads, loading,
        loaded, work, works, working, wrk, wrking, workin, respond*, answers, answering, come up,
        comes up, coming up, come in, comes in, coming in, come through, comes through, coming through,
        go through, goes through, going through, getting through, get through, goes out, going out,
        go out, arriv*, receive*, receiving, recieve*, recieving, get mail*, gets mail*, getting mail*,
        get email*, gets email*, getting email*, get any mail*, get any email*, getting any, take, takes,
        taking, accept*, save, saves, saving, proceed, continue, print order*, send, sends, sending, sent,
        deliver*, show, shows, showing, display*, appear, appears, appearing, start, starts, starting,
        boot*, run, runs, running, function, functions, functioning, functional, reach, reaches, reached,
        reachable, access, accesses, accessed, accessible, connect, connects, connecting, resolve,
        resolves, resolving, available, up, online, get in, get into, get to, get onto, get on, be found,
        found, find it, sync*, launch, launches, launching, visible, exist, exists, live, alive,
        responsive, render*, pull up, bring up, brought up, use, submit*, process, processed, processing,
        secure connection, see our, see the site, see the shop, see the website, view, go on, visit,
        respond, ping
        """),
      WordRow(
        .role(.deals),
        """
        sell, sells, selling, pay, pays, paying, payment, payments, paid for, purchase*, buy, buys,
        buying, order, ordering, book, books, booking, reserve, reserving, check out, checking out,
        checkout, place * order*, complete * order*, complete * purchase, donate, subscribe,
        finish * order*, add to cart, get tickets, buy tickets, finalize, finalise
        """),
      WordRow(
        .role(.enters),
        """
        log in, login, logging in, log on, logon, log into, logging into, login to, sign in, signin,
        signing in, sign into, sign up, register
        """),
      WordRow(
        .role(.not),
        """
        cannot be, cant be, can not be, wont even, couldnt be, none of, neither of, not one, not, cannot,
        cant, can not, wont, dont, doesnt, doesn, doesnot, isnt, arent, wasnt, werent, didnt, hasnt,
        havent, hadnt, couldnt, wouldnt, aint, nobody, no one, noone, no body, none, never, neither, nor,
        nothing, no longer, not able, isn, doesn t, isn t, can t, won t, don t, didn t, hasn t, dosent,
        doesent, dosnt, isint, cnt, dnt, hardly, barely, n t, not any
        """),
      WordRow(
        .role(.ceases),
        """
        unable, stopped, stops, stop, ceased, quit, fails to, failed to, failing to, refuses to,
        refusing to, refuse to, impossible, impossible to, without, unable to, being unable to,
        struggle to, difficult to, keeps failing to, gave up
        """),
      WordRow(
        .role(.filler),
        """
        report, reports, reported, reporting, tell, tells, told, telling, say, says, said, complain*,
        mention*, call, called, calling, wrote, email me, texted, now and then, a bit empty, looks empty,
        look empty, kind of empty, feels empty, cant wait to, cant wait for, cannot wait to, how come,
        no matter how, whatever, what a, what the hell, what the heck, how the hell, where it, where we,
        where the, you know how, a, an, the, is, are, was, were, be, been, being, am, has, have, had, do,
        does, did, will, would, get, gets, got, getting, getting a, to, of, very, really, completely,
        totally, entirely, fully, absolutely, just, still, even, yet, at all, now, right, right now,
        currently, again, anymore, any more, any, all of a sudden, suddenly, apparently, obviously,
        simply, only, also, too, so, then, already, always, keeps, keep, kept, constantly, quickly, quick,
        soon, immediately, asap, here, there, hi, hello, hey, dear, good morning, good evening,
        good afternoon, good day, thanks, thank you, sorry, um, uh, er, ok, well, oh, god, omg, wtf, damn,
        fucking, bloody, freaking, me, us, my, our, your, their, his, her, one more, i think, maybe,
        perhaps, guys, man, mate, sir, madam, mr, mrs, ms, dr, this morning, this evening, today, tonight,
        somehow, properly, correctly, ever, im, ive, weve, youre, must, need, needs, can, could, may,
        might, should, shall, seems, seem, seemed, look, looks, appears to, want, wants, let, lets,
        letting, make, way, both, whole, entire, complete, some, sort, kind, bit, little, big, serious,
        huge, major, urgent, moment, minute, min, hour, hours, minutes, day, days, u, ur, r, ann, since,
        for, it seems, never ever, back, all the time, though
        """),
      WordRow(
        .role(.filler),
        """
        the move, the migration, the upgrade, the redesign, the renewal, suite, suites, served, serves,
        severe, several, domestic, formed, format, formal, former, pavement, ordinary, border, older,
        holder, folder, sorted, hosted, posted
        """),
      WordRow(
        .role(.filler),
        """
        thanks for * help, thank you for * help, thanks * lot for * help, for your help, for the help,
        for the quick help, in the end, at the end, from time to time, hackathon*, life hack*,
        growth hack*, hackerspace, heart attack, shop window, shop floor, break down the, workshop*,
        photoshop*, restore, bookstore, app store, play store, down payment, write down, calm down,
        sit down, down the, downtown, come down, up and down, close down, slow down, slowed down,
        scroll down, scrolling down, drop down, pull down, lost and found, lost found, dead line,
        deadline, shut down my, down to, down at, in order to, of course, crash course, breakdown of,
        address book, guest book, guestbook, facebook page, page views, book a call, book a meeting,
        book an appointment, book a table, book a slot, log in data, last page, open questions,
        open question, in case of doubt, not only, why not, not yet, if not, or not, whether or not,
        not bad, no problem, not a problem, no worries, no hurry, no rush, not urgent, nothing urgent,
        not an emergency, not a emergency, no emergency, nothing serious, not important,
        nothing important, not that important, no stress, no big deal, i cant believe, cant believe,
        i dont know, dont know, i dont understand, dont understand, didnt do anything, cant remember if,
        no idea, i have no, not sure, do not hesitate, dont hesitate, dont worry, dont forget,
        didnt change anything, havent changed anything, didnt touch, havent touched, nothing to do with,
        not my fault, not sure if, no matter, not even funny, no joke, not kidding, not joking,
        working hours, work hours, we are not open, were not open, we dont work, i dont work,
        im not working, i am not working, we are not working, not open on, not working on
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
        everyone, everybody, all, every, each, nobody, no one, none of, customers, clients, users,
        visitors, guests, members, people, buyers, shoppers, patients, students, readers, drivers,
        employees, staff, colleagues, whole company, entire company, whole team, whole office, everywhere,
        anyone, anybody, customer, client, user, worldwide, subscribers, any customer, each customer,
        every customer, half the
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
        what should, what do, whats, what can, where, what to do when, what to do if, what to do in,
        how do, how can, how could, how to, how would, how should, how much, how long would, how many,
        how secure, how safe, how often, how does, how is, how are, how come i, how about, what would,
        what if, what happens, what should i, what should we do if, what is the, what are the, what is a,
        what kind, whats the, who do, whom do, whom should, who should, who has, who is, who can,
        who will, where do, where can, where is, where are, where should, where to, when does, when do,
        when will, when is, when can, when are, do you have, do you do, do you offer, do you think,
        do you also, can i, can we, could i, could we, may i, may we, should i, should we, is it possible,
        is it ok, is it okay, is there a way, is there any way, is there a possibility,
        would it be possible, are you able, are you reachable, are you available, i have a question,
        ive got a question, got a question, quick question, question about, question on, a question,
        wondering whether, wondering if, wondered if, wondering how, wondering what, i wonder, curious,
        how the, how it, how this, how our, how my, forgot how, forget how, remember how, know how,
        dont know how, not sure how, explain, tell me how, tell me what, tell me whether, tell me if,
        show me how, show us how, tell me where, tell me when, teach, want to know how, want to know if,
        wanted to ask, want to ask, like to ask, like to know, are we safe, can you tell me whether,
        can you tell me if, can you tell me when, can you tell me how, worried about, how long should
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
        did you know, are you aware, did you notice, have you noticed, have you seen, did you see,
        do you see, report that, to report, tell you that, let you know, inform you, to say that,
        noticed that, just noticed, because, now what, know why, can you see why, find out why,
        figure out why, fix, repair, can you check, could you check, please check, have a look,
        take a look, look at
        """),
      WordRow(
        .role(.ifs),
        """
        will be, would be, going to be, if, in case, whenever, when the, when it, when our, when my,
        when a, when something, when there, once the, should the, should our, should it, supposing,
        suppose, assuming, in the event, what if, unless, in the future, hypothetically, theoretically,
        to prevent, prevent, avoid, protect*, against, to make sure, make sure
        """),
      WordRow(
        .role(.filler),
        """
        if i open, if i go, if i try, if i click, if i type, if i visit, if i enter, if i call up,
        if i look, if i want, if you open, if you go, if you try, if you click, if you type, if you visit,
        if we open, if we go, if we try, if people, if customers try, if someone tries, if anyone tries,
        if you have, if you can, if possible, if you could, if you get this, if you hear this,
        if youre there, if you are there, if you see, if youre awake, if you are awake, when i, when we,
        when you, when people, when customers, when someone, when visitors, when users, when clients,
        when guests, when trying, when opening, when loading, when clicking, when logging, when it loads,
        when you have, even if, as if, what if anything, if that helps, see if, check if, look if,
        check whether, see whether
        """),
      WordRow(
        .role(.wants),
        """
        add, adding, create, creating, write, writing, put up, put a, put the, put in, put our, put it,
        design, designing, change the, change our, change my, change your, change to, update the,
        update our, update my, remove the, remove our, remove my, please delete, delete the, delete my,
        delete our, can you delete, translate, make a, make an, make the, make our, make it look, make us,
        build, building, set up, setup, install a, install the, would like, wed like, id like, id love,
        id rather, want to, want a, want the, want our, wants to, wants a, plan to, planning to,
        planning a, plan on, planned, thinking about, thinking of, think about, consider*, intend*,
        interested in, send me, send us, send an, send you, send a, schedule, move the, move our,
        moving the, migrate, migration, migrating, renew, switch to, upgrade, redesign, rename,
        replace the, swap, train, ignore, unsubscribe, remind, quote for, offer for, estimate,
        take the old, take down, taking down, take the, take it, close the shop, close the, close our,
        upload a, upload the, include, insert, embed, prepare, could we have, can we have
        """),
      WordRow(
        .role(.topic),
        """
        article about, article on, post about, post on, page about, page that, page for, section about,
        section on, text about, training about, training on, workshop on, workshop about, talk about,
        talk on, presentation about, course on, course about, book about, guide on, guide about,
        read about, read that, heard about, in the news, news about, learn about, learn more, tips,
        advice, proposal, typo in, spelling of, text says, the word, headline says, instructions,
        manual for, checklist, planned downtime, planned maintenance, maintenance page,
        maintenance window, maintenance note, scheduled, friends site, friends website, friends shop,
        many sites, many websites, many companies, other companies, other sites, other websites,
        competitor*, school website, school site, another company was, neighbours site
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
        fixed it, already fixed, solved, resolved itself, been resolved, sorted out, false alarm,
        never mind, nevermind, forget it, all good, all is well, since your fix, is ok again, ok again,
        no problems since, no more problems, since then no, restored it, recovered it, works fine,
        work fine, working fine, runs fine, everything is fine, all fine, everything fine,
        everything works, everything is ok, everything ok, no problem anymore, problem is gone,
        error is gone, issue is gone
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
        panic*, something is broken, might be a problem, may be a problem, could be a problem,
        not sure whats, anything wrong, trouble*, hiccup*, check the site, check the website,
        check our site, check our website, check the server, check the shop, check our shop,
        look at the site, look at our site, look at the website, look at our website, look at the server,
        look at our shop, look at the shop, something is off, something off, seems off, looks off,
        feels off, seems to be off, whats going on, whats wrong, whats up with, whats the matter,
        what is wrong, what is going on, not behaving, isnt behaving, not normal, abnormal*, abnormally,
        behaving strangely, warning*, unusual, something bad, serious trouble, alert, alerts, no orders,
        zero orders, no sales, zero sales, no bookings, zero bookings, not a single order, not one order,
        not a single booking, no leads, problem is back, issue is back, error is back, errors are back,
        where is my site, where is my website, where is my shop, where is our site, where is our website,
        where is our shop, where is the site, where is the website, wheres my website, wheres my site,
        wheres our site, what happened, whats happening, problem*, issue, issues, trouble, troubles,
        wrong, error, errors, strange*, weird*, odd, oddly, funny, bug, bugs, buggy, glitch*, acting up,
        something happened, not right, isnt right, not quite right, went wrong, going wrong,
        somethings off, playing up, misbehav*, difficulties, difficulty, disaster, catastrophe, nightmare,
        mess, suspicious*, alarm, fishy, broken something, going on, is happening, happened, incident,
        crazy, mad, trouble with, messing
        """),
      WordRow(
        .role(.urgent),
        """
        its serious, it is serious, really serious, very serious, i need you, we need you, need you now,
        it cant wait, cant wait, cannot wait, time critical, life or death, drop everything, top priority,
        high priority, call back quick*, call me quick*, call quick*, call back now, call me now,
        ring me now, call now, urgent, urgently, emergency, asap, immediately, at once, right away, sos,
        mayday, critical, dringend, important, straight away, as soon as possible, hurry, hurry up
        """),
      WordRow(.role(.help), "help, help me, help us, helpp, assistance, hilfe"),
      WordRow(
        .role(.call),
        """
        phone back, phone me, phone us, please phone, pick up the phone, answer the phone, phone number,
        by phone, on the phone, over the phone, call, call me, calling, ring, ring me, talk, speak,
        reach you, get back, pick up, answer, text me, contact me, come over, callback, call back, help
        """),
      WordRow(
        .role(.shows),
        """
        open, opened, opening, redirects, forwarding, warns, show, shows, showing, display*, redirect*,
        land, lands, landing on, lead, leads to, see, sees, get, gets, getting, gives, give, giving,
        throw, throws, throwing, throws up, return, returns, returning, says, say, saying, reads, only,
        just, full of, opens, goes to, sends, with, instead, there is, theres, there are, appears, appear,
        contains, pushing, forwarded, forwards, ends up, taken to, brings up, brings me, takes me,
        takes you, takes people, takes them, suddenly, all over, answers with, error, errors, http,
        status, code
        """),
      WordRow(
        .role(.code),
        """
        502, 503, 504, 521, 522, 523, 524, 500er, 50x, 5xx, error 500, error 403, error 501, 500 error*,
        403 error*, http 500, http 403, 500 internal, 403 forbidden, error 5*
        """),
      WordRow(.role(.number), "500, 403, 501, 508, 401"),
      WordRow(.role(.missingPage), "404, 404s, 404 error*, error 404, page not found, not found"),
      WordRow(
        .role(.foreign),
        """
        porn*, xxx, sex, casino*, gambling, betting, poker, viagra, cialis, dating, escort*, webcam,
        another site, other site, strange site, unknown site, wrong site, different site, another website,
        other website, different website, wrong website, pills, pill, pharma*, drugs, drug, crypto,
        bitcoin, arabic text*, arabic letter*, arabic script, chinese text*, chinese character*,
        chinese letter*, japanese text*, japanese character*, japanese spam, russian text*, turkish flag,
        skull, naked, nude, adult, isis, propaganda, someone else*, somebody else*, another company*,
        not ours, isnt ours, not mine, stranger*, spam, scam, foreign, parking page, parked,
        this domain * for sale, domain is for sale, buy this domain, phishing, hacked by, some ads,
        full of ads, spam ads, with ads, ads for
        """),
      WordRow(
        .role(.place),
        """
        on, in, at, from, for, with, of, to, about, via, through, by, inside, under, into, onto, using,
        behind, off, across, regarding, concerning, over, like, my, during, after, before
        """),
      WordRow(.role(.polite), "please, plz, pls, kindly, pleas, please please"),
      WordRow(.role(.filler), "please, plz, pls, kindly, pleas, please please"),
      WordRow(
        .role(.joint),
        """
        and, that, which, who, while, when, if, because, since, so, whether, until, till
        """),
      WordRow(.role(.turn), "but, however, except, only that, although, nevertheless"),
      WordRow(
        .role(.inverts),
        """
        is, are, was, were, do, does, did, has, have, will, would, can, could, may, should, am, isnt,
        arent, is there, are there, hasnt, havent, doesnt, didnt, do you, have you, did you
        """),
      WordRow(.role(.relates), "that, which, who"),
    ])
}
