// toml++ with its exceptions and its recursion kept on this side of the border.

#include "CToml.h"

#include <cstdio>
#include <exception>
#include <string_view>

#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 16
#include <toml++/toml.h>

namespace {

// A configuration needs three levels; toml++ bounds brackets, but not dotted keys, and its destructors recurse.
constexpr int most_dots = 16;

void refuse(hours_toml_error *error, uint32_t line, uint32_t column, std::string_view message) {
  error->line = line;
  error->column = column;
  std::snprintf(
      error->message, sizeof error->message, "%.*s", static_cast<int>(message.size()), message.data());
}

// Knows just enough of the syntax to tell a key's dots from those in strings and comments. Where it goes astray the
// document is malformed before that point, and toml++ does not read on.
class KeyDepth {
 public:
  explicit KeyDepth(std::string_view text) : text(text) {}

  bool exceeded() {
    for (int dots = 0; at < text.size();) {
      const char c = text[at];
      if (c == '"' || c == '\'') {
        skip_string(c);
        continue;
      }
      if (c == '#') {
        skip_comment();
        continue;
      }
      if (c == '.') {
        if (++dots > most_dots) return true;
      } else if (std::string_view("\n,=[]{}").find(c) != std::string_view::npos) {
        dots = 0;
      }
      if (c == '\n') ++line;
      ++at;
    }
    return false;
  }

  uint32_t line = 1;

 private:
  std::string_view text;
  size_t at = 0;

  void skip_comment() {
    while (at < text.size() && text[at] != '\n') ++at;
  }

  void skip_string(char quote) {
    const char triple[] = {quote, quote, quote};
    const bool multi = text.substr(at, 3) == std::string_view(triple, 3);
    at += multi ? 3 : 1;
    while (at < text.size()) {
      if (multi && text.substr(at, 3) == std::string_view(triple, 3)) {
        at += 3;
        while (at < text.size() && text[at] == quote) ++at;
        return;
      }
      if (!multi && (text[at] == quote || text[at] == '\n')) {
        at += text[at] == quote ? 1 : 0;
        return;
      }
      if (text[at] == '\n') ++line;
      at += quote == '"' && text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n' ? 2 : 1;
    }
  }
};

void visit(const toml::node &node, const toml::key *key, const hours_toml_visitor &visitor, void *context) {
  hours_toml_value value = {};
  value.line = node.source().begin.line;
  value.column = node.source().begin.column;
  if (key) {
    value.key = key->str().data();
    value.key_length = key->str().size();
    value.key_line = key->source().begin.line;
    value.key_column = key->source().begin.column;
  }
  switch (node.type()) {
    case toml::node_type::table: value.kind = HOURS_TOML_TABLE; break;
    case toml::node_type::array: value.kind = HOURS_TOML_ARRAY; break;
    case toml::node_type::string: {
      value.kind = HOURS_TOML_STRING;
      const std::string &string = **node.as_string();
      value.string = string.data();
      value.string_length = string.size();
      break;
    }
    case toml::node_type::integer:
      value.kind = HOURS_TOML_INTEGER;
      value.integer = **node.as_integer();
      break;
    case toml::node_type::floating_point:
      value.kind = HOURS_TOML_FLOAT;
      value.number = **node.as_floating_point();
      break;
    case toml::node_type::boolean:
      value.kind = HOURS_TOML_BOOLEAN;
      value.boolean = **node.as_boolean();
      break;
    default: value.kind = HOURS_TOML_TIME;
  }
  visitor.enter(context, &value);
  if (const toml::table *table = node.as_table()) {
    for (const auto &entry : *table) visit(entry.second, &entry.first, visitor, context);
    visitor.leave(context);
  } else if (const toml::array *array = node.as_array()) {
    for (const toml::node &element : *array) visit(element, nullptr, visitor, context);
    visitor.leave(context);
  }
}

}  // namespace

bool hours_toml_read(
    const char *text, size_t length, const hours_toml_visitor *visitor, void *context, hours_toml_error *error) {
  const std::string_view document(text, length);
  KeyDepth depth(document);
  if (depth.exceeded()) {
    refuse(error, depth.line, 1, "keys are nested too deeply");
    return false;
  }
  try {
    const toml::table table = toml::parse(document);
    visit(table, nullptr, *visitor, context);
    return true;
  } catch (const toml::parse_error &failure) {
    refuse(error, failure.source().begin.line, failure.source().begin.column, failure.description());
  } catch (const std::exception &failure) {
    refuse(error, 1, 1, failure.what());
  } catch (...) {
    refuse(error, 1, 1, "it cannot be read");
  }
  return false;
}
