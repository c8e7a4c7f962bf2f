// What clients say in English: more that cannot wait. Written in rounds to measure triage by; a round was counted before anything was
// mended for it.

extension TriageTests {
  static let englishCriticalToo = examples(
    """
    critical:
      Page won't load - just says connection timed out
      product database wiped out by mistake
      we are losing sales, the cart is broken
      Nobody's able to reach the website from outside
      500 errors all over the shop
      the website address leads to an adult site
      our SSL is invalid and customers are scared off
      the API key got leaked and someone is using our account
      the app is unusable for all our customers, it crashes at start
      data was leaked
      my shop is not opening
      Sorry it's late. Website gone. Blank.
      Hi, Deb from the florist. I can see orders aren't coming in and when I open the shop there's just an error.
      our main site's unreachable and so is the mail
      Google Chrome says deceptive site ahead when opening our page
      somebody replaced our front page with a political message
      the admin was hacked, and the payment details changed
      My website has been offline for two days!!
      Server returns 503 Service Temporarily Unavailable
      The whole company can't send mail
      all uploaded files disappeared from the server
      the donation form is broken and our campaign started today
      Shopify checkout failing for all customers
      domain renewal failed and our site is parked
      We have been hit by ransomware
      I see another company's website under our domain
      the live site is showing a maintenance page that won't go away
      Our webshop cannot be accessed
      Visitors see a hacked by message
      the data of 3000 customers was exposed
      The site loads but you can't log in, buy or do anything
      it's Marcus, shop is toast, ring me
      the customer login has been broken since lunchtime, everyone complains
      website is completely blank on every browser and phone
      Our website is not opening
      the online shop is down, customers can't buy anything
      hacked! someone put their own text on our homepage
      We cannot receive any emails since this morning
      our customer database has leaked onto the internet
      error 500 when opening the site
      the server has been dead since midnight
      Our domain expired and the website shows ads
      payment isn't going through for anyone on the site
      The site has been infected, browsers show a red warning
      all our data has been deleted
      Everything on the server has been encrypted and they want money
      the app won't open for any of our customers
      Our site suddenly redirects visitors to a porn page
      Nobody can log into the system since the update
      my shop's pages are all blank
      the hosting has suspended our site
      booking does not work, guests are angry
      site gives a 503 error
      The webshop stopped taking orders
      we just noticed the contact forms haven't been delivering for a week
      our mail server is sending spam to all customers
      The website's certificate has expired and nobody dares to enter
      Hi Ann! Tom here. Site's down again. Can you take a look tonight?
      My site is gone, there's only a "welcome to nginx" page
      there's no website any more, only an error
      Whole site down; shop, blog, everything
      I opened our site and saw pictures of naked people
      the orders table was dropped by our intern, all orders lost
      Webseite down, nothing works, shop too
      Website's not responding, customers are complaining
      The store keeps showing a 500 error
      our homepage has been taken over by hackers demanding money
      We can't reach our mail server
      Nobody can place an order, checkout fails at the last step
      our website was wiped
      There's an unknown person logged into our admin
      customer passwords have been leaked
      SSL expired, shop unusable
      the domain doesn't resolve anymore
      site shows a blank page since the update
      Hello, this is Gina. Nobody can book appointments on our website, it says error. Please call.
      our e-commerce platform is completely offline
      hi ann the website doesnt work at all since 5pm thx
      mail's not working, none of us gets anything
      The system went down in the middle of the day and staff cannot work
      My online shop was replaced with a gambling page
      the website is stuck loading forever
      Our server seems to be dead, nothing works
      all the articles on our website have disappeared
      Site is offline and it's payday for us
      Our shop does not load, it shows "service temporarily unavailable"
      the customer database was hacked
      somebody deleted our whole web shop
      email server isn't working, no mails in or out
      Hello, our website shows strange Chinese text and products that aren't ours
      There is a ransom message on every computer and the file server
      people get a virus warning when they open our site
      payments on our website fail
      The forum is broken and the members can't sign in
      our website is blocked by the provider
      website returns error 404 on every page
      Ann, the app has stopped working for everyone
      can't open the site at all
      web site dead, no orders all day
      Evening! The club website is not available, all I get is an error page
      our shop was hacked, there are fake products in it
      We have no access to our database any more
      the SSL certificate of the shop ran out today
      nobody gets order confirmations, the mail service is down
      My site's been down for three hours now, what's going on?
      our website loads a page about cheap pills
      All the customer accounts have been deleted
      guests say booking online is impossible, they get an error
      The domain was suspended by the registrar
      server hacked, passwords leaked, please call
      checkout page frozen, nobody can finish paying
      The website is up but every page is empty
      i think the hosting crashed, none of our sites open
      the app can't be opened by any customer
      the entire shop is inaccessible to customers
      our website has been compromised
      the site is completely unresponsive
      I'm getting a blank page on my website
      My site has been taken over by hackers
      all my product photos and products were deleted from the store
      we cannot process payments
      credit card processing is down
      my customers are unable to pay
      the shopping cart is broken, nobody can complete a purchase
      the website is returning 500 errors
      website gives HTTP 500
      Our site shows 'Account Suspended'
      there's malware on my website
      my site is infected with malware
      visitors get malware warnings
      the site is redirecting to a Russian casino
      spam emails are being sent from our server
      the database crashed and won't restart
      data loss on the production server
      we lost all customer orders
      client data has been stolen
      personal information of our users is publicly accessible
      our domain expired and site and email stopped
      email is completely down for the entire company
      no one can send or receive e-mails
      emails to us are bouncing back
      the login page is broken for everyone
      users are locked out of their accounts
      the site got defaced with political slogans
      a ransomware attack encrypted our server
      our web server does not respond to ping
      the website won't come up
      The website keeps crashing
      website's been dead all morning
      site is not up
      the site isn't there anymore
      I go to our website and there is nothing there
      page shows nothing, just white
      my site vanished from the internet
      it looks like we were hacked, the front page says so
      somebody got into our admin and changed the prices to zero
      orders get lost
      orders vanish after payment
      order emails are not sent to customers
      the reservation form is not submitting
      booking calendar doesn't load, guests can't reserve
      our ticketing site collapsed under the load
      the app shows a connection error to all users
      our API is timing out
      the API is down and our partners complain
      backend unreachable
      VPN server is down, no one can work
      DNS records are gone
      nameservers don't answer
      Our SSL has expired and the site shows not secure
      https is broken on the shop
      host is down
      my website is off
      website off
      site ded
      sites not working
      my page dont work
      website is no longer working
      the website has stopped loading
      website failed to load
      can't access our website
      cannot get to our site
      I can't get our website to open
      couldn't reach the shop all evening, it's down
      we're unable to reach the server
      there is no access to the site
      no access to our server
      the server refuses connections
      the server is dead in the water
      hard drive failure on the server
      RAID failed, server offline
      the hosting went bankrupt and our site is gone
      The page of our firm shows naked women!
      Someone uploaded porn to our site
      There are strange pills ads on my website
      our site suddenly sells viagra
      my blog is full of casino links
      Facebook says our site is malicious
      browser blocks our shop as phishing
      the payment button leads nowhere
      the pay button does nothing
      clicking buy gives an error for all customers
      customers complain they can't order
      customers can't register or log in
      students cannot log in, exam starts in an hour
      nobody can access the portal
      none of our pages open
      none of the sites on the server work
      not one page of our site works
      both our sites are down
      the whole thing is down, site, mail, everything
      I broke the site
      I think I broke the website, it's all white
      i deleted the homepage by accident
      we accidentally wiped the server
      after the plugin update the site is dead
      since this morning's update nothing on the site works
      site crashed after update
      Help, our website is down!
      urgent: shop down
      emergency! website hacked!
      please fix: server down
      Hi. Site down. Pls call.
      hi it's jo from bloom. website isnt working. can u call me back? ta
      Good evening, this is Mr. Schmidt, I'm sorry to call at this hour, but our shop has not been reachable since about seven o'clock
      You won't believe it: the site is gone
      Not sure if you know, but the website is down
      I hope you can help, our website isn't loading
      is something wrong? our site doesn't open
      Is anyone working on it? The site is down!
      Are you there? Our server crashed
      When will the site be back? It's been down for hours
      How long until the shop works again? It's down since noon
      How can the site be down again?!
      what happened to our website? it's gone
      did you take our site offline? it's not loading
      My website is down, what should I do?
      Our site was hacked, what do we do?
      can you restore the backup, the database is gone
      please restore our site, everything got deleted
    """)
}
