// What `parc race` reads after the run: records in the file that PARC_RACE_REPORT names, with a
// separator behind each field and an end behind each record. A loop that begins for the first
// time in a process gives two fields, its file and line. A collision gives
//
//   the loop's file, line and variable ("" when none), the element ("out[4]"),
//   of the first access its file, line, iteration (the loop variable's value, or its number), and
//   "read" or "write",
//   of the second access the same four.
//
// driver/races.cpp reads them.
#pragma once

namespace parc::runtime {

inline constexpr char kRaceField = '\x1f', kRaceEnd = '\x1e';

// From here on, loops and collisions are written to that file; false when the variable is not set.
bool report_races();

}  // namespace parc::runtime
