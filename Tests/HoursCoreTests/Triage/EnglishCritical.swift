// What clients say in English: what cannot wait. Written in rounds to measure triage by; a round was counted before anything was
// mended for it.

extension TriageTests {
  static let englishCritical = examples(
    """
    critical:
      my site is down
      Hello, this is Peter from Brightwater Dental. Our website is not coming up, we only see a blank screen.
      shop dead, nobody can order
      Hi, it's Monica. Somebody hacked our homepage, there's some arabic text and a flag on it
      we are getting 502 bad gateway on every page
      All our customer emails have been leaked on some forum
      checkout throws an error for everyone since noon
      website offline again!!! this is the third time this month
      the domain has expired and now there's a parking page with ads
      Chrome says our certificate has expired and won't let visitors in
      Our database is gone. Completely gone.
      the server isn't responding, neither ssh nor web
      Customers tell us they can't pay by card any more
      my wesite is donw plz help
      Hey Ann, sorry for the late call, but the booking page won't load and we have a group trying to book for tomorrow
      No emails are coming in to any of our mailboxes since 4pm
      when I type our address I land on a casino page
      google shows our site with viagra spam in the title
      The app crashes on launch for all users after the update
      API returns 500 for all requests
      hosting suspended our account
      files on the server are encrypted and there is a ransom note
      White screen of death on the whole site
      I think our shop got infected, antivirus blocks it with a malware warning
      everyone is locked out, nobody can log in
      orders are not coming through any more
      The contact form stopped sending, we've lost leads all day
      Good evening, Thompson & Sons here. We can't reach our website at all, neither can our clients.
      the whole site just shows "Error establishing a database connection"
      site unreachable
      DNS seems to be broken, our domain does not resolve
      our mail server sends out spam and we've been blacklisted
      someone deleted all the products from the shop
      PayPal payments fail for every customer
      The website has been defaced
      this is Kevin. the store is down. call me back.
      Can you please look at the site right away, it's not loading
      Why is our website down???
      all of our pages give a 404 suddenly
      we lost all data from the CRM
      backups gone, disk of the server died
      The site's showing someone else's content
      voicemail: hi um this is Laura from the hotel uh the reservation system is not working at all guests can't book anything um please ring me back
      SITE DOWN CALL ME
      service unavailable on our homepage
      It isn't working. The website, I mean. Nothing loads.
      everything works except that no one can check out
      Homepage redirects to a porn site on mobile
      users report being unable to sign in since this morning
      there's a data breach, customer records are being sold
      the webshop crashed in the middle of our sale
      login is broken for all our members
      mails bounce, all of them
      you must fix the site now, it has been down for two hours and we're losing money
      the internal server error is back on our online store
      hackers got into our admin and changed the bank details
      our website vanished
      Visitors get "this site can't be reached"
      ssl broken, browsers show a warning that connection is not private
      The ticket shop does not open, the concert is tonight
      someone is logged into our server who shouldn't be
      the site keeps timing out for everyone
      Our Shopify store shows 'store unavailable'
      Exchange is down, whole company without mail
      someone stole our customer database
      All images and texts on the website were replaced with ads for crypto
      The site says "hacked by Anonymous"
      VPS is dead
      Good evening, sorry to bother you so late. I'm Ruth from the museum. I tried to open our website three times now and it simply doesn't open. My husband tried on his phone as well, same thing.
      what the hell is going on, our shop has been offline for 3 hours
      yo the site got pwned, there's a skull on the frontpage
      Payment gateway declined everything tonight, zero sales
      Hello it's Ben. Could you check the server? Nothing is reachable from outside.
      website hacked
      Our customers' credit card numbers were stolen
      I've just deleted the wp-content folder and now the site is empty
      Nobody receives our order confirmation mails and orders are missing in the backend
      the page says "account suspended"
      the browser says "your connection is not private" when opening our shop
      Site's gone!
      our page isnt opening
      all the customer data has vanished
      the reservations page gives an error 500
      We've been attacked, all files end with .locked
      the homepage is just blank
      the web site does not work anymore since the update you did
      If I open our website I only get a 503. Is anybody working on this?
      Mail down. Web down. Everything down.
      somebody is sending phishing mails from our domain
      hello? the shop, it's not there any more
      Database corrupted, backend won't start
      Our domain shows a page of GoDaddy "this domain is for sale"
      members can't log in to the portal, we get call after call
      I can't open my website and neither can anyone else here
      Online booking stopped working
      The cart is empty for everybody, people can't buy
      Since you changed the DNS our mail doesn't arrive
      your server is down
      I didn't do anything, but the site is not loading any more
      The site is not working, how long will it take?
      The app won't connect to the server, none of our drivers can work
      customer records have been exposed publicly
      the page has been replaced by something with drugs
      our website sends visitors to a gambling site
      we cannot receive mail
      nothing on the site loads, just endless spinning
      Stripe webhook failing, no orders are getting through
      they're holding our data to ransom
      malware found on our website, google flags it as dangerous
      webshop kaputt, site down
      Hi Ann, I know it's late but the shop broke down during our TV ad
      the server room flooded and the server is dead
      The ftp and the site are both down
      Hello, Maria speaking from the travel agency. We have had no bookings today and I just discovered that the booking form can't be submitted.
      Our web presence is unreachable from everywhere
      The online shop shows an error 500 after login for all customers
      Someone has broken into our website and deleted everything
      Ann? It's Paul. The site. It's dead.
      our emails go nowhere, customers tell us they get bounce messages
      We can't take any card payments, the terminal says no connection
      I see adverts for casinos where our homepage should be
      Every visitor is being forwarded to a dating site
      Our domain seems to have been stolen
      all of our client files have been encrypted by a virus
      looks like the database got wiped
      The SSL cert ran out at midnight and Chrome blocks visitors
      we are offline
      our platform has been inaccessible for 40 minutes
      The application throws a 503 for everybody
      nobody in the company gets mail
      login fails for every user
      Passwords of our customers were leaked
      The website displays nothing at all
      your update killed our shop
      the whole site has turned blank
      nothing loads when I open our shop
      The page can't be found, none of them can, the whole site gives 404
      customer data is visible to everyone on the internet
      Our mail account is sending out thousands of spam messages
      the ordering system crashed and the restaurant is full
      Sir, website not opening since morning, kindly do the needful
      hosting company shut us down
      server overheated and went off
      Google says "this site may be hacked"
      the payment page times out
      nobody can finish an order because the cart empties itself
      DNS is dead
      we lost the database, and no backup
      The app is down for all drivers
      shop is not accesible
      websight is down
      ur server crashed
      site wont load on any device
      The certificate is no longer valid and no one can access the shop
      I get "server not found" on our domain
      our site has been offline since Saturday, has anyone noticed?
      Can you fix the shop? It does not open at all.
      The domain is gone! Somebody else registered it!
      My online store went blank right before Black Friday
      Clients are calling us because they cannot get onto the website
      Hi there, the website is showing a database error and nothing else
      There is a skull and "owned by xyz" on our start page
      the shop's checkout button does nothing, orders have stopped
      We're getting 504 gateway timeouts on all pages
      it says the domain name has expired when I go to our site
      Customers see a security warning when visiting our website
      I can't reach the server at all
      Emails from our domain are all being rejected
      a hacker is demanding bitcoin, all our files are locked
      Our WordPress site got hijacked and sends people to pharmacy spam
      The website has not been loading for the past hour
      Tried reaching the site from 3 different networks, dead everywhere
      Hey, payments aren't going through on the store
      The database seems to have been erased last night
      Someone posted our customer list on a forum
      the portal is throwing internal server errors
      no one is able to sign in to the customer portal
      our homepage has vanished and there's an ad page instead
      We're under a cyber attack
      the hosting provider terminated our account
      appointment booking broken – patients can't book
      All product pages are empty
      the entire website is not accessible
      server down server down server down
      Our mail has stopped working across the company
      Site unavailable in all browsers
      everything on our website is gone!!
      my site got replaced by some weird chinese store
      All the pages of my site now open a viagra store
      The cart doesn't work, people can't add anything
      Our app can't connect to the backend for any user
      I think someone is inside our server and deleting files
      I just got an alert: site offline
      Website is throwing a fatal error
      SSL certificate problem, visitors can't get past the warning
      Our site has stopped responding altogether
      hello this is the bakery on main street, your website thingy, it's not loading for anyone
      Customers report a 503 when they visit the store
      We've lost access to our website and email
      my store has been hijacked
      The website is being redirected to an online pharmacy
      Need you now: site's been hacked and Google is showing a warning
      We have an outage on the main site
      website was down this morning and still is
      Our payment page has been blank since last night
      the server ran out of disk and everything crashed
      client portal throws errors for all users
      All emails sent to us get rejected since the migration
      a customer called and said the online shop isn't reachable
      My entire website has been deleted!
      Someone's posting gambling ads on our home page
      credit cards can't be charged
      the confirmation emails don't go out, customers are confused
      We cannot log in, none of us, and neither can customers
      our certificate is expired
      there's a big red warning page instead of our website
      the site opens but all products have vanished
      the api stopped responding
      Looks like ransomware, all documents on the server have a weird extension
      The domain points to somebody else's site now
      people say our website gives them a virus warning
      shop's dead since the update, white page
      Dear Ann, unfortunately our reservation system has failed completely and we are fully dependent on it tonight.
      The site was fine this morning but now it doesn't load
      It worked yesterday, today the shop doesn't open
      site won't open pls look
      Your hosting is down again
      Heads up: the store front is down for everyone
      we woke up to a hacked website
      site isn't responding for anyone on our team
      Our online booking is dead and it's the busiest day of the year
      My homepage displays someone else's business
      Customers are getting an error when they try to pay
      the web server has crashed twice tonight and now it's gone
      our DNS stopped resolving an hour ago
      all our mailboxes are gone
      the forms on our site no longer send anything to us
      a virus took over our web server
      clients can't get into their accounts
      Someone hijacked our domain
    """)
}
