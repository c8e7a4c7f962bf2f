// What clients say in English: what can wait or is unclear, most of it written by somebody who had not seen the rules.

extension TriageTests {
  static let englishHeldOut = examples(
    """
    untriaged:
      Something is wrong with the site.
      Urgent, please call me.
      We have a problem, can you ring back?
      It's an emergency!
      Something strange is going on with the shop.
      Please call back as soon as possible.
      There is an issue with our website.
      Help! Call me right away.
      I think something happened to the server.
      We need you urgently.
      The shop is acting weird.
      ASAP please, it's Martin from Acme.
      There seems to be some trouble with the mail.
      Hi, it's really important, ring me please.
      I need your help immediately.
      Hi, it's me again, so sorry, could you ring me back tonight? It's rather pressing.
      smth wrong w the site pls call
      Good evening, there appears to be a difficulty with our shop. I'd rather explain on the phone.
      I don't know what it is, but the website is somehow not right.
      We've run into a bit of trouble here, would you mind phoning?
      urgnt!! call back
      My boss is furious about the website, please get in touch immediately.
      The booking thing is doing something funny, I can't really describe it.
      Hello, Weber here, there's something the matter with our mail.
      I need to speak with you at once, it can't wait until tomorrow.
      Houston, we have a problem.
      Could you check the server? I have a bad feeling, something is off.
      Sorry to disturb you on a Sunday, it is an emergency, I'll explain when you call.
      Something has gone wrong, please ring.
      There's something odd about the portal.
      Phone me straight away.
      We're in trouble.
      Something isn't right with our web page.
      This is very urgent.
      I'm having a problem with the newsletter.
      It can't wait, get back to me quickly.
      Something's up with the database.
      The domain is causing us problems.
      We need help quickly!
      Red alert, please ring!
      The app is misbehaving.
      Please pick up, it's urgent.
      Serious problem here, call me.
      Something happened, I'll tell you on the phone.
      Something weird is going on with the website
      Please call me back as soon as you can
      It's urgent
      We have a problem with the shop
      Can you have a look at the site, it's acting strange
      Emergency, pick up the phone
      There's an issue with our server
      Something's not right with our email
      Help, I need you right now
      I think something happened to the website
      We've run into trouble, call me immediately
      The site is behaving oddly since this morning
      There's something strange with our domain
      Please ring back, very urgent matter

    normal:
      How do I make a link in the newsletter?
      I forgot my password.
      Could you change our opening hours on the contact page?
      The site is not down, I just wanted to ask about the invoice.
      Everything works fine but I'd like a bigger logo.
      The shop was down this morning but it works again.
      When will the new design be ready?
      Please send me the invoice for October.
      Can you add a new employee to the team page?
      What would it cost to have a booking form?
      I can't remember how to upload a picture.
      Would you have time for a meeting on Thursday?
      I'd like to move our domain to another provider next year.
      There's a typo on the about page.
      Could you make the header blue instead of green?
      Thank you for the quick fix, all good now.
      How much traffic did we have last month?
      My colleague needs a new mail address.
      No, we haven't been hacked, I was only curious.
      I lost my password to the CRM, can you send me a new one?
      Where can I find the statistics?
      We would like to sell gift vouchers in the shop.
      Just wanted to say happy birthday.
      Can you explain what a certificate is for?
      The text in the footer is a bit too small.
      We're planning a sale in December, can we talk about banners?
      Do you also do search engine optimisation?
      Please put the new menu on the restaurant page.
      How can I export the list of subscribers?
      What should we do if the site ever goes down?
      I don't know how to write a new blog post.
      Is it possible to pay your invoice by PayPal?
      The photo of the chef should be replaced.
      Can we reschedule tomorrow's call?
      Do you have any experience with forums?
      Please remind me how to log in to the admin panel.
      Nothing is broken, I only have a small wish.
      Who owns the rights to the pictures?
      We'd like our newsletter to go out on Fridays.
      Mail is working again, thanks.
      Good evening, no hurry at all, I just wondered whether the invoice had already been sent.
      hey quick q, how do i resize a pic in the editor
      I'm so sorry, I've forgotten my pasword again, it's embarrassing.
      Hello, this is Anna. The site's been up again since ten, so you needn't do anything. Thanks!
      It isn't urgent, but at some point we would like to have the menu in French as well.
      I was at my sister's the other day and she showed me her shop, with those round pictures, and I thought we could have those too.
      No rush: the second phone number on the contact page should be deleted.
      How does one add a category to the shop? I've been looking for ten minutes.
      The website looks lovely, my husband says so too, only the green is perhaps a bit dark.
      Do you happen to know a good photographer?
      False alarm, it was my own wifi, the shop is fine.
      Would it be possible to get an estimate for a customer forum by Monday?
      My new phone asks for an incoming mail server, what do I enter there?
      I'd appreciate it if you could explain the difference between posts and pages.
      can u add vegan icon to the dishes pls
      We had a board meeting, and after two hours of discussion they decided that the slogan should be changed.
      I can't find the button for scheduling a newsletter.
      Our trainee has left, please remove her account from the CRM.
      Dear Mr Novak, attached are the texts for the new landing page.
      What happens to our data if your server is hacked? The insurance wants to know.
      When does our domain need to be renewed?
      Is our certificate still valid next year?
      Just to let you know, payments are working perfectly since your update.
      I mistyped my PIN three times and my account is locked for an hour, can you reset my password tomorrow?
      Which size should the banner have?
      We're thinking about moving from PayPal to Stripe, what do you think?
      The API documentation could use an example for refunds.
      Thanks for dinner yesterday, and by the way, we'd like a new font.
      The site loads quickly, customers are happy, I only want to swap two pictures.
      Would you please move our meeting from Tuesday to Wednesday?
      Could you set up a mailing list for the choir?
      Hi, I've written a new article and don't know where to put it.
      I read in the paper that some other company was hacked; are we well protected?
      Could you teach my assistant how to answer comments?
      How long does it take to build a booking calendar?
      My grandson wants to become a programmer, would you talk to him?
      It's not about the website, I'd like to recommend you to a friend.
      We've changed our VAT number, please update the imprint.
      Do I have to pay extra for calls in the evening?
      I deleted the draft of one blog article; no matter, I'll write it again, but where is the recycle bin?
      How can I insert a table into an article?
      My password slipped my mind.
      I'd be glad about a second language on the site.
      Has the payment for September arrived?
      The site isn't broken, don't worry, it's about Christmas cards.
      The portal is back online, thanks a lot.
      Our accountant wants the bill as a PDF.
      Which photo format do you recommend?
      The price of the soup is wrong, it should be 6.50.
      Can you recommend a host for our podcast?
      I'd like to book an hour of training with you.
      Where do I click to publish a page?
      Our address has changed, we moved to Main Street 5.
      Let's have lunch next week.
      Please correct the spelling of my name.
      Is our newsletter allowed under the GDPR?
      I was wondering about a chat widget.
      What do backups cost per month?
      Do we need a cookie banner?
      Could you make our map larger?
      I can't recall my username for the forum.
      We never lost any data, I was just asking about backups.
      Could we get a copy of the contract?
      When are you on holiday?
      Please add three products to the catalogue.
      How do I change the signature in my e-mails?
      I've sent you the pictures of the new rooms.
      The checkout runs smoothly now, great work.
      We want to order business cards with the new logo.
      I want a nicer picture on the login page.
      May I give your number to my neighbour?
      Show me how to print the list of orders, please.
      The button should say "Buy" rather than "Order".
      We have decided to accept your offer.
      Are you coming to the meetup on Wednesday?
      Our intern would like to shadow you for a day.
      I'd like to register a second domain for the bakery.
      How many mailboxes are included in our plan?
      Please remove the Easter banner.
      I forgot the password to my account, can you reset it
      How do I add a new photo to the gallery?
      Could you change the opening hours on the contact page
      I'd like to know how much a new logo would cost
      The site is up and running, thanks for your help
      When will the new version of the shop be ready?
      I can't remember how to create a link in a post
      Please send me the invoice for October
      We'd like to add a payment method to the shop next month
      Can we move our meeting to Thursday afternoon
      There is a typo in the heading on the about page
      The website isn't down, I just wanted to ask about fonts
      Where do I find the visitor statistics?
      Could you make the button a bit bigger on mobile
      I want to order a website for my flower shop
      What happens if the server goes down at night?
      Everything works fine but I'd like a different colour in the footer
      Do you make backups of our database?
      We hired a new colleague, she needs a mailbox
      Just wanted to say thank you for the quick fix
      The domain renewal comes up in March, can you take care of it
      Which plugin would you recommend for a newsletter
      I accidentally published a draft, how can I take it back
      My printer isn't working, do you know anyone
      Could you translate the menu page into German?
      The text on the banner is outdated, please update it
      How can I protect my site from being hacked?
      We got a new phone number, please put it on the site
      I've lost the link to the training video you sent
      I can't figure out how to resize an image
      Can I get a quote for an online store with delivery?
      The shop was down yesterday but it's fine now
      What is the best size for a banner?
      I'd like to change my email address
      Is it possible to add a chat to the site?
      I can't remember the name of the theme we use
      The newsletter went out fine, thanks
      Can you send me the login details again?
    """)
}
