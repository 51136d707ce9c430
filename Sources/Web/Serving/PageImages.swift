internal import Workers

/// Images of pages, made by warm workers (a PDF is never opened in the server's own process) and kept up to a bound.
final class PageImages: Sendable {
  private let workers: Seats<WarmWorker>
  private let cache = BoundedCache<ImageKey, [UInt8]>(most: 64 << 20)

  init(_ settings: WebSettings) {
    // An image takes up to a tenth of a second.
    workers = Seats(settings.imageWorkers, label: "paragraf.image", longestQueue: 50) {
      WarmWorker(WorkerProgram(settings.workerCommand), limits: settings.workerLimits)
    }
  }

  /// Starts a worker, so that the first reader need not wait for it. Where that fails, the first image says why.
  func prepare() { workers.begin { try? $0.start() } }

  /// A page as PNG. Throws `ReadFailure`, `NotInFile`, `WorkerFailure`, or a `Problem` where too many wait.
  func png(_ key: ImageKey) async throws -> [UInt8] {
    if let kept = cache[key] { return kept }
    // Several may have asked for the same page at once.
    return try await workers.run { [self] worker in try cache[key] ?? drawn(key, worker) }
  }

  private func drawn(_ key: ImageKey, _ worker: WarmWorker) throws -> [UInt8] {
    let image = try worker.perform(.image(path: key.path, page: key.page, dotsPerInch: Double(key.dotsPerInch), highlights: key.marks))
    cache.keep(image, for: key, weight: image.count)
    return image
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
