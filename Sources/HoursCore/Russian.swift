// The Russian words. Neither the owner's sex nor that of the caller shows in them, and friends and family can be called
// by either pronoun: all sentences do without.

extension Script {
  static let russian = Script(
    words: [
      .always: Words("Возьмите трубку."),
      .alwaysMissed: Words("Перезвоните сейчас."),
      .inHours: Words("Возьмите трубку."),
      .inHoursMissed: Words(
        "Перезвоните сейчас.",
        autoReply: "Извините, не получилось ответить на Ваш звонок. Скоро перезвоню.\n{signature}"),
      .personalCritical: Words("Возьмите трубку."),
      .personalCriticalMissed: Words("Перезвоните сейчас."),
      .personalInHours: Words(
        "Сейчас не могу говорить, работаю. Можно я перезвоню {when}?",
        autoReply: "Сейчас не могу говорить, работаю. Перезвоню {when}.",
        firm: "Пока работаю, говорить не могу. Перезвоню {when}.",
        firmAutoReply: "Пока работаю, говорить не могу. Перезвоню {when}."),
      .personalMissed: Words(
        "Перезвоните {when}.", autoReply: "К сожалению, не получилось ответить. Перезвоню {when}."),
      .personalOutOfHours: Words("Возьмите трубку."),
      .contract: Words("У Вас круглосуточная поддержка: уже занимаюсь этим."),
      .contractMissed: Words(
        "Перезвоните сейчас.", autoReply: "Вижу Ваш звонок, сразу перезвоню.\n{signature}"),
      .critical: Words("Это не может ждать: уже занимаюсь этим."),
      .criticalMissed: Words(
        "Перезвоните сейчас.", autoReply: "Вижу Ваш звонок, сразу перезвоню.\n{signature}"),
      .inBreak: Words(
        "Сейчас у меня перерыв.\nПерезвоню Вам {when}.",
        autoReply: "Сейчас у меня перерыв.\nПерезвоню Вам {when}.\n{signature}"),
      .surcharge: Words(
        "Спасибо, сейчас этим займусь. Поддержка в нерабочее время оплачивается дополнительно: {surcharge}."),
      .notCritical: Words(
        """
        Вы позвонили в нерабочее время, а это может подождать.
        Займусь этим {when}.
        Поддержка в нерабочее время оплачивается дополнительно: {surcharge}.
        """,
        autoReply: """
          Вы позвонили в нерабочее время.
          Займусь этим {when}.
          Поддержка в нерабочее время оплачивается дополнительно: {surcharge}.
          {emergency}
          {signature}
          """,
        firm: """
          Напоминаю: в нерабочее время я берусь только за неотложное, а это может подождать.
          Займусь этим {when}.
          Поддержка в нерабочее время оплачивается дополнительно: {surcharge}.
          """,
        firmAutoReply: """
          Напоминаю: в нерабочее время я берусь только за неотложное.
          Займусь этим {when}.
          Поддержка в нерабочее время оплачивается дополнительно: {surcharge}.
          {emergency}
          {signature}
          """),
      .missedOutOfHours: Words(
        "Сейчас нерабочее время.\nПерезвоните {when}.",
        autoReply: """
          Вы позвонили в нерабочее время.
          Перезвоню Вам {when}.
          Поддержка в нерабочее время оплачивается дополнительно: {surcharge}.
          {emergency}
          {signature}
          """,
        firmAutoReply: """
          Напоминаю: в нерабочее время я берусь только за неотложное.
          Перезвоню Вам {when}.
          Поддержка в нерабочее время оплачивается дополнительно: {surcharge}.
          {emergency}
          {signature}
          """),
      .stranger: Words(
        "Сейчас нерабочее время. Пожалуйста, оставьте сообщение.\nПерезвоню Вам {when}.",
        autoReply: "Сейчас нерабочее время.\nПерезвоню Вам {when}.\n{emergency}\n{signature}",
        firm: """
          Напоминаю: в нерабочее время я берусь только за неотложное. Пожалуйста, оставьте сообщение.
          Перезвоню Вам {when}.
          """,
        firmAutoReply: """
          Напоминаю: в нерабочее время я берусь только за неотложное.
          Перезвоню Вам {when}.
          {emergency}
          {signature}
          """),
      .notTriaged: Words(
        "Сейчас нерабочее время. Скажите, пожалуйста, что случилось?",
        firm: "Напоминаю: в нерабочее время я берусь только за неотложное. Что случилось?"),
    ],
    questions: [
      Question("down", "Сайт или магазин не открывается у посетителей?"),
      Question("defaced", "На сайте появилось что-то чужое?"),
      Question("blocked", "Никто не может оплатить, записаться или войти?"),
      Question("data", "Данные утекли или пропали?"),
    ],
    weekdays: [
      "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье",
    ],
    dayNames: russianDays, months: russianMonths,
    texts: [
      .surchargeOffer:
        "Могу заняться этим сейчас. Поддержка в нерабочее время оплачивается дополнительно: {surcharge}. Согласны?",
      .today: "сегодня в {time}", .tonight: "сегодня вечером, в {time}",
      .tomorrow: "завтра, {weekday} {day} {month}, в {time}", .later: "{weekday} {day} {month} в {time}",
      .now: "сейчас",
      .coming: "В ближайшие недели:", .day: "{weekday}, {day} {month}", .days: "{from} - {to}",
      .closed: "выходной", .away: "не работаю",
      .critical: """
      Неотложное - это то, что не может ждать: сайт или магазин не открывается у посетителей или показывает чужое, \
      никто не может оплатить, записаться или войти, данные утекли или пропали.
      """,
      .supportHours: "Часы поддержки: {hours}.\n{emergency}\n{critical}",
      .request: "Ваше обращение",
      .followUpSubject: "Сделано: {about}",
      .followUp: """
      Здравствуйте, {name}!

      То, о чём Вы сообщили {reported}, сделано.
      Обращение: {about}
      Что сделано: {solution}

      Затрачено времени: {minutes} мин
      Доплата за поддержку в нерабочее время: {billed}

      Часы поддержки: {hours}.
      Поддержка в нерабочее время оплачивается дополнительно: {surcharge}.
      {emergency}
      {critical}

      {coming}

      {signature}
      """,
    ],
    hours: HoursWords(
      dayNames: russianDays, months: russianMonths, everyDay: "ежедневно", through: "-", and: " и ",
      beforeTimes: ", ", aroundTheClock: "круглосуточно",
      never: "закрыто", except: "кроме", onPublicHolidays: "в праздники",
      inSchoolHolidays: "в школьные каникулы",
      publicHolidays: "праздников", schoolHolidays: "школьных каникул", date: "{date}",
      dates: "дней с {from} по {to}", comingDays: "в ближайшие дни: {days}; общее правило: {hours}"))

  private static let russianDays = [
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
  ]

  private static let russianMonths = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября", "декабря",
  ]
}
