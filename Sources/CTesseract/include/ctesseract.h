// Tesseract's C interface behind a few functions.
//
// The library is loaded when it is first needed, not when the program starts: with what it rests on (libcurl, libarchive and theirs) it would add
// some 13 ms to every command, most of which recognise nothing. A machine without it can run all else.
#pragma once

#include <stdbool.h>
#include <stdint.h>

/// An open recogniser. To be used by one thread at a time.
typedef struct CTesseract CTesseract;

/// An image in 8-bit grey, 0 black, its rows from the top down without padding.
typedef struct {
  const uint8_t *pixels;
  int width;
  int height;
  int dots_per_inch;
} CTesseractImage;

/// A recognised word. Places are pixels from the image's top left corner.
typedef struct {
  int left, top, right, bottom;
  /// The baseline of its line: two points.
  int baseline_x0, baseline_y0, baseline_x1, baseline_y1;
  /// Whether it is the first word of its line.
  bool begins_line;
  /// 0 to 100.
  float confidence;
  /// UTF-8, ended by zero; valid during the call only.
  const char *text;
} CTesseractWord;

/// Called with each word; those of a line follow each other from left to right, the lines in no order.
typedef void (*CTesseractTake)(void *context, const CTesseractWord *word);

/// The library's version ("5.3.0"); NULL where it is not installed.
const char *ctesseract_version(void);

/// Opens a recogniser with the installed model of a language ("swe"); NULL where the library or the model is not installed.
CTesseract *ctesseract_open(const char *language);

/// The folder of the models, ended by zero; valid as long as the recogniser is.
const char *ctesseract_folder(const CTesseract *recogniser);

/// Recognises an image; false where that failed.
bool ctesseract_recognise(CTesseract *recogniser, CTesseractImage image, CTesseractTake take, void *context);

/// How far the image's lines lean, in degrees: the image is level when it is turned clockwise by so much. 0 where it cannot be told.
double ctesseract_skew(CTesseractImage image);

void ctesseract_close(CTesseract *recogniser);
