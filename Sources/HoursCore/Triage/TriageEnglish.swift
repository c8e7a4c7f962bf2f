// What broke and how, in English words. `TriageTable.swift` says how they are written, contrib/doc/triage.md shows them.

extension TriageTable {
  static let english = TriageTable(language: "English", rows: englishTrouble + englishWorks + englishTalk)

  private static let englishTrouble: [WordRow] = [
    WordRow(
      .thing(.site),
      """
      start page*, startpage*, main page*, index page*, product page*, category page*, online presence,
      extranet, wiki, e learning, elearning, moodle, course platform, learning platform, check the site,
      check the website, check our site, check our website, look at the site, look at our site,
      look at the website, look at our website, how can the site, site*, website*, web site*, webpage*,
      web page*, web, wesite*, webiste*, webste*, websight*, web sight*, wbsite*, websit, wepsite*,
      homepage*, home page*, front page*, frontpage*, landing page*, page, pages, portal*, platform, forum,
      blog, intranet, wordpress, joomla, drupal, typo3, cms, where is my site, where is my website,
      where is our site, where is our website, where is the site, where is the website, wheres my website,
      wheres my site, wheres our site, web presence, our address, url, subdomain*, all the links, all links,
      all our links, every link, none of the links, none of our links
      """),
    WordRow(
      .thing(.shop),
      """
      online store*, e store, estore, online catalog*, catalogue, check the shop, check our shop,
      look at our shop, look at the shop, how can the shop, checkout, shop, shops, webshop*, web shop*,
      eshop*, e shop*, onlineshop*, store, stores, storefront*, webstore*, e commerce, ecommerce,
      marketplace, shopify, magento, woocommerce, prestashop, opencart, cart, basket, shopping cart,
      buy button*, order button*, checkout button*, product catalog*, products
      """),
    WordRow(
      .thing(.server),
      """
      file server*, fileserver*, file share*, shared drive, check the server, look at the server, server,
      servers, vps, backend*, back end, cluster, nas, raid, hard drive*, hard disk*, disk, disks, cloud,
      load balancer, nginx, apache, ssh, ftp, sftp, vpn, network, proxy, cdn, docker, kubernetes,
      virtual machine*, production, prod, instance, instances, container, containers, vm, vms, droplet,
      webserver*, web server*, storage, nodes, virtual server*, root server*, dedicated server*, mainframe,
      terminal server*, infrastructure, data center, data centre, datacenter, machines, our machines,
      nas server
      """),
    WordRow(
      .thing(.mail),
      """
      mail system, email system, mail service, email service, e mail system, email account*, mail, mails,
      email*, e mail, e mails, mailserver*, mail server*, email server*, mailboxes, inboxes, exchange, imap,
      smtp, outgoing mail, incoming mail, get mail*, gets mail*, getting mail*, get email*, gets email*,
      getting email*, get any mail*, get any email*, order confirmation*, confirmation mail*, newsletter*,
      messages, incoming messages, outgoing messages, incoming, outgoing, mailing system
      """),
    WordRow(
      .thing(.payment),
      """
      payment link*, payment service*, donation form*, donations, donation page*, subscription payments,
      credit cards, debit cards, cards, card payments, card processing, credit card processing,
      payment processing, payment processor*, payment provider*, payment, payments, payment page,
      payment form, payment system, payment gateway*, gateway, paypal, stripe, klarna, adyen, card payment*,
      card terminal*, cash register*, till, tills, pos, pos terminal*, transaction*, pay button*,
      payment button*
      """),
    WordRow(.thing(.domain), "domain, domains, domain name*, dns, nameserver*, name server*, hostname"),
    WordRow(.thing(.certificate), "certificate*, cert, certs, ssl, tls, https, ssl certificate*, ssl cert"),
    WordRow(
      .thing(.data),
      """
      orders table, customer table, customers table, users table, data, database*, data base*, db,
      customer data, customer* record*, customer* database, client* data, backup*, mysql, mariadb,
      postgres*, mongodb, credit card number*, card number*, credit card data, bank details, customer list*,
      user data, personal data, patient data, files, wp content, production tables, production table,
      live tables, prod tables, archive, archives, documents on the server, registrations, customer file*,
      client file*, mailing list*, subscriber list*, address list*, price database*, product data,
      product database*, ledger*, bookkeeping, accounting data, our accounts, contacts, customer base,
      address book entries
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
      booking, bookings, booking page*, booking system*, booking form*, booking calendar*, online booking*,
      reservation*, reservation system*, appointment system, appointment booking, online appointment*,
      ticket shop*, ticketing, ticket system, scheduling system, booking engine*, booking thing,
      booking tool*, booking widget*, reservation tool*, reservation form*, patient calendar*,
      appointment calendar*, appointment book*, patient file*, room calendar*, reservation book*,
      reservation calendar*, event calendar*, reservation widget*, appointment tool*, appointment page*,
      appointment app, appointment scheduler, appointment form*, appointment service, appointment software,
      ticket sale, ticket sales, presale
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
      their account, their accounts, accounts, customers account*, clients account*, login, login page,
      log in page, login form, login system, login for, logins, customer login*, member* area, members area,
      customer area*, client area*, user accounts, customer accounts, single sign on, sso, authentication,
      registration, registrations, sign up
      """),
    WordRow(
      .thing(.system),
      """
      back office, backoffice, phone system, phone line*, hotline, telephone system, telephony, pbx, system,
      systems, crm, erp, admin, admin panel*, admin area, control panel, dashboard, service, services,
      software, our checkout, the checkout, everything online, webinar*, livestream*, live stream*,
      streaming, inventory system, warehouse system, stock system, merchandise management, kiosk*,
      turnstile*, door system, check in system, voucher system, invoicing, billing system, point of sale,
      integration*, connector, middleware, cron*, firewall, payment module, configurator, chatbot,
      live chat, sap, salesforce, hubspot, ticket machine*, scanning system, access system, entry system,
      booking engine, timetable, subscriptions, memberships, ordering, our search results, online services,
      our tools, dispatch, call center, call centre, phone ordering, telephone ordering
      """),
    WordRow(
      .role(.small),
      """
      scanner*, headphone*, charger*, battery, projector*, fax, usb stick*, error log*, log file*, logfile*,
      wrong name, wrong size, wrong date, wrong time, wrong year, wrong language, wrong spelling,
      wrong title, wrong page, wrong person, wrong day, the report, a report, monthly report*, reports,
      wrong address, wrong number, wrong url, the red, too red, red one, suspicious email*,
      suspicious mail*, strange email*, strange mail*, weird email*, weird mail*, phishing email*,
      phishing mail*, spam mail*, spam email*, an email, a mail, that email, this email, order list, print,
      out of office, password*, passwort, username*, user name*, pin, my login, login data, login detail*,
      credentials, logo, logos, picture*, pic, pics, image, images, photo*, font, fonts, colour*, color*,
      button, buttons, link, links, hyperlink*, heading*, headline*, title, titles, text, texts, wording,
      typo*, spelling*, menu, menus, footer*, header, headers, banner*, slider*, popup*, pop up*, video*,
      pdf*, attachment*, signature*, draft*, invoice*, quote*, offer, printer*, laptop*, notebook,
      computer*, pc, phone*, smartphone*, iphone*, tablet*, ipad, mouse, keyboard*, monitor*, wifi, wi fi,
      internet, router, excel, word document*, word file, outlook, powerpoint, icon*, favicon, gallery,
      galleries, comment*, profile*, avatar*, translation*, statistic*, analytics, meeting*, appointment,
      blog post*, post, posts, article*, tab, tabs, cookie*, map, maps, table, tables, margin*, layout*,
      spacing*, plugin*, plug in*, widget*, opening hours, price, prices, price list*, imprint, address in,
      about page, contact page, team page, one page, this page, a page, single page, one product, a product,
      one customer, a customer, one of our customers, one client, mailbox, my inbox, my outlook, desktop,
      screensaver, caption*, column*, paragraph*, sentence*, bullet*, carousel, thumbnail*, background*,
      car, bike, keys, wallet, watch, tv, dishwasher, heating, music, sound, camera, microphone, headset,
      zoom, teams, skype, whatsapp, facebook, instagram, linkedin, flyer*, brochure*, business card*,
      letterhead, poster*, presentation*, contract*, blue, green, yellow, bold, dropdown*, calendar entry,
      test site*, staging site*, demo site*, dev server*, test server*, staging server*, staging,
      test shop*, your mail, your email, your e mail, your message, your last email, your last mail, export,
      download, downloads, search field, search box, the search, our search, site search, search function,
      filter*, faq, sitemap, subpage*, entry, event page, map on, file, spelling error*, spelling mistake*,
      grammar error*, grammar mistake*, typing error*, error in the text, error in the address,
      error in the name, error in the phone*, dog, cat, ranking*, position, positions, rating*, turnover,
      revenue, traffic, trainee*, roof, coffee machine*, elevator, shop window*, flat, house, neighbour*,
      husband, wife, child, dentist, flight, train, bus, parcel, coworker, sales figures, our address in,
      our address on, my disk, my storage, phones storage, phone storage, my cloud, disk is full of,
      disk full of
      """),
    WordRow(
      .alone(.hacked),
      """
      hacked by, unknown admin*, strange admin*, rogue admin*, new admin user, unknown user with admin,
      somebody logged in from, someone logged in from, unauthorized login*, keylogger, sql injection,
      web shell, webshell, stole our password*, stolen password*, passwords were stolen,
      passwords have been stolen, stole all password*, cyber attack*, cyberattack*, hacker attack*,
      brute force*, attack, attacks, inside our, is inside our, in our server, cyber criminals,
      cybercriminals, security breach, hacked, hack, hacks, hacker, hackers, haked, hakced, pwned, defaced,
      defacement, deface, compromised, cracked into, hijacked, hijack, broke into, been broken into,
      was broken into, broken into our, broken into the, break in, breakin, intruder*, cracked our, rooted,
      exploited, infiltrated, sabotaged, backdoor*, back door, unauthorised, unauthorized, took control,
      took over, phished, blackmail*, extort*, botnet, ddos*, ddosed, under attack, attacked, got into our,
      logged into our, taken over, took over our, who shouldnt be, has access who, in our name,
      from our name, under our name, reading our mail*, reads our mail*, reading our email*,
      reads our email*, reading my mail*, changed our bank*, changed the bank*, changed our iban,
      changed the iban, changed our account number*, changed the account number*, changed our paypal,
      snooping, bought our domain, registered our domain, snapped up our domain, domain * bought by,
      domain was bought, domain has been bought, domain * registered by, domain * sold to,
      former employee * delet*, former colleague * delet*, ex employee * delet*, demand* bitcoin,
      demanding bitcoin, demand* money, demanding money, asking for bitcoin, wants bitcoin, sex hotline,
      suspicious login*, suspicious activity, strange login*, unknown login*, logins from, bot attack,
      spam bots, flooded by bots, credential stuffing, injected, malicious code, skimmer*, cryptominer*,
      crypto miner*, miner, mining crypto, rootkit, payload, keyword hack, threatening to publish,
      threatens to publish, threatening to leak, blackmailing, blackmailer*, someone got in,
      somebody got in, someone has got in, somebody has got in, someone got hold, somebody got hold,
      someone has got hold, somebody has got hold, someone else is logged, somebody else is logged,
      under our control, out of our control, lost control, hacking, defaces, defacing, hijacks, hijacking,
      infiltrates, infiltrating, sabotages, sabotaging, stole * password*, stolen * password*,
      stole the admin, hosting phishing, hosts phishing, phishing page* * on our, phishing page* * on my,
      phishing * hosted, kicked us out, threw us out, thrown us out, locked us all out, unknown persons,
      unknown people, intruders, attackers, attacker, painted over, crooks, thieves, criminals,
      someone got into, someone has got into, someone gained access, someone has gained access,
      someone got access, someone is logged in, someone logged in, someone has logged in,
      someone logged into, someone has been messing, someone is messing, someone is inside,
      someone is in our, someone has been in our, someone changed * password*,
      someone has changed * password*, someone keeps changing, someone deleted our, someone has deleted our,
      somebody got into, somebody has got into, somebody gained access, somebody has gained access,
      somebody got access, somebody is logged in, somebody logged in, somebody has logged in,
      somebody logged into, somebody has been messing, somebody is messing, somebody is inside,
      somebody is in our, somebody has been in our, somebody changed * password*,
      somebody has changed * password*, somebody keeps changing, somebody deleted our,
      somebody has deleted our, stranger logged in, stranger got in, stranger has access,
      strangers have access, into the admin panel and changed, without our knowledge
      """),
    WordRow(
      .alone(.leaked),
      """
      other peoples order*, other customers order*, strangers order*, other peoples data, other users data,
      other customers data, wrong persons data, wrong customers data, posted our customer*,
      published our customer*, posted our data, published our data, visible to everyone,
      visible to everybody, visible to anyone, visible to all, publicly visible, publicly available,
      publicly accessible, on the dark web, on the darknet, pastebin, data dump*, see other customer*,
      see other people*, see each other*, each others data, exfiltrated, posted online, leaked, leaking,
      leak, leaks, data breach*, breach, breached, exposed publicly, being sold, for sale on the dark web,
      circulating, doing the rounds, wide open to, open to the world, openly accessible, world readable,
      sent to the wrong, sent to all customers, sent to every customer, emailed to everyone,
      emailed everyone, all addresses in cc, addresses in cc, mixed up accounts, accounts mixed up,
      accounts are mixed, swapped accounts, accounts were swapped, mixes up customers, mixing up customers,
      someone published, somebody published, someone posted, somebody posted, someone uploaded our,
      someone put our, somebody put our
      """),
    WordRow(
      .alone(.lost),
      """
      no website any more, no site any more, no shop any more, no website anymore, no site anymore,
      no shop anymore, no more website, no more site, ransom, ransomware, ransomed, held hostage, data loss,
      drop table, rm rf, wiped, everything is gone, everything was deleted
      """),
    WordRow(
      .alone(.infected),
      """
      malicious, malware, trojan*, deceptive site, flagged as dangerous, dangerous site, virus on * site,
      virus on * server, antivirus goes, antivirus say*, antivirus block*, antivirus warn*,
      antivirus complain*, antivirus report*, antivirus alarm*, virus alarm, virus warning*,
      harm your computer, may harm
      """),
    WordRow(
      .alone(.spam),
      """
      send* spam, send* out spam, sends * spam, sending * spam, spam * sent from, spam from our,
      phishing * from our, phishing * from my, spamming, send* * phishing, relay, send junk, sends junk,
      sending junk, send out junk, sending out junk
      """),
    WordRow(
      .alone(.foreign),
      """
      replaced by, replaced with, someone else* content, somebody else* content, someone else* page*,
      somebody else* page*, someone else* site, somebody else* site, another company* site,
      someone else* website, strangers page*, thats not us, that is not us, this is not us, this isnt us,
      that isnt us, thats not ours, none of it is ours, not our products, not our content, not our page,
      not our site, not our website, no longer ours, not ours any more, isnt ours anymore, not ours anymore,
      isnt ours any more, no longer belongs to us, no longer under our, no longer our,
      to an unknown account, to a foreign account, to the wrong account, to a wrong account,
      to someone elses account, to somebody elses account, to a strange account, to a stranger,
      to strangers, to an unknown person, to somebody else, to someone else, that arent ours,
      that are not ours, that isnt ours, products we dont sell, products we never sold,
      articles we never wrote, articles we never posted, articles we never published,
      articles we didnt write, posts we never wrote, posts we never posted, posts we never published,
      posts we didnt write, pages we never wrote, pages we never posted, pages we never published,
      pages we didnt write, texts we never wrote, texts we never posted, texts we never published,
      texts we didnt write, content we never wrote, content we never posted, content we never published,
      content we didnt write
      """),
    WordRow(
      .alone(.suspended),
      """
      users are locked out, everyone is locked out, everybody is locked out, customers are locked out,
      we are locked out, all locked out, members are locked out, were all locked out, locked us out,
      locked me out of the server, shut us down, kicked us off, pulled the plug, cut us off,
      took us offline, disconnected us, account suspended, suspended * account, account * suspended,
      account * been disabled, account * terminated, store unavailable, site suspended, hosting * suspended,
      hosting * cancelled, account has been closed, account was closed, account got closed,
      closed our account, closed our hosting, hosting account closed, hosting account * closed,
      hosting account * cancelled, hosting account * deleted
      """),
    WordRow(
      .alone(.down),
      """
      showing a maintenance page, shows a maintenance page, shows the maintenance page,
      stuck in maintenance, off the internet, off the air, stuck on loading, stuck loading, grey screen,
      gray screen, all white, red warning*, red page, red screen, directory listing, index of,
      apache default*, default apache*, default nginx, default page, welcome to nginx, coming soon page,
      placeholder page, php code, raw code, source code instead, error page instead, refused to connect,
      failed to connect, dns probe*, err cert*, err connection*, blue screen on the server, kernel panic,
      out of memory, site off, website off, server off, shop off, internal server error*, server error*,
      database error*, data base error*, fatal error*, sql error*, php error*, critical error*,
      parse error*, application error*, security warning*, certificate warning*, browser warning*,
      does nothing, do nothing, we are offline, we are down, were offline, were down, weve been offline,
      weve been down, we have been down, we have been offline, service unavailable, bad gateway,
      gateway timeout, internal server error, white screen*, blank screen*, white page*, blank page*,
      blank white, error establishing, database connection, this site cant be reached, site cant be reached,
      connection refused, connection timed out, server not found, not private, not secure, fatal error,
      critical error on, err connection, nxdomain, too many redirects, black screen on, maintenance mode,
      isnt secure, is not secure, without any design, without any styling, without styling, no styling,
      maintenance page although, wheel of death, spinning wheel, infinite spinner, hosting page,
      hosters page, providers page, hosting providers page, hosting company page, connection reset,
      unable to connect, cant find the server, cannot find the server, page isnt working,
      page is not working, too many connections, no such host, host unknown, user unknown,
      mailbox unavailable, relay denied, cert authority, under construction page, bandwidth limit,
      quota exceeded, limit exceeded, apache2 ubuntu, apache2 debian, it works page, no input file,
      syntax error, briefly unavailable, took too long to respond, name not resolved, err ssl, err name,
      unexpected error for every*, 520, hosts default, default hosting, hosting placeholder, error code 5*,
      not found everywhere, connection failed, connection lost, connection error*, cannot connect to,
      cant connect to, certificate error*, cert error*, ssl error*, tls error*, server is full,
      database is full, no space left, no disk space, no free space, out of disk space, out of storage,
      emails come back, emails are coming back, emails keep coming back, emails are returned,
      emails are being returned, emails get returned, emails get rejected, mails come back,
      mails are coming back, mails keep coming back, mails are returned, mails are being returned,
      mails get returned, mails get rejected, messages come back, messages are coming back,
      messages keep coming back, messages are returned, messages are being returned, messages get returned,
      messages get rejected, email comes back, mail comes back, we send comes back, we send is returned,
      we send gets returned, wherever you click, wherever i click, wherever we click,
      no matter where you click, everywhere you click, whatever you click, every page gives an error,
      every page shows an error, error on every page, errors on every page, error on all pages,
      errors on all pages, disk * is full, disks * are full, drive * is full, storage * is full, disk full,
      storage full, disk filled up, drive filled up, storage filled up, disk is completely full,
      disk space * ran out, disk space * run out
      """),
    WordRow(
      .alone(.error),
      """
      charged twice, double charged, charging twice, charging double, charged double, charged multiple,
      billed twice, charges customers twice, double booking*, double booked, overbooked, overbooking*,
      rooms that are taken, slots that are taken, tables that are taken, sold twice
      """),
    WordRow(
      .alone(.dry),
      """
      no orders, zero orders, no new orders, no sales, zero sales, no bookings, zero bookings, no leads,
      no inquiries, no enquiries, no reservations, no mail, no mails, no email, no emails, no new mails,
      no new emails, no messages, not a single order, not one order, not a single booking,
      not a single inquiry, not a single enquiry, not a single mail, not a single email,
      not a single message, not a single lead, not a single sale, not a single reservation,
      not a single call, not one booking, not one inquiry, not one email, not one mail, get no calls,
      gets no calls, getting no calls, get no confirmation*, no order confirmation*, no confirmation mail*,
      no confirmation email*, no more orders, no more mails, no more emails, no more inquiries,
      stopped getting, stopped receiving, stopped getting any, orders stopped, dried up, dropped to zero,
      fell to zero, went to zero, down to zero, orders have stopped, sales have stopped,
      not received a single, havent received a single, havent had a single, not had a single,
      hasnt been a single, has not been a single, not a single customer, not one customer
      """),
    WordRow(
      .event(.hacked),
      """
      vandalised, vandalized, tampered, manipulated, changed * bank, changed all passwords, hit by,
      posting ads, posting spam, impersonat*, vandals, mutilated, disfigured, scrawled, graffiti, smeared,
      mangled
      """),
    WordRow(
      .event(.leaked),
      """
      stolen, stole, steal, exposed, published online, exposes, exposing, stealed, stealing,
      offered for sale, being offered for
      """),
    WordRow(
      .event(.lost),
      """
      deleted, gone, vanish*, disappear*, missing, lost, wiped, erased, destroyed, corrupt*, damaged,
      purged, dropped, emptied, evaporated, unreadable, scrambled, trashed, nuked, overwritten, overwrote,
      encrypted, unrecoverable, taken away, took away, takes away, snatched, swallowed, swallowed up,
      ceased to exist, is no more, are no more, bitten the dust, bit the dust, was removed, were removed,
      been removed, got removed, got deleted, unregistered, evaporate*, dissolved, sold to someone, faded,
      no longer on the, no longer in the, ate, eaten, ate up, ate all, swallows, written over,
      over the live, over the production, gone missing, went missing, truncated, blanked, zeroed,
      cleaned out, cleared out, obliterated, shredded, vaporised, vaporized, poof, up in smoke,
      into thin air, thin air, into the void, no trace of, without a trace, whisked away, rolled back to,
      reset itself, got reset, been reset, was reset, washed away, blown away, swallowed by, reverted to,
      no trace, not a trace, lost without, deletes, deleting, erases, erasing, wipes, wiping, destroys,
      destroying, purges, purging, overwrites, overwrited, overwriting, encrypts, encrypting, scrambles,
      scrambling, nukes, nuking, trashes, trashing, loses, losed, losing
      """),
    WordRow(
      .event(.infected),
      """
      dangerous, unsafe, not safe, harmful, infected, virus, viruses, blacklisted, blocklisted, infects,
      infecting
      """),
    WordRow(
      .event(.foreign),
      """
      somebody replaced, someone replaced, was replaced, were replaced, been replaced, got replaced,
      hackers replaced, they replaced, has replaced, swapped out, belongs to, now belongs to, overrun,
      hosts a, turned into, turned into a
      """),
    WordRow(
      .event(.expired),
      """
      expired, has run out, ran out, lapsed, no longer valid, isnt valid, not valid, not renewed,
      wasnt renewed, werent renewed, is invalid, invalid certificate, forgot to renew, forgotten to renew,
      missed the renewal, redemption period, grace period, hasnt been renewed, unrenewed, overdue since,
      lapses, lapsing
      """),
    WordRow(
      .event(.suspended),
      """
      suspended, blocked, banned, disabled, deactivated, switched off, turned off, locked, locked out,
      shut down, terminated, registrar cancelled, registrar canceled, registrar has cancelled,
      provider cancelled, provider canceled, provider has cancelled, host cancelled, hoster cancelled,
      hosting cancelled, was cancelled, been cancelled, was canceled, been canceled, pulled it from,
      pulled from, pulled the, suspends, suspending, disables, disabling, deactivates, deactivating,
      terminates, terminating, blocking, blocks our, blocks us, blocks my, banning, bans us, closed by,
      closed our, closed down our, been closed by, registrar took, registrar has taken, registrar deleted,
      registrar has deleted, registrar removed, registrar has removed, registrar closed,
      registrar has closed, registrar pulled, registrar suspended, provider took, provider has taken,
      provider deleted, provider has deleted, provider removed, provider has removed, provider closed,
      provider has closed, provider pulled, provider suspended, host took, host has taken, host deleted,
      host has deleted, host removed, host has removed, host closed, host has closed, host pulled,
      host suspended, hoster took, hoster has taken, hoster deleted, hoster has deleted, hoster removed,
      hoster has removed, hoster closed, hoster has closed, hoster pulled, hoster suspended,
      hosting company took, hosting company has taken, hosting company deleted, hosting company has deleted,
      hosting company removed, hosting company has removed, hosting company closed,
      hosting company has closed, hosting company pulled, hosting company suspended
      """),
    WordRow(
      .event(.down),
      """
      crashed, died, dead, broke down, breaks down, breaking down, broken down, went down, gone down,
      kaputt, kaput, toast, fell over, blew up, burned, flooded, failed, knocked out, went offline,
      gone offline, went dark, gave up, packed up, conked out, bricked, went blank, gone blank, killed,
      ruined, wrecked, nuked, fried, trashed, overheated, exploded, collapsed, imploded, fell apart, tanked,
      bombed, went off, gone off, gave out, seized up, paralysed, paralyzed, crippled, defunct,
      was taken down, been taken down, got taken down, out of space, melted, perished, croaked,
      kicked the bucket, breathed its last, given up, given up the ghost, gave up the ghost, keeled over,
      went kaput, has gone silent, went silent, gone silent, choked, shut itself down, buckled, caved in,
      caved, quit working, quit on us, conked, went bust, gone bust, came down, has come down, fallen over,
      fallen down, fell down, fell flat, going haywire, went haywire, self destructed, out cold,
      dead in the water, went south, gone south, gone to pieces, ground to a halt, grinds to a halt,
      grinding to a halt, come to a halt, came to a halt, halted, stood still, seized, wedged, clogged,
      fell on its face, tripped, blown up, cratered, sunk, drowned, swamped, overwhelmed, besieged,
      bombarded, knocked offline, unplugged, powered off, powered down, shut off, lights out, blackout,
      gutted, severed, done for, kicked out, cactus, stuffed, kicked it, pooped out, borked itself,
      crumbled, folded, sagged, expired on us, ground down, toppled, hit a wall, ran into a wall,
      stopped dead, collapses, collapsing, implodes, imploding, explodes, exploding, stalls, overheats,
      overheating, melts, melting, crumbles, crumbling, topples, toppling, overloads, overloading,
      paralyses, paralysing, paralyzes, paralyzing, cripples, crippling, ruins, ruining, wrecks, wrecking
      """),
    WordRow(
      .state(.error),
      """
      erroring, errors out, errored, errored out, throws exceptions, exception, exceptions, stack trace,
      traceback, segfault, crash loop, crashloop
      """),
    WordRow(
      .state(.down),
      """
      freezes, freezing, froze, on the fritz, jammed, stalling, flatlined, nonexistent, non existent,
      not live, in limbo, out again, black, down hard, stopped dead, dropped off, in a coma, crapped out,
      glitched out, outage, outages, garbled, gibberish, redirect loop, infinite loop, endless loop,
      loads forever, loading forever, spins forever, spinning forever, never loads, never finishes loading,
      out cold, comatose, on strike, not in service, zero uptime, isnt there, is not there, arent there,
      are not there, nothing there, nothing is there, is off, are off, ded, leads nowhere, goes nowhere,
      go nowhere, going nowhere, lead nowhere, in ruins, under water, down, dwon, donw, offline, off line,
      broken, broke, crash, crashes, crashing, unreachable, inaccessible, unavailable, unresponsive, frozen,
      hangs, hanging, hung, timing out, times out, time out, timed out, timeout, out of order, not there,
      no connection, connection lost, lost connection, standstill, stands still, hosed, fucked, knackered,
      belly up, on its knees, nonfunctional, non functional, inoperative, dysfunctional, malfunction*,
      unopenable, stalled, disconnected, overloaded, unusable, messed up, screwed, screwed up, fubar,
      borked, bust, busted, stuck, failing, fails, fail, failure, fault*, blank, empty, spinning, ko,
      out of action, out of service, going down, goes down, on the blink, nowhere, lead anywhere,
      leads anywhere, loops, looping, loops back, locks up, locking up, cuts out, cutting out, dying, dies,
      in a loop, in an endless loop, keeps spinning, just spins, spins, hourglass, loading circle, choking,
      chokes, glitching out, asleep, silent, mute, not a peep, no sign of life, no signs of life, lifeless,
      in pieces, in shambles, a ruin, a wreck, then nothing, and nothing, kicks people out,
      kicks everyone out, kicks everybody out, kicks customers out, kicks users out, throws people out,
      throws users out, throws customers out, logs people out, logs everyone out, logs users out, parked,
      logs everybody out, logs all users out, logs customers out, thrown out of, kicked out of,
      throws everyone out, throws everybody out, logged out all the time, logged out every, takes forever,
      takes ages, forever to load, ages to load, slow that nobody, slow that no one, no power,
      without power, power failure, power outage, power cut, throws students out, throws them out,
      throws members out, throws guests out, throws you out, throws me out, throws us out, throws * out of,
      kicks * out of, kicks them out, kicks us out, kicks me out, logs them out, logs us out, logs me out,
      logs * out every, logs * out all, keeps restarting, keeps rebooting, keeps crashing, keeps going down,
      keeps falling over, keep restarting, keep rebooting, keep crashing, keep going down,
      keep falling over, restarts itself, reboots itself, restarts every, reboots every, restarting every,
      rebooting every, throwing people out, throwing everyone out, throwing everybody out,
      throwing customers out, throwing users out, throwing visitors out, throwing guests out,
      throwing members out, throwing clients out, throwing students out, throwing us out,
      kicking people out, kicking everyone out, kicking everybody out, kicking customers out,
      kicking users out, kicking visitors out, kicking guests out, kicking members out, kicking clients out,
      kicking students out, kicking us out, logging people out, logging everyone out, logging everybody out,
      logging customers out, logging users out, logging visitors out, logging guests out,
      logging members out, logging clients out, logging students out, logging us out, empties itself,
      emptying itself, clears itself, clearing itself, resets itself, deletes itself, closes itself
      """),
    WordRow(
      .state(.blocked),
      """
      refuses, refuse, refusing, declined, declines, declining, rejected, rejects, bounce, bounces, bounced,
      bouncing, refused, rejecting
      """),
    WordRow(
      .state(.foreign),
      """
      redirects, redirecting, redirected, forwards to, is forwarded, being forwarded, forwarding to,
      sends people to, sends visitors to, takes people to, takes visitors to, leads people to
      """),
  ]
}
