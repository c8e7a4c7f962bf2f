// What clients say in English: what cannot wait, most of it written by somebody who had not seen the rules.

extension TriageTests {
  static let englishHeldOutCritical = examples(
    """
    critical:
      Our website is down, customers keep calling us.
      The shop has been offline since six o'clock.
      Nobody can place an order, the checkout just hangs.
      All we get is error 500 on every page.
      The homepage won't load at all any more.
      We've been hacked, there is a Turkish flag where our logo was.
      Somebody defaced the front page.
      The site redirects visitors to an online casino.
      Customers can't pay by card, every payment gets declined.
      Our booking system is not working, guests cannot reserve a table.
      The whole server is unreachable.
      None of our staff can log in to the CRM.
      Mail has stopped, we are not receiving anything since noon.
      The database has disappeared.
      All our orders from this week are gone.
      Our domain has expired and the page shows ads.
      The browser says the certificate is invalid and nobody can get to the shop.
      Customer data was leaked, someone posted it on a forum.
      The site was replaced with viagra advertising.
      Patients can't book appointments, the form throws an error.
      502 Bad Gateway on our site, for everyone.
      The web shop crashed during the sale.
      Our API returns 503 to all the partners.
      There is a ransom note on our server, all files are encrypted.
      The page stays blank, just white, nothing shows.
      The restaurant's website isn't opening on any device.
      PayPal and card payments both fail for every customer.
      Our shop is showing "Error establishing a database connection".
      Someone has broken into the admin and changed all the prices.
      Google says our site is dangerous and contains malware.
      The forum has vanished, only a hosting page is left.
      Our mail server is dead.
      Our server is sending out spam to all our customers.
      I deleted the entire database by accident, everything is lost.
      The site died an hour ago.
      Nobody is able to sign in, neither clients nor employees.
      The hotel's reservation page gives a 404 for all visitors.
      The online store doesn't respond.
      Strangers can see other customers' invoices in their accounts.
      Our shop keeps crashing every time somebody adds to the cart.
      The website of the clinic shows porn.
      The payment gateway is down and we are losing money.
      All the products have been wiped from the shop.
      Our site times out, no one can reach it.
      Emails are bouncing, none of our mail gets through to anybody.
      hi sorry to bother you so late but our webiste is down, tried chrome and firefox and my wife's phone too
      Good evening, this is Anna from Acme GmbH. I'm terribly sorry, but the online shop hasn't been reachable since about eight.
      pls call, shop gives eror 500 everywhere
      So I came home, opened the laptop to check the orders, and instead of our page there was some skull and "owned by" something.
      Hello, it's Peter. We've got about forty guests trying to book for New Year's Eve and not one of them can get through the form, it spits out an error at the last step.
      cant log in anymore, none of us can, the whole team is locked out of the crm
      I hate to call at this hour, but customers are telling us their cards are being charged twice on every single order.
      Not sure whom to ask, but when I type our address in I land on some site with naked women.
      Dear Mr Novak, our mail server appears to have been down since this afternoon; neither incoming nor outgoing messages are going through.
      website ded. nothing loads.
      The hosting company wrote that our server was compromised and they've cut it off.
      Hey, we just ran a TV spot and the site has collapsed under the load, people can't open it.
      I don't want to panic, but all the patient records seem to have disappeared from the database.
      Someone has got hold of our customer list, we just received an email from a blackmailer with the names and addresses in it.
      I did the update you told me not to do, and now the whole site shows only a critical error message.
      our domian ran out yesterday and now nobody reaches us neither by web nor by mail
      Everybody who visits us gets a big red warning, "Your connection is not private", and they all leave.
      Yeah hi, the thing where patients choose their appointment, it's broken, nobody's been able to book since lunch.
      It seems that the checkout has stopped accepting any payments whatsoever, be it card, PayPal or invoice.
      I've got three partners on the other line, our API is throwing 500s at all of them.
      Could you please have a look: the forum was flooded by bots and now it's completely inaccessible.
      Our newsletter tool was taken over by somebody and is blasting crypto scams to all nine thousand subscribers.
      My son says the site has been infected, there are pop-ups selling pills on every page.
      Please, please pick up. The shop is gone. Just gone. There's "Index of /" and nothing else.
      The restaurant is full and the ordering system just went down, the kitchen isn't getting any orders.
      Good evening. Since the power cut the server won't start and no one in the office can work.
      Whatever I click, it says "database connection failed", same for my customers.
      I know it's Saturday, but nobody can buy anything: the pay button does nothing.
      It was fine at five; at six the page stopped loading, and it still isn't loading now.
      there's a stranger in our admin area who has just deletd all the products
      Hello, Kramer's dental practice. If you google us and click, you end up on a fake pharmacy.
      One of our clients just logged in and saw the data of a completely different client, with bank account and all.
      SITE IS OFFLINE!!! CALL ME
      Thing is, we lost all of today's bookings, the calendar is empty and the backup too.
      We can't get into the shop, customers can't either, it says "Service Unavailable".
      Sorry for the voicemail. Half of the hotel's rooms were sold for one euro tonight because somebody hacked the booking engine.
      It looks as though the SSL certificate ran out at midnight; the browsers are blocking our shop.
      The disc on the server is full and the shop has stopped working altogether.
      I tried what you said, cleared the cache and so on, and the site is still down.
      our web page wont open, neither here nor at my brothers place in Hamburg
      All the customer accounts have been deleted, and I swear nobody here touched them.
      Evening! Tickets for the concert go on sale now and the ticket shop has frozen for everyone.
      No emails are arriving at any of our addresses, and senders get "user unknown" back.
      Bad news, I'm afraid: the passwords of our members have been published on the net.
      We opened the site to show it to an investor and there was just "403 Forbidden", he saw the same on his own phone.
      The portal has gone dark for every visitor.
      Our web page has been knocked out by an attack.
      The storefront refuses to load.
      Intruders got into our server last night.
      The login page rejects everyone's password since the update.
      Nobody's able to check out.
      Stripe is rejecting all of our charges.
      The landing page got vandalised.
      Our backend is dead, the mobile app shows nothing to anybody.
      The database got corrupted and the site won't come up.
      All subscribers have been erased from the list.
      Guests are unable to book rooms.
      Somebody stole the admin password and locked us out of the shop.
      Our domain was hijacked.
      The host suspended our account and the site is gone.
      A virus is being served from our homepage.
      Confidential files are publicly visible on our site.
      Credit card numbers of our buyers got stolen.
      Error 504 wherever visitors click.
      The blog is inaccessible, the connection is refused.
      Our DNS is broken, the address doesn't resolve for anybody.
      The intranet is out of order, forty people can't work.
      The ordering app crashes for everyone at start.
      Outgoing mail is stuck, no customer gets an order confirmation.
      No payments have come through since Friday, every transaction fails.
      Our pages have been replaced by Arabic propaganda.
      The school's website leads to a gambling site.
      Phishing pages are being hosted on our domain.
      The VPS is not responding to anything, all of our sites with it.
      The webshop displays nothing but a PHP fatal error.
      Members can't get into their accounts.
      The patient calendar is lost.
      The website stopped working after the migration.
      A hacker is demanding bitcoin for our data.
      Our gym's sign-up page has been broken all evening, nobody can register.
      Both the site and the mail are down.
      The shop went belly up.
      The donation form is failing for all donors.
      The backup overwrote everything, our articles are gone.
      Internal server error when anyone opens the shop.
      The certificate has lapsed and customers are being turned away.
      The museum's ticket sale is not working, visitors can't buy tickets.
      The message board has been taken over by hackers.
      Our contracts were exposed on the internet.
      The web server has been unavailable for thirty minutes.
      Our online store has been down since about six this morning
      The bakery website won't load for anyone in the office
      Customers are telling me they can't pay, the card form just errors out
      I'm getting a 502 on every page of the site
      Someone hacked our homepage and put up a message in Arabic
      None of our emails have gone through since yesterday
      The booking system crashed and guests can't reserve tables
      Our domain expired last night and the site shows an ad page
      All the orders from this week have disappeared from the database
      We've been locked out of the server and there's a ransom note
      Google shows a red warning that our site contains malware
      The checkout is broken, nobody can complete a purchase
      Hi, sorry to bother you, but the clinic's website seems to be offline
      Visitors get redirected to some casino when they open our page
      Our client list was leaked and it's being posted on Telegram
      The server isn't responding, not even to ping
      White screen on the whole website after the update
      It says the SSL certificate has expired and the browser refuses to open the shop
      The shop charges people twice for every order
      Mail server is rejecting everything we send
      The database is corrupted and the app won't start
      The admin deleted the entire product catalogue by accident and we have no backup
      Website shows "Internal Server Error" everywhere
      Payments stopped coming through an hour ago
      Could you please look, our webshop is not opening
      The API keeps timing out and the mobile app is useless
      Our hosting has suspended the account and the site is gone
      Somebody got into the admin panel and changed all the passwords
      People see other customers' personal data when they log in
      The site has been extremely slow and now it doesn't open at all
      Our website is sending spam to thousands of people, we got blacklisted
      The contact page has been replaced with Viagra ads
      Nobody is able to log in to the customer portal
      Stripe isn't working on our site, we're losing sales
      The disk on the server is full and everything has stopped
      There's a virus on our website, my antivirus blocks it
      The dentist's page shows a 503 since noon
      We can't get into our own server any more
      Our customers received emails with links to a virus from us
      The stock numbers in the shop are all wrong since the import, we're selling things we don't have
      The museum's ticket sale is frozen
      Half of our products vanished from the shop
      Someone is using our mail server to send junk
      The whole intranet has collapsed
      Guests are getting a security warning when they open our hotel site
      Our site was taken offline by the provider
    """)
}
