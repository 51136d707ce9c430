internal import Dispatch
internal import Foundation
internal import Logging
internal import Synchronization

/// The queue of documents to take in, and the one thread that reads them, one at a time.
///
/// What waits is told by the folder itself: a file that lies there and that the archive does not know is read when the server is started again.
final class ImportDesk: Sendable {
  private let settings: WebSettings
  private let thread = DispatchQueue(label: "paragraf.import")
  private let state = Mutex(State())

  private struct State {
    var batches: [ImportBatch] = []
    var isStopping = false
    var isReading = false
  }

  /// Batches that are remembered.
  private static let mostBatches = 100
  /// Seconds that a document in hand is waited for when the server ends. What is not finished then is read at the next start.
  private static let patience = 10.0

  init(_ settings: WebSettings) { self.settings = settings }

  /// Goes on with what the server was stopped in.
  func resume() {
    let folder = settings.imports.folder
    thread.async {
      IncomingFile.removeLeftovers(in: folder, olderThan: Date() - 24 * 3600)
      guard FileManager.default.fileExists(atPath: folder), let paths = self.unread(in: folder), !paths.isEmpty else { return }
      let items = paths.map { ImportItem(name: URL(fileURLWithPath: $0).lastPathComponent, path: $0, id: nil, state: .waiting) }
      _ = self.begin(items, sender: "")
    }
  }

  // Nil where that cannot be told; the log says why.
  private func unread(in folder: String) -> [String]? {
    do {
      return try ImportReading(settings).unknown(in: folder)
    } catch {
      Logger(label: "paragraf").error("vad som väntar i \(folder) kan inte läsas in: \(error)")
      return nil
    }
  }

  /// Puts files in the queue.
  /// - Returns: the number of the batch.
  func begin(_ items: [ImportItem], sender: String) -> Int {
    let number = state.withLock { state in
      // The time, so that the address of an import means no other one after a restart.
      let number = max(Int(Date().timeIntervalSince1970), (state.batches.last?.number ?? 0) + 1)
      state.batches.append(ImportBatch(number: number, sender: sender, time: Date(), items: items))
      while state.batches.count > Self.mostBatches, state.batches[0].isDone { state.batches.removeFirst() }
      return number
    }
    thread.async { self.read(number) }
    return number
  }

  func batch(_ number: Int) -> ImportBatch? { state.withLock { state in state.batches.first { $0.number == number } } }

  /// The latest first.
  func latest(_ count: Int) -> [ImportBatch] { state.withLock { $0.batches.suffix(count).reversed() } }

  /// Whether a document with these bytes waits or is being read.
  func holds(_ id: String) -> Bool {
    state.withLock { state in state.batches.contains { $0.items.contains { $0.id == id && !$0.isDone } } }
  }

  /// Begins no more documents, and waits for the one in hand for a while.
  func stop() async {
    state.withLock { $0.isStopping = true }
    let end = Date() + Self.patience
    while state.withLock({ $0.isReading }), Date() < end { try? await Task.sleep(for: .milliseconds(50)) }
  }

  private func read(_ number: Int) {
    let items = batch(number)?.items ?? []
    guard items.contains(where: { !$0.isDone }) else { return }
    let reading = Result { try ImportReading(settings) }
    for (place, item) in items.enumerated() where !item.isDone {
      guard beginItem() else { return }
      set(.reading(page: 0, pages: 0), place, number)
      do {
        let outcome = try reading.get().read(item.path ?? "") { page, pages in self.set(.reading(page: page, pages: pages), place, number) }
        set(outcome, place, number)
      } catch {
        set(.failed(Problem(error).text), place, number)
      }
      state.withLock { $0.isReading = false }
    }
  }

  private func beginItem() -> Bool {
    state.withLock { state in
      state.isReading = !state.isStopping
      return state.isReading
    }
  }

  private func set(_ outcome: ImportItem.State, _ place: Int, _ number: Int) {
    state.withLock { state in
      guard let index = state.batches.firstIndex(where: { $0.number == number }) else { return }
      state.batches[index].items[place].state = outcome
    }
  }
}
