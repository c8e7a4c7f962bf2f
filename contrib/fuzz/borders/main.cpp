// The C borders, each with bytes that nobody wrote: `t` TOML, `i` a line of iCalendar, `r` a rule of repetition, `n` a
// number. The compiler's sanitizers watch; what is handed over must be whole.

extern "C" {
#include "CIcal.h"
}
#include "CPhoneNumber.h"
#include "CToml.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

void demand(bool holds) {
  if (!holds) abort();
}

/// Touches every byte, so that the sanitizers see the reading.
size_t sum(const char *bytes, size_t length) {
  size_t sum = 0;
  for (size_t i = 0; i < length; i++) sum += static_cast<unsigned char>(bytes[i]);
  return sum;
}

struct Walk {
  size_t depth = 0;
  size_t seen = 0;
};

void toml(const std::string &text) {
  Walk walk;
  const hours_toml_visitor visitor = {
      [](void *context, const hours_toml_value *value) {
        auto &walk = *static_cast<Walk *>(context);
        // Only what has children is left again.
        if (value->kind == HOURS_TOML_TABLE || value->kind == HOURS_TOML_ARRAY) walk.depth += 1;
        if (value->key != nullptr) walk.seen += sum(value->key, value->key_length);
        if (value->kind == HOURS_TOML_STRING) walk.seen += sum(value->string, value->string_length);
      },
      [](void *context) { static_cast<Walk *>(context)->depth -= 1; },
  };
  hours_toml_error error = {};
  if (hours_toml_read(text.data(), text.size(), &visitor, &walk, &error)) {
    demand(walk.depth == 0);
  } else {
    demand(memchr(error.message, 0, sizeof error.message) != nullptr && error.message[0] != 0);
  }
}

void line(const std::string &text) {
  // As much room as a line can need, and not a byte more.
  std::vector<hours_ical_time> times(text.size() + 1);
  const int count = hours_ical_times(text.c_str(), times.data(), static_cast<int>(times.size()));
  for (int i = 0; i < count; i++) demand(memchr(times[i].zone, 0, sizeof times[i].zone) != nullptr);
  int days = 0;
  long long seconds = 0;
  (void)hours_ical_duration(text.c_str(), &days, &seconds);
  if (char *words = hours_ical_text(text.c_str())) {
    (void)sum(words, strlen(words));
    hours_ical_free(words);
  }
}

void rule(const std::string &text) {
  hours_ical_time start = {};
  start.year = 2026, start.month = 2, start.day = 28, start.hour = 9;
  hours_ical_rule *rule = nullptr;
  bool has_until = false;
  hours_ical_time until = {};
  if (hours_ical_rule_read(text.c_str(), start, &rule, &has_until, &until) != HOURS_ICAL_RULE_READ) return;
  hours_ical_time next = {};
  for (int i = 0; i < 20 && hours_ical_rule_next(rule, &next) == HOURS_ICAL_NEXT; i++) {}
  hours_ical_rule_free(rule);
}

void number(const std::string &text) {
  const std::string region = text.substr(0, 2);
  char out[HOURS_PHONE_CAPACITY];
  if (hours_phone_e164(text.data(), text.size(), region.c_str(), out)) {
    demand(memchr(out, 0, sizeof out) != nullptr && out[0] == '+');
  }
  (void)hours_phone_knows_region(region.c_str());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  if (count == 0) return -1;
  const std::string text(reinterpret_cast<const char *>(bytes) + 1, count - 1);
  switch (bytes[0]) {
    case 't': toml(text); return 0;
    case 'i': line(text); return 0;
    case 'r': rule(text); return 0;
    case 'n': number(text); return 0;
    default: return -1;
  }
}
