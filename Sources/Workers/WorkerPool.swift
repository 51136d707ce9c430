internal import Foundation
public import Pipeline

/// Workers that read files side by side; the answers come in the order of the files.
///
/// One thread waits for all workers at once (poll(2)), so that what is done with the answers needs no locks.
public final class WorkerPool {
  private let supply: WorkerSupply
  private let limits: WorkerLimits
  private var slots: [WorkerSlot]
  /// Why the workers are not closed in, where the system does not allow it: one Swedish sentence without a full stop.
  public private(set) var sandboxDoubt: String?
  /// Mistakes in the rules that files were read by, each once: the rule file, the line, the column and what is wrong. What has the mistake was left out.
  public private(set) var ruleMistakes: [String] = []

  /// Finished files that wait for an earlier one: no more files than this are begun before it is done.
  private static let window = 64

  /// - Parameter jobs: how many work at once, at least 1.
  public init(_ program: WorkerProgram, limits: WorkerLimits = WorkerLimits(), jobs: Int) {
    supply = WorkerSupply(program, limits: limits)
    self.limits = limits
    slots = (0..<max(1, jobs)).map { _ in WorkerSlot() }
  }

  /// Reads files until there are no more.
  /// - Parameters:
  ///   - withSections: whether the answers hold the searchable text too.
  ///   - next: gives the next path, or nil after the last.
  ///   - pageDone: is told of each page (its number, the number of pages) as it is read.
  ///   - finished: gets each file's place in the order and its answer, in that order.
  /// - Throws: `WorkerFailure`, or what `next` or `finished` throws.
  public func read(
    withSections: Bool, next: () throws -> String?, pageDone: (_ path: String, _ page: Int, _ pages: Int) -> Void = { _, _, _ in },
    finished: (Int, Result<WorkerAnswer, ReadFailure>) throws -> Void
  ) throws {
    var begun = 0
    var delivered = 0
    var hasMore = true
    var waiting: [Int: Result<WorkerAnswer, ReadFailure>] = [:]
    defer { abandon() }
    while hasMore || delivered < begun {
      for slot in slots {
        guard let (number, result) = slot.takeResult() else { continue }
        waiting[number] = result
      }
      // A worker that is done begins the next file at once: what is done with the answers, and the other workers, do not keep it waiting.
      for slot in slots where slot.isIdle && hasMore && begun - delivered < Self.window {
        guard let path = try next() else {
          hasMore = false
          break
        }
        try begin(ReadingJob(path: path, withSections: withSections), number: begun, in: slot)
        begun += 1
      }
      while let result = waiting.removeValue(forKey: delivered) {
        delivered += 1
        try finished(delivered - 1, result)
      }
      let mayBegin = hasMore && begun - delivered < Self.window && slots.contains(where: \.isIdle)
      if !mayBegin, slots.contains(where: \.isBusy) { try waitForWorkers(pageDone) }
    }
  }

  private func begin(_ job: ReadingJob, number: Int, in slot: WorkerSlot) throws {
    slot.begin(job, number: number)
    try ask(slot)
  }

  /// Sends a slot's request, to a new worker where it has none that lives.
  private func ask(_ slot: WorkerSlot) throws {
    let request = Frame(kind: .request, content: Array(try JSONEncoder().encode(slot.request)))
    if let worker = slot.worker {
      do {
        try worker.send(request)
        return slot.beginWaiting(limits)
      } catch {
        slot.worker = nil
      }
    }
    let worker = try supply.worker()
    slot.worker = worker
    do { try worker.send(request) } catch { throw WorkerFailure(error.words + " redan vid starten.") }
    slot.beginWaiting(limits)
  }

  private func waitForWorkers(_ pageDone: (String, Int, Int) -> Void) throws {
    let busy = slots.filter(\.isBusy)
    var polled = busy.map { pollfd(fd: $0.worker?.socket ?? -1, events: Int16(POLLIN), revents: 0) }
    let left = max(0, (busy.compactMap(\.patience?.deadline).min() ?? 0) - Patience.now)
    poll(&polled, nfds_t(polled.count), Int32((left * 1000).rounded(.up)))
    for (slot, state) in zip(busy, polled) {
      if state.revents != 0 {
        try receive(slot, pageDone)
      } else if slot.isOverdue() {
        try end(slot)
      }
    }
  }

  private func end(_ slot: WorkerSlot) throws {
    if slot.end(limits) { return slot.giveUp("läsprocessen hann inte klart med dokumentet, vars sidor är många eller tar lång tid") }
    try didDie(slot, "hann inte klart med sidan på \(Int(limits.pageSeconds.rounded(.up))) s")
  }

  private func receive(_ slot: WorkerSlot, _ pageDone: (String, Int, Int) -> Void) throws {
    guard let worker = slot.worker else { return }
    let frames: [Frame]
    do {
      frames = try worker.receive()
    } catch {
      return try didDie(slot, error.words)
    }
    for frame in frames { try take(frame, from: slot, pageDone) }
    if slot.isBusy { slot.beginWaiting(limits) }
  }

  private func take(_ frame: Frame, from slot: WorkerSlot, _ pageDone: (String, Int, Int) -> Void) throws {
    switch frame.kind {
    case .ready:
      if !frame.content.isEmpty { sandboxDoubt = frame.text }
    case .progress:
      let numbers = frame.text.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { return }
      slot.didPage(numbers[0], of: numbers[1])
      if numbers[0] > 0 { pageDone(slot.request.path, numbers[0], numbers[1]) }
    case .answer:
      if !slot.didAnswer(WorkerAnswer(content: frame.content)) { try ask(slot) }
    case .failure:
      slot.fail(ReadFailure(frame.text))
    case .mistake:
      if !ruleMistakes.contains(frame.text) { ruleMistakes.append(frame.text) }
    case .request, .absence:
      break
    }
  }

  private func didDie(_ slot: WorkerSlot, _ cause: String) throws {
    slot.worker = nil
    if !slot.didDie("läsprocessen \(cause)") { try ask(slot) }
  }

  /// Workers that are busy when reading is broken off are ended with what they hold.
  private func abandon() {
    for slot in slots where slot.isBusy { slot.abandon() }
  }
}
