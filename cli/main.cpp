#include <string>
#include <vector>

#include "cli/program.h"

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    return dutylist::cli::run_program(arguments);
}
