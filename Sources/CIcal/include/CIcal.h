// libical behind a few calls: it reads the lines of an event, and says when rules repeat.
//
// The files' own structure (folding, BEGIN and END) is read in Swift, so that every refusal has its line; zones are
// looked up by name there, too. What is left is what nobody should write twice: the values.

#ifndef HOURS_CICAL_H
#define HOURS_CICAL_H

#include <stdbool.h>
#include <stddef.h>

#define HOURS_ICAL_ZONE_CAPACITY 128

/// A point of civil time as a calendar writes it; not checked for being a real date.
typedef struct {
  int year, month, day, hour, minute, second;
  bool date_only;
  bool utc;
  /// The TZID parameter, NUL-terminated; empty when there is none.
  char zone[HOURS_ICAL_ZONE_CAPACITY];
} hours_ical_time;

/// Reads a line such as `DTSTART;TZID=Europe/Berlin:20261224T090000`, or a list (EXDATE, RDATE).
///
/// Returns how many times it holds, and fills at most `capacity` of them; -1 when it cannot be read as times.
int hours_ical_times(const char *line, hours_ical_time *out, int capacity);

/// Reads a `DURATION` line: days are civil days, the seconds beside them exact. False when it cannot be read.
bool hours_ical_duration(const char *line, int *days, long long *seconds);

/// Reads a text line (`SUMMARY`, `UID`, `STATUS`) without its escapes; NULL when it cannot. Free with `hours_ical_free`.
char *hours_ical_text(const char *line);
void hours_ical_free(char *text);

/// A repetition on its way.
typedef struct hours_ical_rule hours_ical_rule;

typedef enum {
  HOURS_ICAL_RULE_READ,
  HOURS_ICAL_RULE_UNREADABLE,
  /// It repeats within a day, as no absence does.
  HOURS_ICAL_RULE_TOO_OFTEN,
} hours_ical_rule_result;

/// Reads an `RRULE` line for an event that starts at `start`. `UNTIL` is left to the caller, who knows the zone.
hours_ical_rule_result hours_ical_rule_read(
    const char *line, hours_ical_time start, hours_ical_rule **rule, bool *has_until, hours_ical_time *until);
typedef enum {
  HOURS_ICAL_NEXT,
  /// There were as many as COUNT says.
  HOURS_ICAL_COUNTED,
  /// No such day in the centuries that libical searches.
  HOURS_ICAL_NEVER,
} hours_ical_next;

/// The next start in the civil time of the first.
hours_ical_next hours_ical_rule_next(hours_ical_rule *rule, hours_ical_time *out);
void hours_ical_rule_free(hours_ical_rule *rule);

#endif
