public import Foundation
internal import GRDB

/// Who tells the news of saved searches: one program at a time, so that no two tell the same.
///
///     let teller = WatchTeller(archive)
///     guard try teller.take(name) else { … }   // another one is telling it
///     defer { teller.release(name) }
///     let news = try archive.news(of: name, parse: …)   // tell them, and then:
///     try archive.markSeen(news)
///
/// What a program that was stopped had taken is free at once on the same machine, otherwise after an hour.
public struct WatchTeller: Sendable {
  private let archive: Archive
  /// The machine, the process and a number of its own.
  private let name: String

  /// Longer than any command takes that is handed the news.
  private static let longest: Double = 3600

  public init(_ archive: Archive) {
    self.archive = archive
    name = "\(Self.machine) \(ProcessInfo.processInfo.processIdentifier) \(UUID().uuidString)"
  }

  // Not `ProcessInfo.hostName`, which may ask the network.
  private static let machine: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  /// Takes a saved search to tell its news; false where another one has it. Throws an `ArchiveFailure` where there is no such saved search.
  public func take(_ watch: String, at time: Date = Date()) throws -> Bool {
    var isMine = false
    try archive.transaction { db in
      let number = try Archive.watch(watch, db).number
      if let other = try WatchTable.teller(of: number, db), other.name != name, Self.isTelling(other, time) { return }
      try WatchTable.claim(number, by: name, at: time, db)
      isMine = true
    }
    return isMine
  }

  /// Lets others tell it. Throws an `ArchiveFailure` where the archive cannot be written.
  public func release(_ watch: String) throws {
    try archive.transaction { db in
      // One that has been removed meanwhile is held by no one.
      if let number = try WatchTable.find(watch, db)?.number { try WatchTable.release(number, by: name, db) }
    }
  }

  private static func isTelling(_ other: (name: String, since: Double), _ time: Date) -> Bool {
    // A clock that was set back must not keep it for good.
    if abs(time.timeIntervalSince1970 - other.since) > longest { return false }
    let words = other.name.split(separator: " ")
    guard words.count == 3, words[0] == machine, let process = Int32(words[1]) else { return true }
    // Signal 0 asks whether there is such a process; one of another user may not be asked, but is there.
    return kill(process, 0) == 0 || errno == EPERM
  }
}
