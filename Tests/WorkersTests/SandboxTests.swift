import Foundation
import Testing
import Workers

@Suite("A worker is closed in")
struct SandboxTests {
  /// Whether the tests run with AddressSanitizer (scripts/sanitize).
  private static var isSanitized: Bool { ProcessInfo.processInfo.environment["ASAN_OPTIONS"] != nil }

  /// A file that the worker may not write to.
  private static let existing = NSTemporaryDirectory() + "paragraf-sandbox"

  @Test("It can read files and write to nothing but what it has open")
  func files() async {
    await #expect(processExitsWith: .success) {
      let existing = Self.existing
      close(open(existing, O_WRONLY | O_CREAT, 0o600))
      precondition(Sandbox.close() == nil)
      precondition(open("/etc/passwd", O_RDONLY) >= 0)
      for flags in [O_WRONLY, O_RDWR, O_RDONLY | O_CREAT, O_RDONLY | O_TRUNC] {
        precondition(open(existing, flags, 0o600) == -1 && errno == EPERM)
      }
      precondition(unlink(existing) == -1 && errno == EPERM)
      precondition(mkdir(existing + "-mapp", 0o700) == -1 && errno == EPERM)
      precondition(rename(existing, existing + "-ny") == -1 && errno == EPERM)
      // At once: LeakSanitizer, which looks for leaks where a process ends in order, needs what is forbidden now.
      _exit(0)
    }
    unlink(Self.existing)
  }

  @Test("It has no network and starts no program")
  func network() async {
    await #expect(processExitsWith: .success) {
      precondition(Sandbox.close() == nil)
      precondition(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) == -1 && errno == EPERM)
      precondition(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) == -1 && errno == EPERM)
      var process: pid_t = 0
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/true"), nil]
      precondition(posix_spawn(&process, "/bin/true", nil, nil, &arguments, nil) != 0)
      _exit(0)
    }
  }

  @Test(
    "Memory beyond its limit is refused",
    .disabled(if: isSanitized, "AddressSanitizer takes more addresses than any limit allows"))
  func memory() async {
    await #expect(processExitsWith: .success) {
      Sandbox.setLimits(WorkerLimits(memoryMegabytes: 512))
      let map = mmap(nil, 1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      precondition(map == MAP_FAILED && errno == ENOMEM)
    }
  }
}
