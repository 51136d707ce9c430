internal import Dispatch
internal import Synchronization
internal import Workers

/// Images of pages, made by warm workers (a PDF is never opened in the server's own process) and kept up to a bound.
final class PageImages: Sendable {
  /// More at one desk would wait longer than a reader does: an image takes up to a tenth of a second.
  private static let longestQueue = 50
  private let desks: [Desk]
  private let queues: Mutex<[Int]>
  private let cache = BoundedCache<ImageKey, [UInt8]>(most: 64 << 20)

  /// A worker and the thread that waits for it.
  private final class Desk: @unchecked Sendable {
    let thread: DispatchQueue
    /// Touched on `thread` only, which is why the class may say that it is Sendable.
    let worker: WarmWorker

    init(number: Int, _ settings: WebSettings) {
      thread = DispatchQueue(label: "paragraf.image.\(number)")
      worker = WarmWorker(command: settings.workerCommand, limits: settings.workerLimits)
    }
  }

  init(_ settings: WebSettings) {
    desks = (0..<max(1, settings.imageWorkers)).map { Desk(number: $0, settings) }
    queues = Mutex(Array(repeating: 0, count: desks.count))
  }

  /// Starts a worker, so that the first reader need not wait for it. Where that fails, the first image says why.
  func prepare() {
    let desk = desks[0]
    desk.thread.async { try? desk.worker.start() }
  }

  /// A page as PNG. Throws `ReadFailure`, `NotInFile`, `WorkerFailure`, or a `Problem` where too many wait.
  func png(_ key: ImageKey) async throws -> [UInt8] {
    if let kept = cache[key] { return kept }
    let number = try sitDown()
    let desk = desks[number]
    return try await withCheckedThrowingContinuation { continuation in
      desk.thread.async {
        // Several may have asked for the same page at once.
        let result = Result { try self.cache[key] ?? self.drawn(key, desk.worker) }
        self.queues.withLock { $0[number] -= 1 }
        continuation.resume(with: result)
      }
    }
  }

  private func drawn(_ key: ImageKey, _ worker: WarmWorker) throws -> [UInt8] {
    let image = try worker.perform(.image(path: key.path, page: key.page, dotsPerInch: Double(key.dotsPerInch), highlights: key.marks))
    cache.keep(image, for: key, weight: image.count)
    return image
  }

  private func sitDown() throws -> Int {
    try queues.withLock { queues in
      let number = queues.indices.min { queues[$0] < queues[$1] } ?? 0
      if queues[number] >= Self.longestQueue { throw Problem.busy }
      queues[number] += 1
      return number
    }
  }
}

/// Which image of which page.
struct ImageKey: Hashable, Sendable {
  /// The document's id (hash of its bytes): the same file under the same path may change.
  var document: String
  var path: String
  /// Counts from 1.
  var page: Int
  var dotsPerInch: Int
  /// As for `Highlight`.
  var marks: [String]
}
