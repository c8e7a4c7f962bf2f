// What clients say in English: what can wait. Written in rounds to measure triage by; a round was counted before anything was
// mended for it.

extension TriageTests {
  static let englishWaiting = examples(
    """
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
    """)
}
