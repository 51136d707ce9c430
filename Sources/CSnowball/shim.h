// Snowball's C interface, with nothing added.
#include <libstemmer.h>
