// libphonenumber with its exceptions and its strings kept on this side of the border.

#include "CPhoneNumber.h"

#include <cstring>
#include <string>

#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

bool hours_phone_e164(const char *text, size_t length, const char *region, char out[HOURS_PHONE_CAPACITY]) {
  try {
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(std::string(text, length), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
    if (!util.IsPossibleNumber(number)) return false;
    std::string formatted;
    util.Format(number, PhoneNumberUtil::E164, &formatted);
    if (formatted.size() >= HOURS_PHONE_CAPACITY) return false;
    std::memcpy(out, formatted.c_str(), formatted.size() + 1);
    return true;
  } catch (...) {
    return false;
  }
}

enum hours_phone_type hours_phone_type(const char *e164) {
  try {
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return HOURS_PHONE_UNKNOWN;
    switch (util.GetNumberType(number)) {
      case PhoneNumberUtil::UNKNOWN: return HOURS_PHONE_UNKNOWN;
      case PhoneNumberUtil::MOBILE: return HOURS_PHONE_MOBILE;
      case PhoneNumberUtil::FIXED_LINE: return HOURS_PHONE_LANDLINE;
      case PhoneNumberUtil::FIXED_LINE_OR_MOBILE: return HOURS_PHONE_EITHER;
      default: return HOURS_PHONE_OTHER;
    }
  } catch (...) {
    return HOURS_PHONE_UNKNOWN;
  }
}

bool hours_phone_knows_region(const char *region) {
  try {
    return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region) != 0;
  } catch (...) {
    return false;
  }
}
