#include <isa-l/igzip_lib.h>
#include <lz4.h>
#include <lz4frame.h>
#include <zstd.h>
