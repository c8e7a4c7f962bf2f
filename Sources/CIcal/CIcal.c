// One line at a time through libical's parser, wrapped in the smallest calendar that it takes.

#include "CIcal.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// The properties of one line (a list is several), or NULL when libical finds anything wrong with it.
static icalcomponent *component_of(const char *line) {
  static const char before[] = "BEGIN:VEVENT\r\n", after[] = "\r\nEND:VEVENT\r\n";
  icalerror_set_errors_are_fatal(0);
  const size_t size = sizeof before + strlen(line) + sizeof after;
  char *text = malloc(size);
  if (text == NULL) return NULL;
  snprintf(text, size, "%s%s%s", before, line, after);
  icalcomponent *component = icalparser_parse_string(text);
  free(text);
  if (component == NULL) return NULL;
  if (icalcomponent_count_errors(component) > 0 ||
      icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY) == NULL) {
    icalcomponent_free(component);
    return NULL;
  }
  return component;
}

static void copy_time(struct icaltimetype from, hours_ical_time *to) {
  to->year = from.year;
  to->month = from.month;
  to->day = from.day;
  to->hour = from.hour;
  to->minute = from.minute;
  to->second = from.second;
  to->date_only = from.is_date;
  to->utc = icaltime_is_utc(from);
}

static bool is_time(const icalvalue *value) {
  const icalvalue_kind kind = icalvalue_isa(value);
  return kind == ICAL_DATE_VALUE || kind == ICAL_DATETIME_VALUE || kind == ICAL_DATETIMEDATE_VALUE ||
         kind == ICAL_DATETIMEPERIOD_VALUE;
}

int hours_ical_times(const char *line, hours_ical_time *out, int capacity) {
  icalcomponent *component = component_of(line);
  if (component == NULL) return -1;
  int count = 0;
  for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
    const icalvalue *value = icalproperty_get_value(property);
    struct icaltimetype time = icaltime_null_time();
    if (value != NULL && icalvalue_isa(value) == ICAL_DATETIMEPERIOD_VALUE) {
      time = icalvalue_get_datetimeperiod(value).time;
    } else if (value != NULL && is_time(value)) {
      time = icalvalue_get_datetime(value);
    }
    if (icaltime_is_null_time(time)) {
      count = -1;
      break;
    }
    if (count < capacity) {
      memset(&out[count], 0, sizeof out[count]);
      copy_time(time, &out[count]);
      icalparameter *zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
      const char *name = zone == NULL ? NULL : icalparameter_get_tzid(zone);
      if (name != NULL) snprintf(out[count].zone, sizeof out[count].zone, "%s", name);
    }
    count += 1;
  }
  icalcomponent_free(component);
  return count;
}

bool hours_ical_duration(const char *line, int *days, long long *seconds) {
  icalcomponent *component = component_of(line);
  if (component == NULL) return false;
  const icalproperty *property = icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY);
  const icalvalue *value = property == NULL ? NULL : icalproperty_get_value(property);
  bool read = value != NULL && icalvalue_isa(value) == ICAL_DURATION_VALUE;
  if (read) {
    const struct icaldurationtype duration = icalvalue_get_duration(value);
    // Whatever is longer than a century is nonsense, and must not overflow.
    read = !duration.is_neg && !icaldurationtype_is_bad_duration(duration) && duration.weeks <= 5200 &&
           duration.days <= 36500 && duration.hours <= 876000 && duration.minutes <= 52560000 &&
           duration.seconds <= 2000000000;
    *days = read ? (int)(duration.weeks * 7 + duration.days) : 0;
    *seconds = read ? duration.hours * 3600LL + duration.minutes * 60LL + duration.seconds : 0;
  }
  icalcomponent_free(component);
  return read;
}

char *hours_ical_text(const char *line) {
  icalcomponent *component = component_of(line);
  if (component == NULL) return NULL;
  const icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY);
  const icalvalue *value = icalproperty_get_value(property);
  const bool is_text = value != NULL && icalvalue_isa(value) == ICAL_TEXT_VALUE;
  // Words of a fixed list (STATUS) are no texts to libical, and have no escapes.
  char *word = is_text ? NULL : icalproperty_get_value_as_string_r(property);
  const char *text = is_text ? icalvalue_get_text(value) : word;
  char *copy = text == NULL ? NULL : strdup(text);
  icalmemory_free_buffer(word);
  icalcomponent_free(component);
  return copy;
}

void hours_ical_free(char *text) { free(text); }

struct hours_ical_rule {
  icalrecur_iterator *iterator;
  int count, given;
};

hours_ical_rule_result hours_ical_rule_read(
    const char *line, hours_ical_time start, hours_ical_rule **rule, bool *has_until, hours_ical_time *until) {
  icalcomponent *component = component_of(line);
  if (component == NULL) return HOURS_ICAL_RULE_UNREADABLE;
  const icalproperty *property = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY);
  struct icalrecurrencetype recurrence;
  icalrecurrencetype_clear(&recurrence);
  if (property != NULL) recurrence = icalproperty_get_rrule(property);
  hours_ical_rule_result result = HOURS_ICAL_RULE_UNREADABLE;
  icalrecur_iterator *iterator = NULL;
  *has_until = !icaltime_is_null_time(recurrence.until);
  memset(until, 0, sizeof *until);
  copy_time(recurrence.until, until);
  recurrence.until = icaltime_null_time();
  if (recurrence.freq <= ICAL_HOURLY_RECURRENCE) {
    result = HOURS_ICAL_RULE_TOO_OFTEN;
  } else if (recurrence.freq <= ICAL_YEARLY_RECURRENCE && recurrence.rscale == NULL) {
    struct icaltimetype from = start.date_only ? icaltime_null_date() : icaltime_null_time();
    from.year = start.year;
    from.month = start.month;
    from.day = start.day;
    from.hour = start.hour;
    from.minute = start.minute;
    from.second = start.second;
    iterator = icalrecur_iterator_new(recurrence, from);
  }
  *rule = NULL;
  if (iterator != NULL) {
    *rule = malloc(sizeof **rule);
    if (*rule == NULL) {
      icalrecur_iterator_free(iterator);
    } else {
      **rule = (hours_ical_rule){.iterator = iterator, .count = recurrence.count};
      result = HOURS_ICAL_RULE_READ;
    }
  }
  icalcomponent_free(component);
  return result;
}

hours_ical_next hours_ical_rule_next(hours_ical_rule *rule, hours_ical_time *out) {
  const struct icaltimetype time = icalrecur_iterator_next(rule->iterator);
  if (icaltime_is_null_time(time)) {
    return rule->count > 0 && rule->given >= rule->count ? HOURS_ICAL_COUNTED : HOURS_ICAL_NEVER;
  }
  rule->given += 1;
  memset(out, 0, sizeof *out);
  copy_time(time, out);
  return HOURS_ICAL_NEXT;
}

void hours_ical_rule_free(hours_ical_rule *rule) {
  if (rule == NULL) return;
  icalrecur_iterator_free(rule->iterator);
  free(rule);
}
