/* Loaded first (LD_PRELOAD), makes the allocation number FAILING_MALLOC of a process fail, counted over
   malloc, calloc, realloc and aligned_alloc from the start of main on, and makes the file
   FAILING_MALLOC_REACHED when that number was reached. Without a number it writes to the file
   FAILING_MALLOC_COUNT how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);

static long left = -1;
static long counted = 0;

static int fails(void) {
    __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    if (left < 0 || __atomic_sub_fetch(&left, 1, __ATOMIC_SEQ_CST) != 0) return 0;
    const char* file = getenv("FAILING_MALLOC_REACHED");
    if (file) close(open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    errno = ENOMEM;
    return 1;
}

void* malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void* calloc(size_t number, size_t size) { return fails() ? NULL : __libc_calloc(number, size); }
void* realloc(void* old, size_t size) { return fails() ? NULL : __libc_realloc(old, size); }
void* memalign(size_t alignment, size_t size) {
    return fails() ? NULL : __libc_memalign(alignment, size);
}
void* aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
int posix_memalign(void** memory, size_t alignment, size_t size) {
    void* got = memalign(alignment, size);
    if (got) *memory = got;
    return got ? 0 : ENOMEM;
}

/* The loader's own allocations, and those of libraries' initialisers, are not counted. */
int __libc_start_main(int (*main)(int, char**, char**), int count, char** words, void (*init)(void),
                      void (*end)(void), void (*loader_end)(void), void* stack) {
    int (*start)(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void),
                 void (*)(void), void*) = dlsym(RTLD_NEXT, "__libc_start_main");
    const char* number = getenv("FAILING_MALLOC");
    if (number) left = atol(number);
    return start(main, count, words, init, end, loader_end, stack);
}

__attribute__((destructor)) static void tell_count(void) {
    const char* name = getenv("FAILING_MALLOC_COUNT");
    FILE* file = name ? fopen(name, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld", counted);
    fclose(file);
}
