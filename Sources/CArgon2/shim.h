// The reference implementation of Argon2 (RFC 9106), by which passwords are kept.
#include <argon2.h>
