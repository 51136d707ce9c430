#include "cicu.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/ucsdet.h>

int32_t cicu_detect_encoding(const uint8_t *bytes, int32_t length, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return -1;
  ucsdet_setText(detector, (const char *)bytes, length, &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  int32_t confidence = -1;
  if (U_SUCCESS(status) && match != NULL) {
    const char *found = ucsdet_getName(match, &status);
    confidence = ucsdet_getConfidence(match, &status);
    if (U_FAILURE(status) || strlen(found) + 1 > (size_t)capacity) confidence = -1;
    else strcpy(name, found);
  }
  ucsdet_close(detector);
  return confidence;
}

int32_t cicu_to_utf8(const char *encoding, const uint8_t *bytes, int32_t length, uint8_t *utf8, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open(encoding, &status);
  UConverter *to = ucnv_open("UTF-8", &status);
  int32_t written = 0;
  if (U_SUCCESS(status)) {
    // ICU puts U+FFFD for what an encoding does not know unless told to stop.
    ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    ucnv_setFromUCallBack(to, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    const char *source = (const char *)bytes, *sourceEnd = source + length;
    UChar pivot[1024], *pivotRead = pivot, *pivotWrite = pivot;
    char *target = (char *)utf8, overflow[4096];
    UBool first = 1;
    // What does not fit is counted all the same.
    for (char *end = target + capacity;; target = overflow, end = overflow + sizeof overflow) {
      char *start = target;
      status = U_ZERO_ERROR;
      ucnv_convertEx(to, from, &target, end, &source, sourceEnd, pivot, &pivotRead, &pivotWrite, pivot + 1024, first, 1, &status);
      written += (int32_t)(target - start);
      first = 0;
      if (status != U_BUFFER_OVERFLOW_ERROR) break;
    }
  }
  if (from != NULL) ucnv_close(from);
  if (to != NULL) ucnv_close(to);
  return U_FAILURE(status) ? -1 : written;
}

cicu_collator *cicu_collator_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &status);
  return U_FAILURE(status) ? NULL : (cicu_collator *)collator;
}

int32_t cicu_collator_compare(
    const cicu_collator *collator, const uint8_t *left, int32_t left_length, const uint8_t *right, int32_t right_length) {
  UErrorCode status = U_ZERO_ERROR;
  return (int32_t)ucol_strcollUTF8(
      (const UCollator *)collator, (const char *)left, left_length, (const char *)right, right_length, &status);
}
