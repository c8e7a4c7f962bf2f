// What clients say in English: what must be asked about. Written in rounds to measure triage by; a round was counted before anything was
// mended for it.

extension TriageTests {
  static let englishUnclear = examples(
    """
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
