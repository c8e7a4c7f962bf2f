// What clients say in English, and how bad it is. A wrong verdict that somebody met becomes a line here.

extension TriageTests {
  static let english = examples(
    """
    critical: down
      Our site is down
      site's down!!
      The website has been down since 8
      website down since yesterday evening, still nothing
      Hi, Julia from Green Garden. The homepage isn't loading, could you have a look?
      we can't reach our own website
      my web page wont open
      Nobody can open our shop
      I get a blank white page when I go to our site
      The site is completely dead
      our server crashed
      server's not responding at all
      Server unreachable since the update
      the store is offline
      portal not available
      The shop's been offline all afternoon and we're in the middle of a sale
      the website doesn't open, neither on my phone nor on the laptop
      Site won't load. Tried three browsers.
      The page just keeps loading and never opens, for everybody
      All I see is "502 Bad Gateway"
      error 503 on the homepage
      the api gives 500 since the deploy
      Getting internal server error on the shop
      our site shows only "Error establishing a database connection"
      every page of the site returns 404
      all links of the shop lead to 404
      WordPress shows a critical error on this website
      the app does not start any more, for nobody
      the booking system is down
      booking page broken, guests are calling
      hosting is down
      the DNS does not resolve
      our domain is not reachable
      website not working
      web site is not working since this morning pls check
      teh site is down
      sitte is down
      Tried to open the shop: nothing. It doesn't load.
      I was on the phone with a customer and she said our website doesn't open. I tried and it's true.
      Hello. This is a message for Ann. It's Frank from Miller Roofing. Our website is, uh, it's just not there. Please call me back.
      Why does our site not load?
      Do you know that our site is down?
      did you notice the shop is offline?
      Can you please restart the server? It hangs.
      the server is frozen
      the database server died tonight
      database is down, nothing works
      Our intranet and mail are both down
      CRM is not reachable for the whole team
      Sorry to disturb you on a Sunday, but the website went down
      I don't know what I did, but the website is gone
      Since the move the website isn't available
      The whole shop crashed right after the newsletter
      our webshop has stopped working
      Customers complain that the shop doesn't open
      site is broken, nobody can see anything

    critical: hacked, defaced, foreign
      we've been hacked
      somebody hacked our site
      Our website has been hacked, it shows a turkish flag
      I think our server has been hacked
      the homepage was defaced overnight
      there's porn on our website
      My site was replaced by a porn site pushing pills
      our homepage shows pills and viagra ads
      When people click on our site they get redirected to a casino
      the site redirects to some gambling page
      google search shows japanese spam under our domain
      somebody put crypto ads on our home page
      our site now shows another company's content
      the shop shows somebody else's products
      Our domain leads to a parking page
      an intruder has access to our server
      someone changed the admin password and took over our shop
      The site says it was hacked by some group
      the website got infected with a virus
      Google blocks our site because of malware
      the hackers want money
      our server is under attack
      DDoS since an hour
      we got a ransom note on the server
      all files are encrypted

    critical: data
      our customer database was leaked
      the customers' data is on the internet, there was a leak
      we've had a data breach
      All orders have disappeared
      the database was deleted by accident
      I accidentally deleted the whole website
      all our data is lost
      all products vanished from the shop
      somebody stole our customer list
      our backups are gone and the disk is broken
      user data was stolen
      all content of the website disappeared
      everything is gone from the server
      the database is corrupt

    critical: money, orders, mail, expiry
      customers can't pay
      nobody can check out
      the checkout isn't working
      checkout broken, we lose orders every minute
      payments fail for all customers
      paypal doesn't work in the shop
      card payments are being declined, every single one
      people cannot place orders
      Guests are not able to book rooms
      no one can log in
      our members can't log in
      users can't sign in to the app
      the order form doesn't send anything
      the contact form does not work any more
      we don't receive any orders since Friday
      orders don't arrive
      emails are not being delivered
      we can't send or receive emails
      our mail is not working
      no mails arrive at all
      mail server down
      our mails all bounce
      our server is sending spam
      The SSL certificate has expired
      certificate expired, all browsers show a warning
      our domain has expired
      the domain was not renewed and now the site is off
      our hosting account was suspended
      the provider has blocked our site
      the till doesn't work and there is a queue of customers
      the ticket shop isn't selling, nobody can buy tickets
      it's not possible to log in for anyone, the login page is dead
      works fine, except that nobody can pay
      The site is up but checkout doesn't work
      Not the logo this time, the whole site is down

    critical: rude, long, odd
      WHERE IS MY WEBSITE?! It's gone!
      your crappy server is dead again
      WTF the shop is down AGAIN
      I pay you good money and the site is down
      Hello Ann, I hope you're well. I'm writing because a customer of ours told us at lunch that he had wanted to order a sofa, but our shop did not open. I just tried it myself from home and indeed there is only a white page. Could you look into this? Best regards, Martin
      Ann, hi, it's me, Tina. So, listen, I was going to put the new menu online, and then, I don't know, the whole website was gone. Not just the menu. Everything. Please help.
      shop down. call. Mike
      site down pls fix asap
      web down??? why is the web down

    normal: how, what, when
      how do I add a new page?
      How can I change my email signature?
      how to make a backup
      How do I restore a deleted page?
      how does the booking system work?
      how much would a new shop cost?
      What does a domain cost?
      what is the difference between hosting and a domain?
      Where do I find the orders from last month?
      When can we talk about the new design?
      when will you be back in the office
      Can you tell me how to insert a picture?
      Could you show me how to log in again
      Do you also do logos?
      is it possible to have two languages on the site
      Can I send the newsletter on Sunday?
      who do I call if the site goes down at night?
      What do I do when the server crashes?
      what happens if someone hacks us?
      Do we have a backup in case the database gets lost?
      if the site ever goes down, do you get a message?
      In the event of an outage, whom should we contact?
      When the shop is down, do I lose orders?
      should the server fail, who takes care of it?
      I have a question about the payment methods
      quick question about our hosting invoice
      Just curious: how often is the site backed up
      I wonder whether our site is safe
      what would happen if our certificate expired

    normal: forgot, cannot, own
      I forgot my password
      forgot the password again, sorry
      I can't remember how to create a link
      I've lost my password
      I lost my login
      can't log in, wrong password I guess
      I'm locked out of my account, can you reset my password
      i dont know my username
      I don't remember where the statistics are
      I can't find the button to publish
      I can't upload my picture
      I can't open the pdf you sent me
      my computer is broken
      my printer isn't working
      my internet is down at home
      my phone is not working properly
      Excel doesn't open the file
      I deleted my draft by accident
      my mouse died
      my colleague can't log in
      My assistant forgot her password
      only my browser shows it like this
      it's only on my computer, everyone else is fine

    normal: small things
      there is a typo on the home page
      The logo is missing on the contact page
      one image isn't loading
      the picture in the header is blurry
      wrong colour on the buttons
      the font looks different on my phone
      the menu doesn't open on my tablet
      One link on the site doesn't work
      The video on the home page doesn't play
      the slider is too fast
      a comma is missing in the text
      the page is slow
      website is a bit slow today
      the footer still says 2024
      the prices in the shop are out of date
      the map shows the old address
      The newsletter has the wrong date
      the heading is broken into two lines
      icon missing
      a product has the wrong photo

    normal: wishes
      please add a new team member to the site
      Please add a page about hacked accounts
      please write a blog post about ransomware
      can you make a 404 page
      can you design a nicer error page?
      We'd like to open an online shop
      I want to move my site to your server
      we want to take the shop offline over Christmas
      please take down the old website
      please delete the page about the summer party
      please remove the banner
      could you set up a mailbox for the new colleague
      we need a new domain
      we need a maintenance page that says the site is down
      please put a note on the site that we're closed on Friday
      I would like to have a form for job applications
      we're planning to change the payment provider
      Please change the opening hours
      could you send me the invoice
      Can you give a talk about data leaks at our event?
      we are looking for someone to write an article about how hackers work
      I'd like to order another 500 business cards
      Please renew our domain next year
      please switch off the comments
      update the price list please, it's urgent
      urgent: please change the opening hours for tomorrow

    normal: denials, over
      the site is not down, don't worry
      our site isn't hacked, it was just a test
      nothing is broken
      no data was lost
      the site was down yesterday but it is fine now
      it was down for ten minutes, works again
      The server is back up, thanks
      site's back, forget my message
      problem solved, thank you
      never mind, it works now
      false alarm, everything is fine
      the payment problem is fixed
      last week the shop was offline, can you tell me why?
      our site works fine but the logo is too big
      Everything works, I only want to say thanks
      the mail works again
      it's working again, sorry for the trouble
      We haven't been hacked, have we? Everything looks normal.
      not urgent: the text on the about page
      no emergency, just call me tomorrow
      nobody hacked us, we just changed the design

    normal: life
      happy birthday!
      are you coming tonight?
      it's mum, call me when you have time
      dinner on Saturday?
      The car is at the garage
      Hi, it's Steve, just wanted to catch up
      Thanks for the great work
      this is Down Under Travel, we'd like a quote
      Crash Records here, we need a new flyer
      Lost & Found Hotel, please call us about the redesign
      Call me tomorrow about the contract
      The meeting is at ten
      I sent you the photos by mail
      I'll be in the shop until six
      Our shop is closed on Monday
      We moved to a new office
      sorry I missed your call

    untriaged: hints
      something is wrong with the site
      something's wrong
      there is something wrong with our shop
      there's a problem with the website
      We have a problem with our mail
      problem!
      big problem, please call
      trouble with the server
      the site behaves strangely
      our website looks weird
      there's an error on our website
      I get some error
      an error occurred
      the site has a bug
      help
      help please
      please help me!!
      can you help? it's urgent
      urgent
      urgent!!! call me now
      it's an emergency, call me back
      please call me urgently
      Call me asap
      call me immediately
      I need to speak to you urgently
      it doesn't work
      it's not working any more
      it's broken
      nothing works
      nothing works any more, help
      Everything is broken
      something strange happened
      what's going on with our site?
      is the site down?
      Is our server down or is it just me?
      weird things are happening on the server
      we have an issue
      there's an issue with payments
      SOS!!!
      Ann please call, something happened
      Hi, this is Paula. We've got a bit of a disaster here. Please ring me.
    """)
}
