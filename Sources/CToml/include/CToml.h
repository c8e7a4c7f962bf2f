// toml++ behind a C border: one call that reads a document and tells what stands in it, value by value, with positions.

#ifndef HOURS_CTOML_H
#define HOURS_CTOML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What kind of value a visit tells of.
typedef enum {
  HOURS_TOML_TABLE,
  HOURS_TOML_ARRAY,
  HOURS_TOML_STRING,
  HOURS_TOML_INTEGER,
  HOURS_TOML_FLOAT,
  HOURS_TOML_BOOLEAN,
  /// Any of TOML's dates and times; which one is of no interest.
  HOURS_TOML_TIME,
} hours_toml_kind;

/// One value of the document; its pointers live as long as the visit.
typedef struct {
  hours_toml_kind kind;
  /// The name under which it stands in a table; NULL in an array.
  const char *key;
  size_t key_length;
  /// 1-based, the column in code points; 0 when the key has no place of its own (the document).
  uint32_t key_line, key_column;
  uint32_t line, column;
  const char *string;
  size_t string_length;
  int64_t integer;
  double number;
  bool boolean;
} hours_toml_value;

/// Why a document was refused.
typedef struct {
  uint32_t line, column;
  /// NUL-terminated UTF-8.
  char message[256];
} hours_toml_error;

/// `enter` tells of a value, before its children if it has any; `leave` follows the last child of a table or an array.
typedef struct {
  void (*enter)(void *context, const hours_toml_value *value);
  void (*leave)(void *context);
} hours_toml_visitor;

/// Reads a document and visits all of it, the document's own table first.
///
/// Returns false, and fills `error`, when it is no TOML; then nothing was visited. Tables come in the order of their keys.
bool hours_toml_read(
    const char *text, size_t length, const hours_toml_visitor *visitor, void *context, hours_toml_error *error);

#ifdef __cplusplus
}
#endif

#endif
