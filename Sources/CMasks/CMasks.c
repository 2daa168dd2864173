#define _GNU_SOURCE
#include "CMasks.h"

#include <sys/mman.h>

void *masks_remap(void *start, size_t bytes, size_t wanted) {
    void *moved = mremap(start, bytes, wanted, MREMAP_MAYMOVE);
    return moved == MAP_FAILED ? 0 : moved;
}
