// What clients say in English: what cannot wait, told by what it does to customers, money and data, and what only sounds so.

extension TriageTests {
  static let englishBefallenCritical = examples(
    """
    critical:
      nobody can upload documents to the portal any more
      customers can't reach the basket
      no one can see our products
      our users cannot find the shop any more
      we lost all orders of today
      we stopped getting calls and inquiries from the website
      since Monday not a single inquiry has come through the form
      we get no mails
      we have not had a single order since the update, normally it is fifty a day
      the shop charges customers the wrong amount
      people were charged three times
      all prices are zero
      every product costs 0.00
      everything in the shop is free right now
      the shop gives everything away for free
      customers are being billed for things they never ordered
      customers see the orders of other people
      a client logged in and got somebody else's account
      when I log in I see another customer's address
      anyone can download our invoices without a password
      private documents can be found on Google
      instead of our site there is a Chinese shop
      instead of the homepage visitors get a Russian dating portal
      our address opens the page of a competitor
      the website now belongs to somebody else
      strangers are posting in our name
      someone changed our bank account number on the invoices
      our shop has been swallowed by a hosting page
      the site went belly up
      the site has ceased to exist
      the shop has breathed its last
      the whole system collapsed
      the page never finishes loading
      the site takes five minutes to load and then nothing
      the website comes up as plain text without any design for everyone
      the site throws exceptions wherever you click
      the shop only says 'maintenance' and we did not start any
      a parked page is shown at our domain
      browser says the connection isn't secure
      the backup failed and the disk is full, server stopped
      someone has been reading our mail
      our Google account was taken over and the site deleted
      the checkout page loops back to the cart
      payment button leads nowhere
      card payments are stuck
      guests get no confirmation for their bookings
      the calendar lets people book rooms that are taken
      double bookings everywhere, the booking system is broken
      our telephone ordering is dead
      emails land nowhere
      our newsletter was hijacked and sends viruses
      the site shows Indonesian gambling links
      hello, web not come up, what to do
      the shop refuses every card
      It says 'account suspended' where our shop was
      you get a virus when you open our site
      Good evening, this is the Miller bakery, since this afternoon nobody has been able to put anything into the basket.
      Our accountant just told me that the online payments of the whole day never reached our account.
      I'm standing at the counter and the card reader says no connection to the server, customers are walking out.
      Somebody is ordering with stolen cards in our shop, hundreds of orders in an hour.
      The job portal has been spitting out a database exception ever since you left.
      Our host wrote that they took the site offline because of abuse.
      The provider says our server has been used for attacks and they've pulled it from the network.
      The whole archive of documents is no longer on the server, twenty years of work.
      A former employee still has the admin password and is deleting pages right now.
      The site comes up in Chinese and sells sneakers, that's not us.
      Visitors complain that their antivirus goes off as soon as they open our page.
      Nothing but a white page since the plugin update.
      We cannot get into our shop, and neither can the customers.
      The registration for the marathon closed itself, runners can't sign up.
      Our tickets are being sold for nothing, a hundred people bought seats for zero euros.
      The checkout lets people order without paying.
      The system takes the money but no order arrives.
      Customers have paid but the orders don't show up anywhere.
      Nobody has been receiving our mails since yesterday.
      our mails all end up in limbo and our partners say we're on a blacklist
      There's a countdown on our homepage demanding bitcoin.
      The photos of our patients are on the internet.
      Our employees' salaries can be seen by everybody in the intranet.
      Our domain is pointing at a page with naked women.
      Our domain was bought by someone in Panama.
      The registrar cancelled our domain over night.
      The certificate thing ran out and Safari refuses to open the shop.
      The web address isn't found any more, 'server IP address could not be found'.
      Only half of our pages open, the others give a 500.
      The site is so slow that no one gets to the end of an order.
      The search engine robot flooded us, the server is on its knees.
      power failure in the data centre, all our machines are off
      Our cloud has gone, none of the branches can work.
      the tills in all three branches are frozen
      Reservation calendar is empty, all entries of the month have been lost.
      I overwrote the live database with the test data.
      my intern dropped the production tables
      I pressed the wrong button and now the whole shop is gone
      None of the forms send anything, for three days we've had no inquiries.
      the phone number on the site was changed by somebody to a sex hotline
      every page shows the same advertisement for loans
      all the links on our page lead to betting sites
      Hi, it's the hotel, guests tell us that they see the bookings of other guests
      the app logs everybody out after two seconds
      users get thrown out of their accounts all the time
      No one gets the code to log in
      the login just loops for all clients
      the password reset mails don't go out, our customers are locked out
      Our ticketing tool is not responding.
      The member directory has been wiped.
      Our domain name got stolen.
      Klarna refuses all our payments.
      The hosting machine burned down.
      The order overview is blank for all colleagues.
      The whole catalogue was deleted overnight.
      Attackers have encrypted our NAS.
      The login screen keeps rejecting every user.
      Guests report that the reservation widget does not appear.
      All product photos and descriptions were replaced with obscene pictures.
      Our customer file is being offered for sale.
      The cash desk software refuses to start.
      Unknown persons have changed the prices in the shop.
      Our web pages are in Chinese all of a sudden.
      The firm's homepage leads to a gambling portal.
      The invoices of our customers can be viewed by anyone.
      The appointment database is corrupted.
      No patient can make an appointment.
      Not one student gets into the learning platform.
      The web server has been unreachable for half an hour.
      Every second visitor sees an error 500.
      The site's certificate is rejected by every browser.
      All incoming messages are lost.
      Our internet shop has been closed by the provider.
      The donation form swallows all the donations.
      Our server was switched off by the data centre.
      The page hangs at loading and never ends.
      Intruders have emptied the bitcoin wallet of the shop.
      The delivery addresses of all customers were published.
      Our start page has been painted over with slogans.
      Ads for escorts pop up on our site.
      Error message on every page, visitors run away.
      The database refuses connections.
      The hard disk of the server has failed.
      The nameservers do not answer.
      The shop calculates every price as zero.
      Our subscribers are getting porn mails from our address.
      Search results for our company show pills.
      The admin account was taken over.
      The backup has been deleted along with the shop.
      customers land on somebody else's basket
      checkout demands a login that does not exist, no one can order
      The whole infrastructure is dead.
      Our museum's ticket page is giving a 502.
      The veterinarian's appointment tool refuses to load.
      We're being held to ransom by hackers.
      The contents of the shop have been swapped for erotic toys.
      Our portal got knocked out by a power cut.
      Payments are being sent to an unknown account.
      All the mailboxes were emptied.
      Every attempt to log in ends with an error for our clients.
      The domain isn't ours since midnight.
      Someone published the addresses of all our donors.
      Our website can't be opened from abroad or from here.
      The order mails have not been going out since Tuesday.
      The app of the taxi drivers won't connect.
      When the guests scan the menu code they get a porn page.
      The course platform throws students out in the middle of the exam.
      We can't invoice, the ERP has crashed.
      Our shop thinks that everything is sold out, nobody can buy.
      The contact form mails go to a stranger.
      The server has been encrypted.
      All the files in the cloud have been deleted by someone.
      Our page is flagged as phishing.
      The intranet is unreachable for the entire staff.
      Customer passwords are being sold on a forum.
      Certificate error on the shop, customers back out.
      The homepage has been blank since your update.
      The booking calendar shows other people's names and phone numbers.
      The terminal in the shop declines every card.
      The site's gone and Google shows a warning instead.
      DNS has stopped working, neither web nor mail.
      shop sells everything for 0 euro
      the contact form throws an error and we get no inquiries
      the shop takes no orders
      Someone got into our mailbox and is reading everything
      Someone has gained access to our admin account
      A stranger logged in to the back end and deleted articles
      Somebody changed our password and we can't get in
      Someone we don't know is inside our CMS
      Somebody has been messing with our database
      Someone is logged in as admin and it isn't us
      The disk is full, nothing works
      We ran out of disk space on the server
      There's no space left on the server and everything has ground to a halt
      The hard drive filled up and the shop stopped
      Storage is full, orders are not being saved
      The server ran out of memory and keeps restarting
      The site loads for five minutes and then crashes
      The page takes two minutes to load and then times out
      The hosting account was terminated
      The registrar took our domain away
      Every email we send bounces
      All our emails come back
      All the links on the site lead nowhere
      Customers can't download their tickets
      Clients are unable to open anything
      Wherever you click you get an error
      All prices in the shop show zero
      The shop shows products that aren't ours
      Our customers' phone numbers are visible to strangers
      Good morning, our hotel site has stopped loading altogether
      Parents can't register their kids on the school portal
      The ticket shop went offline in the middle of the presale
      Every page of the online shop gives a database error
      Our accountant opened the site and it's full of porn
      We aren't getting any orders through the website since Monday
      The courier app can't reach the server
      Somebody deleted our whole blog
      Our restaurant's reservation form sends nothing
      Hackers want money for our files
      Facebook says our website is dangerous
      The webshop keeps throwing people out at checkout
      The pharmacy's site won't come up at all
      The customer data has been published on a forum
      The payment page just spins and spins
      Our email has been dead since lunch
      The cert ran out, everyone sees a privacy warning
      The server was unreachable all night and still is
      The gym's membership site has been unreachable for an hour
      Our shop is showing products with Chinese names we don't know
      The newsletter tool sent our whole customer list to everybody
      The order form gives an error as soon as people press submit
      None of the pages are loading
      We can't send or receive any email
      The travel agency's database was wiped
      Intruders have taken over our admin account
      The site's certificate is no longer valid, customers are scared off
      The website went blank after you updated the plugin
      Shoppers say that the basket empties itself
      Our provider has blocked the server because of spam
      Our law firm's page opens a betting site
      The invoices of our clients can be found on Google
      The app crashes for all users on start
    """)
}
