// Poppler's GLib interface, with nothing added.
#include <poppler.h>
