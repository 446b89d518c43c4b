/// Hands a file to the program that the person's computer shows such files with.
#pragma once

#include <string>

namespace engine::view {

/// @return whether a program was found. @param path of an existing file.
bool open_file(const std::string& path);

}  // namespace engine::view
