// GLib (which Poppler rests on), for its checksums.
#include <glib.h>
