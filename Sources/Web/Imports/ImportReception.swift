internal import Archive
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Takes in the files of a form as they arrive. What is kept of them is kept when the whole form has come, so that a broken connection leaves nothing.
struct ImportReception {
  let settings: ImportSettings
  let archive: ArchiveDesk
  let imports: ImportDesk

  /// The name of the field with the files.
  static let field = "filer"

  private enum Arrival {
    case complete(IncomingFile, id: String)
    case refused(ImportItem)
  }

  /// Throws a `Problem` where the form cannot be taken in as a whole.
  func items(of upload: UploadReader) async throws -> [ImportItem] {
    var arrivals: [Arrival] = []
    var total = 0
    while let event = try await upload.event() {
      guard case .part(let head) = event, head.name == Self.field, let name = head.fileName, !name.isEmpty else { continue }
      arrivals.append(try await arrival(named: name, upload, &total))
    }
    if arrivals.isEmpty { throw Self.nothingChosen }
    var items: [ImportItem] = []
    for arrival in arrivals { items.append(try await item(of: arrival, after: items)) }
    return items
  }

  private func arrival(named sent: String, _ upload: UploadReader, _ total: inout Int) async throws -> Arrival {
    let file = try IncomingFile(in: settings.folder, name: UploadName.clean(sent))
    let name = UploadName.shown(sent)
    var isTooLarge = false
    while let event = try await upload.event(), case .content(let bytes) = event {
      total += bytes.count
      if total > settings.largestTotal { throw tooLarge }
      isTooLarge = isTooLarge || file.size + bytes.count > settings.largestFile
      // The rest is still read, for the files after it.
      if !isTooLarge { try file.add(bytes) }
    }
    if isTooLarge { return .refused(item(name, "Filen är större än \(Self.megabytes(settings.largestFile)) MB; dela upp den.")) }
    let id = try await file.finish()
    if file.size == 0 { return .refused(item(name, "Filen är tom.")) }
    if !file.isPDF { return .refused(item(name, "Filen är ingen PDF; spara dokumentet som PDF och läs in det.")) }
    return .complete(file, id: id)
  }

  private func item(of arrival: Arrival, after earlier: [ImportItem]) async throws -> ImportItem {
    switch arrival {
    case .refused(let item): return item
    case .complete(let file, let id):
      let isKnown = try await isKnown(id)
      if isKnown || imports.holds(id) || earlier.contains(where: { $0.id == id }) {
        return ImportItem(name: file.name, path: nil, id: id, state: .known)
      }
      let path = try file.keep()
      return ImportItem(name: URL(fileURLWithPath: path).lastPathComponent, path: path, id: id, state: .waiting)
    }
  }

  /// Whether the archive has these bytes, and their file is still there.
  private func isKnown(_ id: String) async throws -> Bool {
    try await archive.read { archive in
      let files = try archive.entry(ofDocument: id)?.files ?? []
      return files.contains { FileManager.default.fileExists(atPath: $0.path) }
    }
  }

  private func item(_ name: String, _ reason: String) -> ImportItem { ImportItem(name: name, path: nil, id: nil, state: .failed(reason)) }

  /// Refuses what says itself that it is too large, before any of it is read. Throws a `Problem`.
  func check(_ request: Request) throws {
    let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    if length > settings.largestTotal + Self.formItself { throw tooLarge }
  }

  /// Bytes of a form beside its files.
  private static let formItself = 1 << 20

  static func megabytes(_ bytes: Int) -> String { Words.integer(bytes / 1_000_000) }

  private var tooLarge: Problem {
    Problem(
      status: .contentTooLarge, title: "För stort",
      text: "Filerna är tillsammans större än \(Self.megabytes(settings.largestTotal)) MB, och ingen av dem har tagits emot.",
      advice: "Skicka färre filer åt gången.")
  }

  private static let nothingChosen = Problem(
    status: .badRequest, title: "Ingen fil vald", text: "Formuläret skickades utan någon fil.", advice: "Gå tillbaka och välj minst en PDF."
  )
}
