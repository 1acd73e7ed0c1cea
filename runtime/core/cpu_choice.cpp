#include "runtime/core/cpu_choice.h"

namespace parc::runtime {
namespace {

std::string names(std::span<const parc_version> versions) {
  std::string list;
  for (const parc_version& version : versions) {
    if (!list.empty()) list += ", ";
    list += version.cpu;
  }
  return list;
}

CpuChoice choose_named(std::span<const parc_version> versions, std::string_view wanted,
                       std::string (*missing)(std::string_view)) {
  for (const parc_version& version : versions) {
    if (version.cpu != wanted) continue;
    const std::string lacking = missing(version.cpu_features);
    if (lacking.empty()) return {&version, ""};
    return {nullptr, "PARC_CPU asks for " + std::string(wanted) +
                         ", but this machine does not have " + lacking};
  }
  return {nullptr, "PARC_CPU asks for " + std::string(wanted) + ", but there is code for " +
                       names(versions) + " only"};
}

}  // namespace

CpuChoice choose_version(std::span<const parc_version> versions, std::string_view wanted,
                         std::string (*missing)(std::string_view)) {
  if (!wanted.empty()) return choose_named(versions, wanted, missing);
  std::string lacking;
  for (const parc_version& version : versions) {
    lacking = missing(version.cpu_features);
    if (lacking.empty()) return {&version, ""};
  }
  return {nullptr,
          "it was compiled for CPUs with " + lacking +
              ", which this machine does not have; compile it with --cpu for an older one"};
}

}  // namespace parc::runtime
