// What clients say in English: what can wait or is unclear, told by what it does to customers, money and data, and what only sounds so.

extension TriageTests {
  static let englishBefallen = examples(
    """
    untriaged:
      something is not okay with the page, call me
      please, as quick as you can, call
      there is a bit of a situation with the server
      we need to talk, it can't wait until tomorrow
      Good evening, sorry for the late hour, it is really pressing, could you ring me back?
      Hello, Miller bakery, something isn't right with the shop since this afternoon.
      I don't know what it is but the page looks completely different than usual.
      It's me again. Same problem.
      Please pick up, it's about the server, it's important
      There's some sort of trouble with the orders, I can't explain it.
      Mayday!
      I'm having difficulties with the shop.
      Contact me without delay.
      Answer quickly, it can't be postponed.
      The server worries me.
      Something has happened with the orders.
      Our shop is behaving oddly.
      I need to reach you at once.
      There's an issue, ring me tonight.
      Hello, the shop has some kind of trouble.
      Please phone at once.
      Everything stopped working
      Everything is at a standstill
      Something seems off with the online shop
      Could you ring me, it's really important
      I'm worried about the site, it looks strange
      There is some kind of trouble with the mail
      I'm having trouble with the website
      Hello, it's Peter, please call, it's urgent
      The shop feels strange today

    normal:
      customers can't find the opening hours, please make them bigger
      nobody can read the small text in the footer
      one client can't open his invoice
      my wife cannot open the photo
      can customers pay in dollars?
      we want to offer shipping for 0 euro
      how do I set a price to zero
      please set the price of the vase to 0
      I get no newsletter from you
      I have not received your invoice
      we have no money for a new shop right now
      instead of the photo please show a video
      instead of our old logo please use the new one
      we lost a client last month, let's talk about marketing
      we stopped selling vases, please take them out of the shop
      could you take the vase out of the shop, it is sold out
      there's no hurry, the text on the site is outdated
      a customer complained that the font is too small
      Hello, this is the Miller bakery, we have a new bread and would like a photo of it on the home page.
      Our accountant asks for the invoice of the domain.
      One of our customers forgot his password, how can he get a new one?
      Whenever you have a minute: the picture of our shop is a bit dark.
      The site you built last year is wonderful, thank you.
      I saw that our competitor's site was hacked. Glad it isn't ours!
      We are closing the shop for two weeks in August, please put up a note.
      My nephew says our site loads slowly on his old phone, no hurry.
      Could you send us an offer for a booking system?
      I deleted a photo by accident, can you put it back when you are there?
      Could you explain the statistics of last month, please, I don't get them.
      The red of the banner is too dark.
      Can you take the old Christmas banner down?
      the newsletter had a typo in the subject
      I can't find the mail with your invoice
      Our printer doesn't print, I guess that isn't your job
      Just to let you know that everything runs perfectly since the move.
      Thanks, the shop is up again and orders are coming in.
      please block the account of Mr Smith, he left the company
      we had an outage at our power supplier yesterday, the site was fine though
      Is there an app for our booking system?
      do we need a cookie banner?
      How do other customers do their backups?
      Which payment methods can you add?
      Please delete the test order from this morning.
      We lost the contract with our supplier, so please remove their logo.
      Would a faster server be expensive?
      The link should point to the shop rather than the blog.
      Our dog is lost, could you put a picture on the site?
      The trainee is gone, please delete her mailbox.
      Our meeting was cancelled.
      My bike was stolen, I'll be late.
      Our sales have fallen, do you have an idea?
      The Christmas offer has expired, please take it off.
      The old calendar was removed, thanks.
      We lost a big client.
      Our shop window is broken, we're closed today.
      The voucher has expired, the customer wants a new one.
      Please check whether the backups run.
      The old shop can be deleted.
      I deleted the draft.
      Is it normal that the newsletter takes a minute?
      The colour isn't right.
      The team photo is missing.
      Could you make the ticket page a bit wider?
      Which hosting plan do we have?
      I forgot the PIN of my phone.
      The address of our branch has changed, please update it.
      Please switch the shop off for the holidays.
      Is the domain paid until spring?
      I'd like to know whether the form asks for the phone number.
      Our address in the footer is missing the postcode.
      My daughter can't open the PDF.
      No problems so far, thanks for asking.
      We've had fewer visitors this month, any tips?
      The picture on the ticket page is blurred.
      Can you tell me how the backup works?
      The email from you did not have the attachment.
      We have a new employee, she needs access.
      I changed all the passwords, just so you know
      Someone from our team changed the password, please update yours
      My phone's storage is full, how do I send the photos
      My disk is full of photos, can you resize them for the site
      How much disk space do we have left on the server?
      A new colleague needs to get into the admin panel
      Someone asked whether we ship abroad, add it to the FAQ
      I stopped using the old shop, you can delete it
      I can't download the invoice you sent
      Our meeting came back to the topic of prices
      Can you add our new dentist to the team page
      I forgot how to upload a picture
      Could you check whether the backup ran last night?
      We'd love to have a blog on our site
      What would it cost to move to another hosting?
      Please cancel the newsletter for Anna
      I can't remember which email I registered with
      The site is not broken, I only need a new banner
      Can customers pay by invoice in the shop?
      The prices on the menu page need updating
      The logo looks a bit blurry on my phone
      Thanks, the shop is working again
      How long does a backup take?
      Could we get a second mailbox for the office?
      The new photos look great
      I forgot where the settings are
      Next week we're closed, please put up a notice
      Should I be worried about hackers?
      The link in the footer should go to our Instagram
      I'd like to cancel the hosting at the end of the year
      Please delete the old blog posts
      Can you make the site faster?
      Do we need a new certificate next year?
      It's not urgent, but the map shows our old address
      I sent the invitation to everyone, thanks
      Please send the new price list to everybody on the list
      We're worried about the cost of the new shop
      The editor clears itself when I paste, how do I turn that off
      Can I download all photos at once?
    """)
}
