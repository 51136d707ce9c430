internal import Pipeline

/// A place for one worker and what it is busy with.
final class WorkerSlot {
  var worker: WorkerProcess?
  /// How long its worker is waited for.
  private(set) var patience: Patience?
  /// Processor seconds that its workers have taken for the file, up to when the worker was last waited for.
  private var spent = 0.0
  private var job: ReadingJob?
  private var number = 0
  private var result: Result<WorkerAnswer, ReadFailure>?

  var isBusy: Bool { job != nil }
  var isIdle: Bool { job == nil && result == nil }

  /// What its worker is to be asked. Only while busy.
  var request: WorkerRequest { job.unsafelyUnwrapped.request }

  func begin(_ job: ReadingJob, number: Int) {
    self.job = job
    self.number = number
    spent = 0
    patience = nil
  }

  /// Waits anew, for the time of a page or what is left of the document's.
  func beginWaiting(_ limits: WorkerLimits) {
    spent += patience?.used ?? 0
    let left = limits.documentSeconds(pages: job?.pageCount ?? 0) - spent
    patience = worker.map { Patience($0.process, seconds: max(0, min(limits.pageSeconds, left))) }
  }

  /// The worker is ended since it takes too long. Whether that is the document's time, and no page's.
  func end(_ limits: WorkerLimits) -> Bool {
    spent += patience?.used ?? 0
    patience = nil
    worker?.end()
    worker = nil
    return spent >= limits.documentSeconds(pages: job?.pageCount ?? 0) * 0.99
  }

  /// Whether its worker has taken more time than it may.
  func isOverdue() -> Bool {
    guard let patience, patience.deadline <= Patience.now else { return false }
    return self.patience?.isOver() ?? false
  }

  func didPage(_ page: Int, of pages: Int) { job?.didPage(page, of: pages) }

  /// Whether the file is done; else there is more to ask.
  func didAnswer(_ answer: WorkerAnswer) -> Bool {
    guard job?.didAnswer() ?? false else { return false }
    finish(.success(answer))
    return true
  }

  /// Whether the file is done (it cannot be read); else there is more to ask.
  func didDie(_ cause: String) -> Bool {
    guard let reason = job?.didDie(cause) else { return false }
    giveUp(reason)
    return true
  }

  /// - Parameter reason: Swedish, without the file's name.
  func giveUp(_ reason: String) {
    guard let path = job?.path else { return }
    fail(ReadFailure("\(path): \(reason); öppna filen i en PDF-läsare och spara den på nytt."))
  }

  func fail(_ failure: ReadFailure) { finish(.failure(failure)) }

  private func finish(_ result: Result<WorkerAnswer, ReadFailure>) {
    self.result = result
    job = nil
  }

  /// The file's place in the order and what came of it, once.
  func takeResult() -> (Int, Result<WorkerAnswer, ReadFailure>)? {
    guard let result else { return nil }
    self.result = nil
    return (number, result)
  }

  func abandon() {
    worker?.end()
    worker = nil
    job = nil
  }
}
