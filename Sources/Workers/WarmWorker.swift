internal import Foundation
internal import Glibc
internal import Pipeline

/// A worker that is kept between tasks, so that the next one need not wait for its start. One task at a time: not for several threads.
public final class WarmWorker {
  private let supply: WorkerSupply
  private let limits: WorkerLimits
  private var worker: WorkerProcess?
  private var tasksDone = 0

  /// A worker is replaced after so many tasks: what Poppler keeps of documents goes with it.
  private static let mostTasks = 500

  /// Nothing is started before the first task.
  public init(_ program: WorkerProgram, limits: WorkerLimits) {
    supply = WorkerSupply(program, limits: limits)
    self.limits = limits
  }

  /// Has it get ready ahead of the first task, and does not wait for that.
  public func start() throws { try supply.start() }

  /// Has a task done, and waits.
  /// - Throws: `ReadFailure`; `NotInFile` where the file can be read and what was asked for is not in it; `WorkerFailure`.
  public func perform(_ task: WorkerTask) throws -> [UInt8] {
    let worker = try living()
    tasksDone += 1
    do {
      try worker.send(Frame(kind: .request, content: Array(try JSONEncoder().encode(WorkerRequest.task(task)))))
      return try answer(of: worker, to: task)
    } catch let end as WorkerProcess.End {
      self.worker = nil
      throw ReadFailure("\(task.path): läsprocessen \(end.words); öppna filen i en PDF-läsare och spara den på nytt.")
    }
  }

  /// The worker of the last task, or a new one where that is gone or has done enough.
  private func living() throws -> WorkerProcess {
    if let worker, tasksDone < Self.mostTasks, worker.isAlive { return worker }
    let new = try supply.worker()
    worker = new
    tasksDone = 0
    return new
  }

  private func answer(of worker: WorkerProcess, to task: WorkerTask) throws -> [UInt8] {
    var patience = Patience(worker.process, seconds: limits.pageSeconds)
    while true {
      guard worker.waits(until: patience.deadline) else {
        if !patience.isOver() { continue }
        worker.end()
        self.worker = nil
        throw ReadFailure("\(task.path): läsprocessen hann inte klart med sidan på \(Int(limits.pageSeconds.rounded(.up))) s.")
      }
      for frame in try worker.receive() {
        switch frame.kind {
        case .answer: return frame.content
        case .failure: throw ReadFailure(frame.text)
        case .absence: throw NotInFile(frame.text)
        case .progress: patience = Patience(worker.process, seconds: limits.pageSeconds)
        case .ready, .request, .mistake: continue
        }
      }
    }
  }
}

extension WorkerProcess {
  /// Whether it has not ended by itself: what it sent unasked, its end included, is still to be received.
  fileprivate var isAlive: Bool { !waits(until: 0) }
}
