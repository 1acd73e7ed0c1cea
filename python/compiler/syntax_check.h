#pragma once

#include <string>

#include "driver/driver.h"

namespace parc::binding {

// What the interpreter of this process says about a text. Takes the GIL.
driver::SyntaxAnswer check_syntax(const std::string& text);

}  // namespace parc::binding
