#include "clittlecms.h"

#include <lcms2_plugin.h>
#include <pthread.h>

static _Thread_local bool needs_no_colours = false;

static cmsPipeline *link_profiles(
    cmsContext context, cmsUInt32Number count, cmsUInt32Number intents[], cmsHPROFILE profiles[], cmsBool black_points[],
    cmsFloat64Number adaptations[], cmsUInt32Number flags) {
  if (needs_no_colours) return NULL;
  return _cmsDefaultICCintents(context, count, intents, profiles, black_points, adaptations, flags);
}

#define INTENT(intent, next)                                                                                                       \
  {                                                                                                                                \
    .base = {cmsPluginMagicNumber, 2000, cmsPluginRenderingIntentSig, next}, .Intent = intent, .Link = link_profiles,              \
    .Description = #intent                                                                                                         \
  }

// The four intents of ICC.1, one after the other.
static cmsPluginRenderingIntent absolute = INTENT(INTENT_ABSOLUTE_COLORIMETRIC, NULL);
static cmsPluginRenderingIntent saturation = INTENT(INTENT_SATURATION, &absolute.base);
static cmsPluginRenderingIntent relative = INTENT(INTENT_RELATIVE_COLORIMETRIC, &saturation.base);
static cmsPluginRenderingIntent perceptual = INTENT(INTENT_PERCEPTUAL, &relative.base);

// Where it is refused, colours are linked as ever.
static void add_intents(void) { cmsPlugin(&perceptual); }

void clittlecms_set_needs_colours(bool needs_colours) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, add_intents);
  needs_no_colours = !needs_colours;
}
