internal import CSeccomp
internal import Glibc

/// What a worker takes from itself before it opens a file: network, writing, starting programs, and memory beyond its limit.
///
/// The files are untrusted and Poppler is large: what a crafted file makes of the worker must not reach anything but the worker's own pipe.
package enum Sandbox {
  /// Sets the limits that the system itself keeps (setrlimit(2)).
  package static func setLimits(_ limits: WorkerLimits) {
    // AddressSanitizer (scripts/sanitize) takes terabytes of addresses for itself, beside which nothing can be limited.
    if addressSpace < 1 << 40 { set(__rlimit_resource_t(RLIMIT_AS.rawValue), rlim_t(limits.memoryMegabytes) << 20) }
    // No file can grow by a byte, and no core dump is left behind.
    set(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), 0)
    set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
  }

  /// Bytes of addresses that the process has taken.
  private static var addressSpace: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 64)
    return fgets(&line, Int32(line.count), file) == nil ? 0 : atol(line) * sysconf(Int32(_SC_PAGESIZE))
  }

  private static func set(_ resource: __rlimit_resource_t, _ most: rlim_t) {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    setrlimit(resource, &limit)
  }

  /// Closes the way to network, files for writing and other programs, by a filter of system calls (seccomp(2)); cannot be undone.
  /// - Returns: nil, or why the system does not allow it: one Swedish sentence.
  package static func close() -> String? {
    guard let filter = seccomp_init(SCMP_ACT_ALLOW) else { return "systemet saknar seccomp" }
    defer { seccomp_release(filter) }
    for name in forbidden {
      let call = seccomp_syscall_resolve_name(name)
      // A name that this machine's system has not got needs no lock.
      if call != __NR_SCMP_ERROR { _ = seccomp_rule_add_array(filter, refusal, call, 0, nil) }
    }
    forbidWriting(by: "open", flags: 1, filter)
    forbidWriting(by: "openat", flags: 2, filter)
    let status = seccomp_load(filter)
    return status == 0 ? nil : "systemet tillåter inte seccomp (\(String(cString: strerror(-status))))"
  }

  /// SCMP_ACT_ERRNO(EPERM), a macro with an argument.
  private static let refusal = UInt32(0x0005_0000) | UInt32(EPERM)

  private static func forbidWriting(by name: String, flags: UInt32, _ filter: scmp_filter_ctx) {
    let call = seccomp_syscall_resolve_name(name)
    for (mask, value) in [(O_ACCMODE, O_WRONLY), (O_ACCMODE, O_RDWR), (O_CREAT, O_CREAT), (O_TRUNC, O_TRUNC)] {
      var argument = scmp_arg_cmp(
        arg: flags, op: SCMP_CMP_MASKED_EQ, datum_a: scmp_datum_t(UInt32(bitPattern: mask)),
        datum_b: scmp_datum_t(UInt32(bitPattern: value)))
      _ = seccomp_rule_add_array(filter, refusal, call, 1, &argument)
    }
  }

  // openat2 and io_uring carry their flags where a filter cannot see them; both are newer than anything the worker needs.
  private static let forbidden = [
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmmsg",
    "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "kill", "tkill", "pidfd_open",
    "creat", "openat2", "open_by_handle_at", "io_uring_setup", "truncate", "unlink", "unlinkat", "rename", "renameat", "renameat2",
    "link", "linkat", "symlink", "symlinkat", "mkdir", "mkdirat", "rmdir", "mknod", "mknodat", "chmod", "fchmod", "fchmodat", "chown",
    "fchown", "lchown", "fchownat", "utime", "utimes", "utimensat", "futimesat", "setxattr", "lsetxattr", "fsetxattr", "removexattr",
    "mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "bpf", "perf_event_open", "keyctl", "add_key", "request_key",
    "shmget", "msgget", "semget", "memfd_create", "userfaultfd", "init_module", "finit_module", "kexec_load", "reboot", "swapon",
  ]
}
