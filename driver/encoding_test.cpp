#include "driver/encoding.h"

#include <gtest/gtest.h>

namespace parc::driver {
namespace {

TEST(Encoding, PlainAndMarked) {
  EXPECT_EQ(decode_source("x = 1\n").text, "x = 1\n");
  EXPECT_EQ(decode_source("\xEF\xBB\xBFx = 1\r\n").text, "x = 1\r\n");
  EXPECT_EQ(decode_source("").text, "");
}

TEST(Encoding, CookieInTheFirstTwoLines) {
  EXPECT_EQ(decode_source("# -*- coding: latin-1 -*-\ns = '\xE9'\n").text,
            "# -*- coding: latin-1 -*-\ns = '\xC3\xA9'\n");
  EXPECT_EQ(decode_source("#!/usr/bin/python\r\n# vim: fileencoding=iso_8859_1\r\n'\xE9'").encoding,
            "iso_8859_1");
  EXPECT_EQ(decode_source("x = 1\n# coding: latin-1\n").encoding, "utf-8");
  EXPECT_EQ(decode_source("# coding: UTF-8\n").status, DecodeStatus::kOk);
  EXPECT_EQ(decode_source("# coding: cp1252\n'\x80'").text, "# coding: cp1252\n'\xE2\x82\xAC'");
}

TEST(Encoding, Refusals) {
  EXPECT_EQ(decode_source("# coding: klingon\n").status, DecodeStatus::kUnknownEncoding);
  EXPECT_EQ(decode_source("# coding: utf-16\n").status, DecodeStatus::kUnknownEncoding);
  EXPECT_EQ(decode_source("\xEF\xBB\xBF# coding: latin-1\n").status,
            DecodeStatus::kUnknownEncoding);
  Decoded bad = decode_source("ab\xFFz");
  EXPECT_EQ(bad.status, DecodeStatus::kBadBytes);
  EXPECT_EQ(bad.bad_offset, 2u);
  EXPECT_EQ(decode_source("# coding: ascii\n'\xE9'").status, DecodeStatus::kBadBytes);
}

TEST(Encoding, InvalidUtf8) {
  for (const char* text : {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                           "\xF5", "\xE2\x82"}) {
    EXPECT_EQ(find_invalid_utf8(text), 0u) << text;
  }
  EXPECT_EQ(find_invalid_utf8("h\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"), std::string_view::npos);
}

}  // namespace
}  // namespace parc::driver
