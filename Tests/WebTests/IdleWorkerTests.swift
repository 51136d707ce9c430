import Foundation
import Testing
import Workers

@Suite("A worker that is kept")
struct IdleWorkerTests {
  /// Threads of a pool end when they have been idle, and the system ends a process with the thread that started it.
  @Test("It outlives the thread that started it", .needsProgram)
  func thread() async throws {
    let folder = try TestSite.shared.get().folder
    let worker = Kept(WarmWorker(WorkerProgram([TestSite.program, "worker", "--ocr", "never"]), limits: WorkerLimits()))
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        try? worker.worker.start()
        continuation.resume()
      }
    }
    try await Task.sleep(for: .milliseconds(300))
    let png = try worker.worker.perform(.image(path: "\(folder)/kf-2024-06-17.pdf", page: 1, dotsPerInch: 72, highlights: []))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  // Used by one thread after the other.
  private struct Kept: @unchecked Sendable {
    let worker: WarmWorker
    init(_ worker: WarmWorker) { self.worker = worker }
  }
}
