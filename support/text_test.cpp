// The small helpers for text: writer, spelling, columns, JSON.
#include <gtest/gtest.h>

#include "support/display.h"
#include "support/json_writer.h"
#include "support/spelling.h"
#include "support/text_writer.h"
#include "support/utf8.h"

namespace parc {
namespace {

TEST(TextWriter, IndentsBlocks) {
  TextWriter out;
  out.line("if (", 1, ") {");
  {
    auto block = out.indent();
    out.line("x", '=', -2, ';');
    out.line();
    out.flush_left("#line 3");
  }
  out.line("}");
  EXPECT_EQ(out.text(), "if (1) {\n  x=-2;\n\n#line 3\n}\n");
  EXPECT_EQ(out.line_count(), 5);
}

TEST(Spelling, CountsEdits) {
  EXPECT_EQ(edit_distance("range", "range"), 0u);
  EXPECT_EQ(edit_distance("rnage", "range"), 1u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("chunks", "chunk"), 1u);
}

TEST(Spelling, FindsTheNearestWord) {
  std::vector<std::string> words{"schedule", "chunk", "threads", "check", "reduce"};
  EXPECT_EQ(nearest("shedule", words), "schedule");
  EXPECT_EQ(nearest("chunks", words), "chunk");
  EXPECT_EQ(nearest("banana", words), std::nullopt);
  EXPECT_EQ(nearest("x", {"y"}), std::nullopt);
}

TEST(Display, KnowsWidths) {
  EXPECT_EQ(display_width('a'), 1);
  EXPECT_EQ(display_width(0x301), 0);    // combining acute accent
  EXPECT_EQ(display_width(0x6C34), 2);   // an ideograph
  EXPECT_EQ(display_width(0x1F600), 2);  // a face
  EXPECT_EQ(display_width(0xE9), 1);
}

TEST(Display, MapsBytesToColumns) {
  DisplayLine line("\tx\xE6\xB0\xB4y");
  EXPECT_EQ(line.text(), "    x\xE6\xB0\xB4y");
  EXPECT_EQ(line.column(0), 0);
  EXPECT_EQ(line.column(1), 4);
  EXPECT_EQ(line.column(2), 5);
  EXPECT_EQ(line.column(5), 7);
  EXPECT_EQ(line.column(99), 8);
}

TEST(Display, HidesControlCharacters) {
  EXPECT_EQ(DisplayLine("a\x1b[31m").text(), "a\xEF\xBF\xBD[31m");
  EXPECT_EQ(DisplayLine("\xFF").text(), "\xEF\xBF\xBD");
}

TEST(Utf8, RefusesWhatIsNoCharacter) {
  EXPECT_FALSE(decode_utf8("\xC0\x80", 0).valid);          // overlong
  EXPECT_FALSE(decode_utf8("\xED\xA0\x80", 0).valid);      // surrogate
  EXPECT_FALSE(decode_utf8("\xF4\x90\x80\x80", 0).valid);  // beyond U+10FFFF
  EXPECT_FALSE(decode_utf8("\xE6\xB0", 0).valid);          // cut off
  EXPECT_EQ(decode_utf8("\xE6\xB0\xB4", 0).value, 0x6C34u);
}

TEST(Json, QuotesAndNests) {
  JsonWriter json;
  json.begin_object().field("a", "x\"\\\n\x01\xFF").key("b").begin_array();
  json.value(1).value(true).null().begin_object().end_object().end_array().end_object();
  EXPECT_EQ(json.text(),
            "{\"a\": \"x\\\"\\\\\\n\\u0001\xEF\xBF\xBD\", \"b\": [1, true, null, {}]}");
}

}  // namespace
}  // namespace parc
