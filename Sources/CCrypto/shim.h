// OpenSSL's checksums, which use what the processor has for them.
#include <openssl/evp.h>
