// What is asked of Little CMS, in which Poppler converts colours.
//
// Poppler links a page's colour profiles to those of a screen anew for each page, also where only text is asked for: that took a twentieth of the whole
// reading. Little CMS lets a program bring its own way of linking (its plug-in interface, "rendering intents"), and ours links nothing while the thread has
// said that it needs no colours: Poppler then takes the plain colours that every profile names besides.
#pragma once

#include <stdbool.h>

/// Tells whether what this thread reads from now on needs its colours (as it does to begin with).
void clittlecms_set_needs_colours(bool needs_colours);
