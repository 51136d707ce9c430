#include "ctesseract.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <stdlib.h>
#include <tesseract/capi.h>

// The functions that are used, each under its own name.
#define TESSERACT(use)                                                                                                     \
  use(TessVersion) use(TessBaseAPICreate) use(TessBaseAPIDelete) use(TessBaseAPIInit3) use(TessBaseAPISetVariable)         \
  use(TessBaseAPISetPageSegMode) use(TessBaseAPISetImage) use(TessBaseAPISetSourceResolution) use(TessBaseAPIRecognize)    \
  use(TessBaseAPIGetIterator) use(TessBaseAPIClear) use(TessBaseAPIGetDatapath) use(TessResultIteratorDelete)              \
  use(TessResultIteratorGetPageIterator) use(TessResultIteratorNext) use(TessResultIteratorGetUTF8Text)                    \
  use(TessResultIteratorConfidence) use(TessDeleteText) use(TessPageIteratorBoundingBox) use(TessPageIteratorBaseline)     \
  use(TessPageIteratorIsAtBeginningOf) use(pixCreate) use(pixDestroy) use(pixGetData) use(pixGetWpl) use(pixFindSkew)

static struct {
#define FIELD(name) __typeof__(&name) name;
  TESSERACT(FIELD)
  void (*omp_set_max_active_levels)(int);
} api;

// The so-name that the headers of Debian 12 belong to.
static const char *const library = "libtesseract.so.5";

// Called by one thread at a time, as all of this file.
static bool load(void) {
  static bool tried, loaded;
  if (tried) return loaded;
  tried = true;
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return false;
  loaded = true;
#define FIND(name) loaded = (api.name = (__typeof__(&name))dlsym(handle, #name)) && loaded;
  TESSERACT(FIND)
  api.omp_set_max_active_levels = (void (*)(int))dlsym(handle, "omp_set_max_active_levels");
  return loaded;
}

struct CTesseract {
  TessBaseAPI *base;
};

const char *ctesseract_version(void) { return load() ? api.TessVersion() : NULL; }

CTesseract *ctesseract_open(const char *language) {
  if (!load()) return NULL;
  TessBaseAPI *base = api.TessBaseAPICreate();
  // What it has to say of a missing model is the caller's to tell.
  api.TessBaseAPISetVariable(base, "debug_file", "/dev/null");
  CTesseract *recogniser = calloc(1, sizeof *recogniser);
  if (!recogniser || api.TessBaseAPIInit3(base, NULL, language) != 0) {
    api.TessBaseAPIDelete(base);
    free(recogniser);
    return NULL;
  }
  recogniser->base = base;
  return recogniser;
}

void ctesseract_close(CTesseract *recogniser) {
  api.TessBaseAPIDelete(recogniser->base);
  free(recogniser);
}

const char *ctesseract_folder(const CTesseract *recogniser) { return api.TessBaseAPIGetDatapath(recogniser->base); }

// One thread: several documents are read at once, and Tesseract's own threads mostly wait for each other. What it asks of OpenMP overrides
// the number of threads, but not the depth of parallel regions, which holds for the calling thread.
static void use_one_thread(void) {
  if (api.omp_set_max_active_levels) api.omp_set_max_active_levels(0);
}

// What Swedish text is set with: a model of all Latin letters finds â in a blurred å, ñ in an n under dust. Other accents of names are lost.
static const char *const letters =
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz|"
    "§°€ÅÄÖåäöÉéÜüØøÆæ–—“”„’«»•…";

static void take_words(TessResultIterator *result, CTesseractTake take, void *context) {
  const TessPageIterator *page = api.TessResultIteratorGetPageIterator(result);
  CTesseractWord word = {0};
  do {
    word.begins_line = api.TessPageIteratorIsAtBeginningOf(page, RIL_TEXTLINE);
    if (!api.TessPageIteratorBoundingBox(page, RIL_WORD, &word.left, &word.top, &word.right, &word.bottom)) continue;
    api.TessPageIteratorBaseline(
        page, RIL_TEXTLINE, &word.baseline_x0, &word.baseline_y0, &word.baseline_x1, &word.baseline_y1);
    word.confidence = api.TessResultIteratorConfidence(result, RIL_WORD);
    char *text = api.TessResultIteratorGetUTF8Text(result, RIL_WORD);
    if (!text) continue;
    word.text = text;
    take(context, &word);
    api.TessDeleteText(text);
  } while (api.TessResultIteratorNext(result, RIL_WORD));
}

bool ctesseract_recognise(CTesseract *recogniser, CTesseractImage image, CTesseractTake take, void *context) {
  TessBaseAPI *base = recogniser->base;
  use_one_thread();
  // As much text as there is, in no order: the order is found from the boxes, as for a text layer, and of tables this finds the most.
  api.TessBaseAPISetPageSegMode(base, PSM_SPARSE_TEXT);
  api.TessBaseAPISetImage(base, image.pixels, image.width, image.height, 1, image.width);
  api.TessBaseAPISetSourceResolution(base, image.dots_per_inch);
  // Takes effect with a model that knows all of them.
  api.TessBaseAPISetVariable(base, "tessedit_char_whitelist", letters);
  bool done = api.TessBaseAPIRecognize(base, NULL) == 0;
  // No iterator where nothing was found.
  TessResultIterator *result = done ? api.TessBaseAPIGetIterator(base) : NULL;
  if (result) {
    take_words(result, take, context);
    api.TessResultIteratorDelete(result);
  }
  api.TessBaseAPIClear(base);
  return done;
}

// Black where the grey is darker than this.
static const int threshold = 128;

// Leptonica's bits: 32 a word, the leftmost the highest.
static PIX *bilevel(CTesseractImage image) {
  PIX *pix = api.pixCreate(image.width, image.height, 1);
  if (!pix) return NULL;
  uint32_t *data = api.pixGetData(pix);
  const int words = api.pixGetWpl(pix);
  for (int y = 0; y < image.height; y++) {
    const uint8_t *row = image.pixels + (size_t)y * image.width;
    for (int x = 0; x < image.width; x++) {
      if (row[x] < threshold) data[(size_t)y * words + x / 32] |= 0x80000000u >> (x % 32);
    }
  }
  return pix;
}

double ctesseract_skew(CTesseractImage image) {
  if (!load()) return 0;
  PIX *pix = bilevel(image);
  if (!pix) return 0;
  float angle = 0, confidence = 0;
  // Below 3 Leptonica does not trust its answer (pixDeskew's own limit).
  const bool known = api.pixFindSkew(pix, &angle, &confidence) == 0 && confidence > 3.0f;
  api.pixDestroy(&pix);
  return known ? angle : 0;
}
