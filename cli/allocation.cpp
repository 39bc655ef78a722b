// The program's own malloc and its kin, which all of its libraries call as well (GNU C Library
// manual, "Replacing malloc"): the C library's, or those of whatever is loaded before it, except
// that no caller is ever refused memory. Linked into the program alone, never into a library.
#include <cerrno>
#include <cstddef>
#include <cstdlib>

#include <dlfcn.h>
#include <malloc.h>

#include "cli/memory_shortage.h"

namespace {

// Nothing that limits.h admits is held in one piece larger than this. Who asks for more has read a
// number that cannot be true, and hears so as ever.
constexpr std::size_t largest_request = std::size_t{8} << 30;

template <typename Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

// A request for nothing may be answered with nothing.
bool is_refused(const void* memory, std::size_t size) {
    return memory == nullptr && size != 0 && size <= largest_request;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) noexcept {
    static const auto request = next<void*(std::size_t)>("malloc");
    void* memory = request(size);
    while (is_refused(memory, size)) {
        dutylist::cli::memory_refused();
        memory = request(size);
    }
    return memory;
}

void* calloc(std::size_t number, std::size_t size) noexcept {
    static const auto request = next<void*(std::size_t, std::size_t)>("calloc");
    std::size_t all = 0;
    const bool too_large = __builtin_mul_overflow(number, size, &all);
    void* memory = request(number, size);
    while (!too_large && is_refused(memory, all)) {
        dutylist::cli::memory_refused();
        memory = request(number, size);
    }
    return memory;
}

void* realloc(void* old, std::size_t size) noexcept {
    static const auto request = next<void*(void*, std::size_t)>("realloc");
    void* memory = request(old, size);
    while (is_refused(memory, size)) {
        dutylist::cli::memory_refused();
        memory = request(old, size);
    }
    return memory;
}

void* memalign(std::size_t alignment, std::size_t size) noexcept {
    static const auto request = next<void*(std::size_t, std::size_t)>("memalign");
    void* memory = request(alignment, size);
    while (is_refused(memory, size)) {
        dutylist::cli::memory_refused();
        memory = request(alignment, size);
    }
    return memory;
}

void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    return memalign(alignment, size);
}

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) noexcept {
    static const auto request = next<int(void**, std::size_t, std::size_t)>("posix_memalign");
    int error = request(memory, alignment, size);
    while (error == ENOMEM && size <= largest_request) {
        dutylist::cli::memory_refused();
        error = request(memory, alignment, size);
    }
    return error;
}

}  // extern "C"
