// libphonenumber behind a C border: numbers in any notation to the one that can be compared.

#ifndef HOURS_CPHONENUMBER_H
#define HOURS_CPHONENUMBER_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The longest E.164 number with its plus and a NUL, and room to spare.
#define HOURS_PHONE_CAPACITY 32

/// Writes `text` in E.164 form ("+79161234567"), NUL-terminated; false when it is no number that could be dialled.
///
/// `region` (ISO 3166, "RU") is where numbers without a plus are dialled; "ZZ" says that it is unknown.
/// The first call loads the library's tables, some 3 MB.
bool hours_phone_e164(const char *text, size_t length, const char *region, char out[HOURS_PHONE_CAPACITY]);

/// What a number belongs to, as its country's numbering plan has it.
enum hours_phone_type {
  HOURS_PHONE_UNKNOWN,
  HOURS_PHONE_MOBILE,
  HOURS_PHONE_LANDLINE,
  /// The plan does not tell the two apart: North America.
  HOURS_PHONE_EITHER,
  /// Toll-free, premium, over the internet, a pager and their like.
  HOURS_PHONE_OTHER,
};

/// The type of a number in E.164 form.
enum hours_phone_type hours_phone_type(const char *e164);

/// Whether the library knows how numbers are dialled in this region.
bool hours_phone_knows_region(const char *region);

#ifdef __cplusplus
}
#endif

#endif
