#pragma once

namespace parc::runtime {

// The lowest address that native code of this thread may reach: the end of its stack and a margin
// for what it calls. Cheap after the thread's first call.
char* stack_limit();

}  // namespace parc::runtime
