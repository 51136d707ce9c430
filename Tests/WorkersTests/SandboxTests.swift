import Foundation
import Testing
import Workers

@Suite("A worker is closed in")
struct SandboxTests {
  @Test("It can read files and write to nothing but what it has open")
  func files() async {
    await #expect(processExitsWith: .success) {
      let folder = NSTemporaryDirectory()
      let existing = folder + "paragraf-sandbox-\(getpid())"
      close(open(existing, O_WRONLY | O_CREAT, 0o600))
      defer { unlink(existing) }
      precondition(Sandbox.close() == nil)
      precondition(open("/etc/passwd", O_RDONLY) >= 0)
      for flags in [O_WRONLY, O_RDWR, O_RDONLY | O_CREAT, O_RDONLY | O_TRUNC] {
        precondition(open(existing, flags, 0o600) == -1 && errno == EPERM)
      }
      precondition(unlink(existing) == -1 && errno == EPERM)
      precondition(mkdir(existing + "-mapp", 0o700) == -1 && errno == EPERM)
      precondition(rename(existing, existing + "-ny") == -1 && errno == EPERM)
    }
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
    }
  }

  @Test("Memory beyond its limit is refused")
  func memory() async {
    await #expect(processExitsWith: .success) {
      Sandbox.setLimits(WorkerLimits(memoryMegabytes: 512))
      let map = mmap(nil, 1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      precondition(map == MAP_FAILED && errno == ENOMEM)
    }
  }
}
