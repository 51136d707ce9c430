// zlib's C interface, with nothing added.
#include <zlib.h>
