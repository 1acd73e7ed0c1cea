// Progress bars of par loops.
#pragma once

namespace parc::runtime {

// Lets native code show them. Once, at import.
void install_progress_bars();

}  // namespace parc::runtime
