// Byte masks for the readers: which of 64 bytes are a given byte. `static inline`, so that Swift inlines them; the
// Swift twin in `Tests/IngestTests/Support/SwarMasks.swift` is the oracle of the tests.
#ifndef CMASKS_H
#define CMASKS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t masks_equal64(const uint8_t *bytes, uint8_t wanted) {
    const __m128i pattern = _mm_set1_epi8((char)wanted);
    const __m128i *block = (const __m128i *)bytes;
    const uint64_t a = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(block), pattern));
    const uint64_t b = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(block + 1), pattern));
    const uint64_t c = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(block + 2), pattern));
    const uint64_t d = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(block + 3), pattern));
    return a | b << 16 | c << 32 | d << 48;
}

// Which of 16 bytes end or complicate a JSON string: a quote, a backslash, a control character.
static inline uint32_t masks_json16(const uint8_t *bytes) {
    const __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    const __m128i quote = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    const __m128i slash = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1f)), block);
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, slash), control));
}

#elif defined(__aarch64__)
#include <arm_neon.h>

static inline uint64_t masks_equal64(const uint8_t *bytes, uint8_t wanted) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t pattern = vdupq_n_u8(wanted);
    const uint8x16_t a = vandq_u8(vceqq_u8(vld1q_u8(bytes), pattern), weights);
    const uint8x16_t b = vandq_u8(vceqq_u8(vld1q_u8(bytes + 16), pattern), weights);
    const uint8x16_t c = vandq_u8(vceqq_u8(vld1q_u8(bytes + 32), pattern), weights);
    const uint8x16_t d = vandq_u8(vceqq_u8(vld1q_u8(bytes + 48), pattern), weights);
    const uint8x16_t sum = vpaddq_u8(vpaddq_u8(a, b), vpaddq_u8(c, d));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

static inline uint32_t masks_json16(const uint8_t *bytes) {
    uint32_t mask = 0;
    for (int i = 0; i < 16; i++) {
        mask |= (uint32_t)(bytes[i] == '"' || bytes[i] == '\\' || bytes[i] < 0x20) << i;
    }
    return mask;
}

#else

static inline uint64_t masks_equal64(const uint8_t *bytes, uint8_t wanted) {
    uint64_t mask = 0;
    for (int i = 0; i < 64; i++) mask |= (uint64_t)(bytes[i] == wanted) << i;
    return mask;
}

static inline uint32_t masks_json16(const uint8_t *bytes) {
    uint32_t mask = 0;
    for (int i = 0; i < 16; i++) {
        mask |= (uint32_t)(bytes[i] == '"' || bytes[i] == '\\' || bytes[i] < 0x20) << i;
    }
    return mask;
}

#endif

// Asks for a cache line that is needed soon.
static inline void masks_prefetch(const void *address) { __builtin_prefetch(address); }

// Resizes a mapping by moving its pages: `mremap`, which Swift cannot call because it takes a varying number of
// arguments. Null when there is no memory.
void *masks_remap(void *start, size_t bytes, size_t wanted);

#endif
