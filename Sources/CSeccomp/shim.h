// libseccomp's C interface, and the one call of prctl(2) that Swift cannot make (it takes any number of arguments).
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>

// The calling process is killed when the thread that started it ends. 0, or -1 with errno.
static inline int paragraf_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }
