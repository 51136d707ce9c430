// PCRE2 on bytes (UTF-8): the width must be chosen before its header is read.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
