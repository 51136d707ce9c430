internal import Glibc

/// How long a worker is waited for.
///
/// What counts is the processor time that it takes itself, so that a page costs the same on a machine that is busy with other things; a worker
/// that takes none (it hangs) is given up after a longer time by the clock on the wall.
struct Patience {
  private let seconds: Double
  private let process: pid_t
  private let usedBefore: Double
  private let start: Double
  /// When to look again, in seconds of the monotonic clock.
  private(set) var deadline: Double

  /// By the clock on the wall, a worker may take so many times its processor time.
  private static let wallFactor = 10.0

  /// From now on a worker may take so many seconds.
  init(_ process: pid_t, seconds: Double) {
    self.seconds = seconds
    self.process = process
    usedBefore = Self.used(by: process)
    start = Self.now
    deadline = start + seconds
  }

  /// Called when the deadline has passed: whether it is over; else there is a new deadline.
  mutating func isOver() -> Bool {
    let left = seconds - used
    let wallLeft = start + seconds * Self.wallFactor - Self.now
    // Where less than a hundredth is left, looking again would cost more than it is worth.
    guard min(left, wallLeft) > seconds / 100 else { return true }
    deadline = Self.now + min(left, wallLeft)
    return false
  }

  /// Processor seconds that the worker has taken since.
  var used: Double { max(0, Self.used(by: process) - usedBefore) }

  /// Seconds of the monotonic clock.
  static var now: Double { seconds(of: CLOCK_MONOTONIC) }

  /// Processor seconds of a process, 0 where it is gone.
  private static func used(by process: pid_t) -> Double {
    var clock = clockid_t()
    return clock_getcpuclockid(process, &clock) == 0 ? seconds(of: clock) : 0
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    return clock_gettime(clock, &time) == 0 ? Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9 : 0
  }
}
