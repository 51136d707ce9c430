import Foundation

/// A file that takes its name when it is complete: what has the name before stays until then, and stays where the writing fails.
final class NewFile {
  /// As it was given.
  let path: String
  /// Where the file is written meanwhile: beside it, so that it can take the name in one step.
  let temporary: String
  private let target: URL
  private var isKept = false

  /// Throws a `CommandFailure` where the name cannot be a file's.
  init(_ path: String) throws {
    self.path = path
    target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let known = try? FileManager.default.attributesOfItem(atPath: target.path)
    if let known, known[.type] as? FileAttributeType != .typeRegular {
      throw CommandFailure("\(path) är ingen vanlig fil och kan inte ersättas; ange ett annat namn med --out")
    }
    let name = ".\(target.lastPathComponent.prefix(100)).\(UUID().uuidString.prefix(8))"
    let folder = target.deletingLastPathComponent().path
    temporary = "\(folder)/\(name)"
    // Told before the work is done whose result could not be kept.
    if Foundation.access(folder, W_OK) != 0 { throw failure() }
  }

  // A file that was never begun is not there to be taken away.
  deinit { if !isKept { unlink(temporary) } }

  /// Opens the file to be written. Throws a `CommandFailure`.
  func open() throws -> FileHandle {
    guard FileManager.default.createFile(atPath: temporary, contents: nil), let handle = FileHandle(forWritingAtPath: temporary) else {
      throw failure()
    }
    return handle
  }

  /// Gives the file its name. Throws a `CommandFailure`.
  func keep() throws {
    guard rename(temporary, target.path) == 0 else { throw failure() }
    isKept = true
  }

  /// The sentence for what could not be written; `reason` where it is known.
  func failure(_ reason: String? = nil) -> CommandFailure {
    let why = reason.map { " (\($0))" } ?? ""
    return CommandFailure("\(path) kunde inte skrivas\(why); se efter att mappen finns, att du får skriva i den och att disken har utrymme")
  }
}

/// Where text goes a piece at a time: to standard output, or to a file that takes its name when all is there.
struct TextSink {
  private let file: (new: NewFile, handle: FileHandle)?

  /// - Parameter path: nil for standard output.
  init(_ path: String?) throws {
    let new = try path.map(NewFile.init)
    file = try new.map { ($0, try $0.open()) }
  }

  func write(_ text: String) throws {
    guard let file else { return try Output.text(text) }
    do { try file.handle.write(contentsOf: Data(text.utf8)) } catch { throw file.new.failure() }
  }

  func finish() throws {
    guard let file else { return }
    do { try file.handle.close() } catch { throw file.new.failure() }
    try file.new.keep()
  }

  /// For the width and style of text.
  var terminal: Terminal { file == nil ? .standardOutput : .file }
}
