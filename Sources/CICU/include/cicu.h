// The few functions of ICU that Language calls. ICU's own headers stay out of Swift's sight, since they clash with the ICU
// inside Foundation.
#ifndef PARAGRAF_CICU_H
#define PARAGRAF_CICU_H
#include <stddef.h>
#include <stdint.h>

/// Names the most likely encoding of `bytes` (IANA name, written to `name`, at most `capacity` bytes with the closing zero).
/// Returns ICU's confidence, 0 to 100, or -1 where ICU cannot tell.
int32_t cicu_detect_encoding(const uint8_t *bytes, int32_t length, char *name, int32_t capacity);

#endif
