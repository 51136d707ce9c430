// The few functions of ICU that Language calls. ICU's own headers stay out of Swift's sight, since they clash with the ICU
// inside Foundation.
#ifndef PARAGRAF_CICU_H
#define PARAGRAF_CICU_H
#include <stddef.h>
#include <stdint.h>

/// Names the most likely encoding of `bytes` (IANA name, written to `name`, at most `capacity` bytes with the closing zero).
/// Returns ICU's confidence, 0 to 100, or -1 where ICU cannot tell.
int32_t cicu_detect_encoding(const uint8_t *bytes, int32_t length, char *name, int32_t capacity);

/// Converts `bytes` from `encoding` (IANA name) to UTF-8, stopping at the first byte that the encoding does not know. Writes at most `capacity`
/// bytes. Returns how many bytes the whole takes (call again with that capacity where it is larger), or -1 on an error.
int32_t cicu_to_utf8(const char *encoding, const uint8_t *bytes, int32_t length, uint8_t *utf8, int32_t capacity);

/// A collator, open for the life of the program; comparing with it is safe from several threads.
typedef struct cicu_collator cicu_collator;

/// Opens the collator of `locale` ("sv"). NULL where ICU has no data.
cicu_collator *cicu_collator_open(const char *locale);

/// Compares two UTF-8 texts: -1, 0 or 1.
int32_t cicu_collator_compare(
    const cicu_collator *collator, const uint8_t *left, int32_t left_length, const uint8_t *right, int32_t right_length);

#endif
