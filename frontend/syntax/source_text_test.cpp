#include "frontend/syntax/source_text.h"

#include <gtest/gtest.h>

namespace parc::syntax {
namespace {

struct Read {
  explicit Read(std::string_view bytes) {
    file = add_source(sources, "t.py", bytes, diagnostics);
    text = std::string(sources.file(file).text());
    for (const Diagnostic& d : diagnostics.all()) {
      error += std::string(info(d.kind).code) + " " + d.message;
    }
  }
  SourceMap sources;
  FileId file;
  Diagnostics diagnostics;
  std::string text;
  std::string error;
};

TEST(SourceText, Utf8) {
  EXPECT_EQ(Read("x = '\xC3\xA9'\n").text, "x = '\xC3\xA9'\n");
  EXPECT_EQ(Read("\xEF\xBB\xBFx = 1\n").text, "x = 1\n");
  EXPECT_EQ(Read("").text, "");
  EXPECT_EQ(Read("# -*- coding: utf-8 -*-\nx\n").error, "");
}

TEST(SourceText, Latin1) {
  Read latin("# -*- coding: latin-1 -*-\nx = '\xE9'\n");
  EXPECT_EQ(latin.error, "");
  EXPECT_EQ(latin.text, "# -*- coding: latin-1 -*-\nx = '\xC3\xA9'\n");
  EXPECT_EQ(Read("#!python\n# vim: set fileencoding=iso-8859-1 :\n'\xE9'\n").error, "");
}

TEST(SourceText, WhatIsNoText) {
  Read bad("x = 1\ny = '\xE9'\n");
  EXPECT_EQ(bad.error, "PAR0003 byte 0xE9 is not UTF-8");
  EXPECT_EQ(bad.sources.begin(bad.diagnostics.all()[0].range).line, 2u);
  EXPECT_EQ(Read(std::string_view("a\0b", 3)).error, "PAR0012 a NUL byte in the source");
  EXPECT_EQ(Read("# coding: ascii\n'\xC3\xA9'\n").error, "PAR0003 byte 0xC3 is not ASCII");
  EXPECT_EQ(Read("# coding: koi8-r\n").error,
            "PAR0011 the source encoding 'koi8-r' is not supported");
  EXPECT_EQ(Read("\xEF\xBB\xBF# coding: latin-1\n").error,
            "PAR0011 the file has a UTF-8 byte order mark but another encoding");
  EXPECT_EQ(Read("x = 1\nx = 1\n# coding: koi8-r\n").error, "");
  EXPECT_EQ(Read(std::string(kMaxSourceSize + 1, ' ')).error, "PAR0010 t.py is larger than 4 MiB");
}

}  // namespace
}  // namespace parc::syntax
