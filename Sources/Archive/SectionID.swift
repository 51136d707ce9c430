/// A section's key in the archive: the number of its document and its place among the document's sections.
///
/// Both in one integer: a search counts its hits by document from the keys alone, without looking at a row of the table.
struct SectionID: Equatable {
  private static let placeBits: Int64 = 20
  /// More sections than a document can have in practice: 1 048 575.
  static let lastPlace = (Int64(1) << placeBits) - 1

  var rawValue: Int64

  init(rawValue: Int64) { self.rawValue = rawValue }

  init(document: Int64, place: Int) {
    rawValue = document << Self.placeBits | Int64(place)
  }

  var document: Int64 { rawValue >> Self.placeBits }

  var place: Int { Int(rawValue & Self.lastPlace) }

  /// The keys of all sections that a document can have.
  static func all(of document: Int64) -> ClosedRange<Int64> {
    let first = document << placeBits
    return first...(first | lastPlace)
  }
}
