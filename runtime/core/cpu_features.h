#pragma once

#include <string>
#include <string_view>

namespace parc::runtime {

// Which of the comma separated LLVM feature names ("avx2", "+avx2"; "-avx2" asks for nothing) this
// CPU and its system lack, comma separated; "" when none. Names that are not in the table ask for
// nothing.
std::string missing_cpu_features(std::string_view features);

}  // namespace parc::runtime
