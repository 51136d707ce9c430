internal import Dispatch
internal import Foundation
internal import HTTPTypes
internal import Pipeline

/// A file that is arriving: written to disk piece by piece under a hidden name, and gone again unless it is kept.
final class IncomingFile {
  let name: String
  private(set) var size = 0
  private let folder: String
  private let temporary: String
  /// -1 when all has been written.
  private var descriptor: Int32
  private let hash = RunningHash()
  /// The first bytes, by which the kind of file is told.
  private var beginning: [UInt8] = []

  private static let hiddenPrefix = ".inkommande-"
  // Poppler too looks for the mark of a PDF in so many bytes: some programs write others before it.
  private static let markWithin = 1024
  private static let mark = Array("%PDF-".utf8)
  // To wait for a disk is no work for the threads that answer the network.
  private static let diskThread = DispatchQueue(label: "paragraf.upload")

  /// - Parameters:
  ///   - folder: is made where it is missing.
  ///   - name: a cleaned one, see `UploadName`.
  init(in folder: String, name: String) throws {
    self.folder = folder
    self.name = name
    temporary = "\(folder)/\(Self.hiddenPrefix)\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Self.failure("mappen \(folder) kunde inte skapas")
    }
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    if descriptor < 0 { throw Self.failure("filer kan inte skrivas i \(folder)") }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    unlink(temporary)
  }

  func add(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("filen \(name) kunde inte skrivas") }
      rest = rest.dropFirst(count)
    }
    hash.add(bytes)
    size += bytes.count
    if beginning.count < Self.markWithin { beginning += bytes.prefix(Self.markWithin - beginning.count) }
  }

  var isPDF: Bool { beginning.indices.contains { beginning[$0...].starts(with: Self.mark) } }

  /// To be called once, when all has been written. Gives SHA-256, which is the document's id.
  func finish() async throws -> String {
    let descriptor = descriptor
    self.descriptor = -1
    let isWritten = await withCheckedContinuation { continuation in
      Self.diskThread.async {
        let isSynced = fsync(descriptor) == 0
        continuation.resume(returning: close(descriptor) == 0 && isSynced)
      }
    }
    guard isWritten else { throw Self.failure("filen \(name) kunde inte skrivas") }
    return hash.finish()
  }

  /// Gives the file a name that no other file of the folder has, and returns its path.
  func keep() throws -> String {
    for number in 1...1000 {
      let path = "\(folder)/\(UploadName.numbered(name, number))"
      // The name is taken first: a rename alone would put another file's content away.
      let place = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
      if place < 0 && errno == EEXIST { continue }
      guard place >= 0 else { throw Self.failure("filen \(name) kunde inte skrivas") }
      close(place)
      guard rename(temporary, path) == 0 else {
        unlink(path)
        throw Self.failure("filen \(name) kunde inte skrivas")
      }
      return path
    }
    throw Self.failure("det finns redan tusen filer som heter \(name)")
  }

  /// Takes away what a stopped program left behind, but not what another is writing right now.
  static func removeLeftovers(in folder: String, olderThan date: Date) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(hiddenPrefix) {
      let path = "\(folder)/\(name)"
      let modified = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      if let modified, modified < date { unlink(path) }
    }
  }

  private static func failure(_ what: String) -> Problem {
    Problem(
      status: .internalServerError, title: "Filerna kunde inte tas emot", text: "\(what.prefix(1).uppercased())\(what.dropFirst()).",
      advice: "Be den som sköter servern se efter om disken är full och vem som äger mappen.")
  }
}
