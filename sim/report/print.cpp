#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "engine/core/translate.h"
#include "sim/report/report.h"

extern char** environ;

namespace sim {

std::string print_report(const std::string& path) {
    std::string program = "lp";
    std::string last_option = "--";
    std::string file = path;
    char* const words[] = {program.data(), last_option.data(), file.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int error = posix_spawnp(&child, program.c_str(), &actions, nullptr, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error == ENOENT) {
        return N_(
            "This computer has no printing command (lp). Open the report and print it from "
            "there.");
    }
    if (error != 0) return N_("The printing command (lp) could not be started.");
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return N_("Nobody knows what became of the printing command (lp).");
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    return N_("The printing command (lp) failed: is there a printer, and is it on?");
}

}  // namespace sim
