/* SPDX-License-Identifier: MIT */
/* Day counts after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
#include "base/date.h"

int32_t act_date_to_days(act_date date)
{
  int y = date.year, m = date.month ? date.month : 1, d = date.day ? date.day : 1;
  y -= m <= 2;
  int era = (y >= 0 ? y : y - 399) / 400;
  int yoe = y - era * 400, doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

act_date act_date_from_days(int32_t days)
{
  int z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  int d = doy - (153 * mp + 2) / 5 + 1, m = mp < 10 ? mp + 3 : mp - 9;
  return (act_date){ (int16_t)(yoe + era * 400 + (m <= 2)), (uint8_t)m, (uint8_t)d };
}

int act_date_weekday(act_date date)
{
  int32_t days = act_date_to_days(date);
  return (int)(days >= -4 ? (days + 4) % 7 : (days + 5) % 7 + 6);
}

int act_date_month_days(int year, int month)
{
  static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month < 1 || month > 12 ? 0 : days[month - 1] + (month == 2 && leap);
}

bool act_date_valid(act_date date)
{
  if (date.month > 12 || (date.day && !date.month))
    return false;
  return date.day <= 31 && (!date.day || date.day <= act_date_month_days(date.year, date.month));
}

act_date act_date_add_months(act_date date, int months)
{
  int total = date.year * 12 + (date.month ? date.month - 1 : 0) + months;
  int year = total / 12, month = total % 12 + 1;
  int last = act_date_month_days(year, month);
  return (act_date){ (int16_t)year, (uint8_t)month, (uint8_t)(date.day > last ? last : date.day) };
}

static char *put_number(char *at, unsigned number, size_t digits)
{
  for (size_t i = digits; i-- > 0; number /= 10)
    at[i] = (char)('0' + number % 10);
  return at + digits;
}

void act_date_write(act_date date, char out[ACT_DATE_MAX])
{
  char *at = out;
  if (date.year)
    at = put_number(at, (unsigned)(date.year < 0 ? 0 : date.year), 4);
  if (date.year && date.month) {
    *at++ = '-';
    at = put_number(at, date.month, 2);
  }
  if (date.year && date.month && date.day) {
    *at++ = '-';
    at = put_number(at, date.day, 2);
  }
  *at = '\0';
}

/* Exactly `digits` decimal digits, or -1. */
static int number(const char *bytes, size_t digits)
{
  int n = 0;
  for (size_t i = 0; i < digits; i++) {
    if (bytes[i] < '0' || bytes[i] > '9')
      return -1;
    n = n * 10 + (bytes[i] - '0');
  }
  return n;
}

bool act_date_read(const char *bytes, size_t size, act_date *out)
{
  act_date date = { 0 };
  if (size < 4 || number(bytes, 4) <= 0)
    return false;
  date.year = (int16_t)number(bytes, 4);
  size_t at = 4;
  if (size >= 7 && bytes[4] == '-' && number(bytes + 5, 2) > 0) {
    date.month = (uint8_t)number(bytes + 5, 2);
    at = 7;
    if (size >= 10 && bytes[7] == '-' && number(bytes + 8, 2) > 0) {
      date.day = (uint8_t)number(bytes + 8, 2);
      at = 10;
    }
  }
  if ((at < size && !(at == 10 && (bytes[at] == 'T' || bytes[at] == ' '))) || !act_date_valid(date))
    return false;
  *out = date;
  return true;
}

int act_date_compare(act_date a, act_date b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  return a.day < b.day ? -1 : a.day > b.day;
}
