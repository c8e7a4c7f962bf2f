// More of what clients say in English; each was written down before the words for it were in the tables.

extension TriageTests {
  static let moreEnglish = examples(
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
    normal:
      I forgot my password
      I can't remember how to create a link
      How do I change the picture on the front page?
      could you send me the invoice for October again
      the site is not down, I just wanted to ask about the newsletter
      please add a page about hacked accounts to our blog
      can you make a 404 page with our logo
      what would it cost to build an online shop
      Hi, Jenny here, the font in the footer is too small
      whom do I call when the site is down?
      In case the site goes down over Christmas, are you reachable?
      our website was down yesterday but it's fine now
      site is working again, thanks!
      there's a typo on the contact page
      my printer doesn't print
      I can't log in, I think I've mistyped my password too often
      one of the photos in the gallery isn't showing
      the page loads a bit slowly today
      I'd like to talk about a redesign next year
      When does my domain expire?
      wrong opening hours on the site, please correct them
      The shop works fine but the button has the wrong colour
      can we move Thursday's meeting to Friday
      how can I export the orders into Excel?
      I would like to take the old site down at the end of the month
      Just calling to say thank you
      please change my email address in the imprint
      do you have time for a coffee next week
      How secure is our site against hackers?
      we want to offer payment by invoice, is that possible?
      my laptop won't start
      I've got a question about the backup
      Is it possible to restore a page I edited last week?
      one link in the menu is broken
      the logo looks blurry on my phone
      I don't know how to upload a pdf
      please ring me back tomorrow about the quote
      Good morning, this is Downtown Flowers, we need new business cards
      my mailbox is full, what should I do
      need the login data for the statistics
      the heading on the team page should be bigger
      What happens to my data if your server fails?
      can you teach our new intern how to write blog posts
      Our certificate will expire in March, will you renew it?
      I accidentally closed the tab and lost my draft
      false alarm, the site is up
      nothing urgent, call me whenever you like
      No hurry: the newsletter should have a different header
      Please delete the old products from the shop
      could you set up a redirect from the old domain to the new one
      is there a way to block spam comments
      I can't find the settings for the contact form
      mum asks whether you come to dinner on sunday
      The new colleague needs an email account
      how much is an SSL certificate?
      can't remember my username for wordpress
      I'd like to book a training about phishing and hacking
      update the prices please, list is in your mail
      who has access to our server?
      the picture of our boss is out of date
      Do you know why google ranks us lower than before?
      the payment for your last invoice went out today
      we're thinking about moving the site to another hosting company
      Please renew our hosting plan
      I want to change hosting
      how to close the shop for holidays?
      Shop is closed on Monday, please put a note on the site
      I pressed something and now my bold button is gone
      when will the new site go live
      the newsletter looks broken in Outlook
      Hello Ann, this is Mr. Collins. When you have a moment next week, could you show me how the statistics work? Nothing is broken, I'm just curious.
      I broke my password again lol
      Can we have the lost and found page in the menu?
      we'd like a page that says the shop is down for maintenance
      I read about a data breach at a big company, are we safe?
      the site crashed last week, but since your fix no problems
      It's not an emergency. The address in the footer is outdated.
      where do I see the orders
      should I be worried about these hacking attempts in the news?
      I need to reset my password for the mail account
      can you unsubscribe me from that list
      There's a spelling mistake on the checkout page
      my colleague can't find the login page
      the blue is too dark
      Please send an offer for hosting plus domain plus mail
      Can I pay your invoice by card?
      I would like a popup that goes away after five seconds
      forgot how to log in
      my phone died yesterday, so I missed your call
      When is the site going live?
      do you do server maintenance as well
      I just wanted to say the new site is great
      the video on our about page doesn't play in firefox
      Anna here, could you remove the christmas banner
      The download of the price list takes ages
      we get a lot of spam recently in the info mailbox
      Can you tell me whether the backup ran last night
      if the shop ever crashes, should I call you or the hosting company?
      the server at our restaurant wants to know the wifi password
      Please put up a note: no payment by cash
      It works now, please ignore my last message
      I can't open the attachment you sent
      the cookie banner annoys people
      need two more mailboxes
      how long would the site be offline during the migration
      Can I delete the test orders?
      Please translate the error message on the 404 page
      why is the text so small on the phone
      I'd rather have the login button on the left
      are we still on for lunch
      we had some downtime last month, can you send a report
      one of our customers can't remember her password
      excel crashes on my computer
      could you explain what a certificate is for
      our old server is up for sale, do you know anyone
      Hi, could you tell me the password of the guest wifi?
      I'm unable to remember how to publish a post
      How do I get the site back to the old design?
      The page about our history has a broken picture
      Would you be able to make the site faster?
      Is there any documentation on how to restore backups?
      Please call me regarding the offer
      Could you please add Mrs. Lee to the mailing list
      we want a quote for a shop with 500 products
      we'll have 404 guests at the wedding, can the form handle that?
      I need 500 flyers by Monday
      I would like to know how you protect our server from hackers
      If a customer's payment fails, what do they see?
      what does error 404 mean
      Can the shop be closed during the holidays?
      I forgot where to upload pictures
      the shop was slow last night but today it's okay
      no rush, but the menu font is ugly
      We got the site back, thanks a lot for the quick help!
      nothing is wrong, I only want to book an appointment with you
      The site isn't broken, I just can't find the contact page
      I deleted an image by mistake, where can I get it again
      Could you write a text about what to do when your site gets hacked?
      We would like to replace the homepage picture
      Can you recommend an antivirus program
      my son's computer has a virus
      My keyboard is broken
      I can't hear anything in the video on my phone
      who designed our logo?
      Our intern can't access her mailbox
      the map on the contact page shows the wrong street
      please send the login for our new colleague
      The newsletter signup button should be red
      I'm calling about the job offer
      do you accept new clients?
      the server invoice is wrong
      The text says "hacked" instead of "packed", please correct it
      I have a suggestion for the shop
      the site looks great, well done
      the migration went well and everything is up
      Can we meet about the data protection statement
      is our site GDPR compliant
      we need to extend the contract for the domain
      My husband will pick up the papers tomorrow
      the alt text of an image is missing
      What should I do if my site is ever hacked?
      I don't remember how to log into the admin panel
      Can you walk me through adding a product?
      Please make the logo bigger
      I'd like a new section about data security
      My password isn't working
      could you reset my email password
      The site isn't down anymore, thanks!
      We had an outage last month; could you send the invoice for that work?
      How do I know if my site is down?
      Do you offer protection against hacking?
      The button on the contact page is the wrong colour
      I'd like to schedule a call for next week
      A customer asked how to pay by invoice
      my email signature looks odd
      My screen is too small for the menu
      where do I change the delivery costs?
      Our site works great, could you add a blog?
      I want to delete my old account
      need help writing a product description
      Help me choose a colour for the header
      What's the difference between http and https?
      Will the site be down during the update tonight?
      Could we get a page for when the shop is offline?
      Just checking whether you received my email
      I didn't get your invoice
      There's a small mistake in the text on the home page
      our server contract ends in May
      Yesterday's problem with the mail is solved
      My mother-in-law wants a website
      Hi Ann, can you resend the contract?
      the website looks a bit empty, can we add pictures?
      I can't figure out how to crop an image
      I want to learn how to back up the site
      How can visitors subscribe to our newsletter?
      Do I need to renew the SSL certificate myself?
      My site was down last weekend, do I get a refund?
      Our website has been running smoothly, thank you
      the site is up, I was just using the wrong address
      sorry, my mistake, the shop works
      I closed the browser and lost my text
      is there a limit for uploads?
      The PDF on the downloads page is outdated
      Should I update WordPress now or wait?
      would love to get your opinion on our new logo
      please change "out of stock" to "available soon"
      a password reset link please
      my account name is misspelled
      the banner should disappear after Sunday
      Please take the Christmas banner down
      It's Bob. Nothing important, talk tomorrow.
      what's the status of the redesign?
      can you put our new address on the site
      are payments by Apple Pay possible?
      Why doesn't my name appear in bold?
      my wife deleted a photo from the gallery
      can the server handle 1000 visitors?
      The dropdown isn't aligned
      I can't open the invoice you sent
      the hotel's internet is down, so I'll write later
      what's my username again
      I'd like to know the price for a small website
      could you take a look at the colours on the new page
      The newsletter has a spelling error
      how do I put a video on the home page
      I don't understand the statistics page
      we're happy with the shop
      please cancel my appointment
      Can I change the domain later?
      Do you have a referral for a photographer?
      forgot to attach the photos, sorry
      is my site backed up every day?
      the photo of the team is too dark
      I need a receipt for the hosting
      The shop should show prices without tax
      When you have time, tidy up the menu
      The outage from yesterday is over, right? All looks good here.
      no problems here, just checking in
      Please tell me how to change the DNS records
      I want to add payment by PayPal
      Could you add a login button to the header?
      I'd like a quote for a security check
      Can't remember which plan we have with you
      how do I undo a change in the editor
      thanks, the mail works now
      The font on the order page is tiny
      My account shows the wrong name
      please extend the SSL certificate before it expires
      I want to learn about preventing data loss
      We'd like to close the old forum
      Is there an easy way to hide a page?
      my daughter needs help with her school website
      I wasn't able to attend the meeting
      the cat picture is upside down
      I have lost the invoice from May
      the menu item should be renamed to Services
      how do I reply to comments
      it was nice to meet you
      Can you change my password please
      How do I make text bold?
      I want to change the picture on the start page
      What's the deadline for the newsletter?
      could you explain how the booking system sends confirmations
      Please delete the user Miller
      My site isn't down, I only wanted to tell you I'm happy
      the site was offline yesterday for an hour but everything's good again
      if our site gets hacked, do we have insurance?
      Please create a landing page about ransomware protection
      how do I redirect one page to another?
      I can't remember where to change the opening hours
      I didn't receive the invoice
      my mouse doesn't work
      a small typo on the checkout page
      the button should say "Buy now"
      I forgot the PIN for the phone system
      We plan to shut down the old shop in March
      our new products are missing pictures
      do you know a good photographer
      when you're back, please call about the server upgrade
      Is the backup stored in another country?
      I'd like to ask about the price of email hosting
      add a link to our Facebook page
      one user wants to be deleted from the database
      How do I install a plugin?
      My password has expired
      I'd like a callback regarding your invoice
      the images in the newsletter are too large
      Can you add Russian to the site?
      we want to create a page on data protection
      I forgot how to crop pictures
      Just letting you know the site looks fantastic
      What do you charge for emergency support?
      do you offer 24/7 support if the server goes down?
      The site isn't hacked, I just pressed the wrong button
      the server is working fine, thanks for your help
      one customer has trouble with her password
      my browser is outdated, does it matter?
      please send the error log from last month
      I can't remember the name of the plugin
      please change the text on the shop page
      How do I move a picture to the left?
      my email password doesn't work
      the site is online again, thank you
      Where can I see my invoices?
      I'd like the header to be blue
      do you make apps?
      I will be late tomorrow
      what if the certificate expires while you are on vacation?
      the old forum can be deleted
      I need to know how to edit the footer
      forgot my WordPress login, sorry
      can you make the menu sticky
      Is my data safe with you?
      the shop's logo should be larger
      our site was slow yesterday, fine today
      please write an article on protecting passwords
      I'd like to book you for a workshop
      When you migrate the server, how long will the site be down?
      the site isn't broken, I was offline
      My scanner isn't working
      Please call me tomorrow about the quote
      one of the links leads to the old page
      could we move the launch to Monday
      I can't see the picture you sent
      can you restore the page I changed yesterday
      please restore the old logo
      can you check my invoice
      the invoice total is wrong
      I want to cancel my hosting
      how do I cancel hosting
      I would like to buy a domain
      please register a domain for us
      transfer our domain please
      My email storage is nearly full
      I get too much spam
      I got a suspicious email, is it from you?
      got a phishing mail, what do I do with it?
      please block this spammer
      can't find the email you sent
      my outlook asks for the password all the time
      I can't print the order list
      I can't log into WordPress
      I can't log in to my account
      wordpress says wrong password
      the admin menu looks different after the update
      the text is cut off on mobile
      images look pixelated
      alignment is off on the about page
      the page layout is broken on my ipad
      there's a broken link on the blog
      one product has the wrong price
      the product description is missing a word
      the newsletter was sent twice
      google doesn't find our new page yet
      our ranking dropped
      the statistics show fewer visitors
      our visitors like the new site
      customers say the new site is beautiful
      a customer wants a refund
      a client asked for our bank details
      we have a new phone number, please change it on the site
      we moved, please change the address
      the office is closed next week
      the shop opens at ten on Saturday, please change it
      The store will be closed on Monday, put it on the page
      can we close the shop for inventory?
      what are your working hours
      do you work on weekends
      I need your bank details
      could you call me back tomorrow
      call me when you have time
      I have an idea for the website
      I would like to discuss the website
      we need to talk about the website next week
      a question about our website
      website question
      about the server: can we upgrade to 16 GB
      need more disk space on the server
      the backup disk should be replaced next month
      please test the backup
      can you explain the outage last week
      thanks for fixing the site so fast
      Thanks for restoring the database!
      great, the shop is up
      all is well with the server
      the website is up and running, good job
      site loads fine for me now
      the hack last year cost us a lot, can we improve security?
      our competitor was hacked, can that happen to us?
      I heard that many sites get hacked, is ours safe?
      My friend's site is down, do you take new clients?
      the kids' school website is down lol
      My TV is broken
      my car broke down, I'll be late
      the coffee machine is broken
      my flight was cancelled
      the party is on Friday
      lunch tomorrow?
      I lost your number
      I've lost my keys
      the app store description has a typo
      add an app icon
      can the app show the weather
      could the form ask for the company name
      the form should have a date field
      remove the phone field from the contact form
      please forward the emails to my new address
      set up forwarding for info@
      can I have a second mailbox
      how do I set the out of office reply
      please block visitors from that country
      how do I block a user
      how to delete a user account
      why is the sky blue on our banner, should be grey
      why do I pay so much for hosting?
      why is my invoice higher this month
      why did you change the colour?
    untriaged:
      something is wrong with the site
      urgent, call me
      help!
      there's a problem
      call me back asap please, it's important
      We have a big problem here
      Please call, it's an emergency
      the website is acting weird
      I've got trouble with the shop
      Something's off with our emails
      it doesn't work!!!
      nothing works
      there is an issue with the website
      I need your help right now
      it's urgent
      Can you look at our site? Something strange is going on.
      Error on the site
      pick up the phone please, urgently
      We're having some difficulties with the server
      it's broken
      HELP ME
      hi it's Tom, got a serious problem, ring me
      something happened to our page
      SOS
      trouble!!!
      Something went wrong, please call
      Ann, call me, it's really urgent!!
      we have a major problem with our website
      pls call back quick
      something's not right with the shop
      there seems to be an error with our system
      hey, trouble here, ring me
      I have an emergency
      the website does funny things
      our mail is acting up
      need help immediately
      this is a disaster
      something broke
      Need to speak to you urgently about the website
      I think there is a problem, please phone me
      urgent problem
      We need you immediately
      Something isn't right with our website
      the shop is playing up
      Our website is doing strange things since the update
      please phone back, it is very urgent
      there's something odd about the mail
      I've got a huge problem
      Emergency, please pick up!
      Help, something's wrong with the server
      issue with the website, call me
      The website is not behaving normally
      Can you call me back right away? It can't wait
      There is something going on with our shop
      please hurry, we have a serious issue
      my site has a problem
      I need to talk to you now, urgent
      Our system is acting strange
      something bad happened to our website
      I'm in a panic, please call
      we're having trouble with the website
      there's a serious issue with our store
      please get back to me immediately
      the server is acting up again
      weird stuff on our site
      something is broken
      it's all messed up, call me
      there's some kind of problem with our site
      Something is not working
      call me ASAP please, it's about the server
      I have a really urgent matter
      our shop is acting weird since noon
      I'm desperate, please pick up
      our website is having problems
      hey I think something is really wrong, call me
      this is urgent!! please answer
      we're having a crisis
      I keep getting errors
      There's something wrong with our mail
      urgent! please call
      we have a problem, can you call?
      something is not right
      our system has a problem
      I need help asap
      weird errors everywhere
      we have some trouble with the site
      Please call me at once
      Something has gone wrong on our website
      it is very urgent, ring me
      a strange message appears
      help, something's up with our site
      we've got a situation here, call me
      please call, urgent matter
      our website has some error
      we have a problem with the shop, please call
      Something's wrong!
      the website seems to have a problem
      need to talk asap
      our mail is doing strange things
      the website has issues
      having issues with the site
      we have some issues with the server, please call
      something seems off with the shop
      our site is not quite right
      need urgent help
      urgent help needed
      please help urgently
      can you help me right now please
      I need you
      this is an emergency
      we're in trouble
      we are in big trouble, call me
      call me back, it's serious
      very important, please call back
      please ring asap
      ASAP!!!
      problem with orders
      we have payment problems
      problems with our emails
      it crashed
      it's down
      everything crashed
      everything is down
      all broken
      it won't open
      this doesn't work!
      not working
      error!
      I see an error message on the site
      the shop gives an error
      Is our website down?
      Has our site been hacked?
      Are we hacked?
    """)
}
