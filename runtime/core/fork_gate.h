// fork() in one thread while another enters or leaves a parallel region.
//
// libomp takes its fork-join lock in an atfork handler, and the child gives it back; but a thread
// that was waiting for it just then has drawn a ticket, and does not exist in the child: the lock
// is never free again there. So a fork waits until no thread is in those moments, and they wait
// while a fork goes on. The body of a loop is outside: a fork never waits for a loop.
#pragma once

namespace parc::runtime {

// Around every call that may take libomp's locks. Entering twice is entering once; leaving outside
// is nothing.
void enter_gate();
void leave_gate();

// Once, after libomp was called: its own handlers must be registered first. `in_child` runs in the
// child of every fork.
void install_fork_gate(void (*in_child)());

}  // namespace parc::runtime
