import Archive
import Facts
import Foundation
import Spreadsheet

/// Writes a search answer whose hits come some at a time.
protocol HitWriter: AnyObject {
  func add(_ hits: [Hit]) throws
  /// After the last: a file takes its name now.
  func finish() throws
}

/// Text or one JSON object: written when all is there.
final class AnswerWriter: HitWriter {
  private var answer: SearchAnswer
  private let sink: TextSink
  private let isJSON: Bool

  init(_ answer: SearchAnswer, _ sink: TextSink, isJSON: Bool) {
    (self.answer, self.sink, self.isJSON) = (answer, sink, isJSON)
  }

  func add(_ hits: [Hit]) { answer.hits += hits }

  func finish() throws {
    let text =
      isJSON ? String(decoding: try FactsJSON.encoder.encode(answer), as: UTF8.self) : SearchText.text(of: answer, on: sink.terminal)
    try sink.write(text + "\n")
    try sink.finish()
  }
}

/// JSON Lines: a hit a line as in the JSON answer, with `sample` where the hits are one.
final class JSONLinesWriter: HitWriter {
  private let sample: DrawnSample?
  private let sink: TextSink
  private let encoder = FactsJSON.encoder

  init(_ answer: SearchAnswer, _ sink: TextSink) { (sample, self.sink) = (answer.sample, sink) }

  func add(_ hits: [Hit]) throws {
    let lines = try hits.map { String(decoding: try encoder.encode(Line(hit: $0, sample: sample)), as: UTF8.self) + "\n" }
    try sink.write(lines.joined())
  }

  func finish() throws { try sink.finish() }

  private struct Line: Encodable {
    var hit: Hit
    var sample: DrawnSample?

    enum CodingKeys: CodingKey { case sample }

    func encode(to encoder: any Encoder) throws {
      try hit.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(sample, forKey: .sample)
    }
  }
}

final class CSVWriter: HitWriter {
  private let csv: SearchCSV
  private let sink: TextSink
  private var number: Int

  init(_ answer: SearchAnswer, _ sink: TextSink) throws {
    (csv, self.sink, number) = (SearchCSV(sample: answer.sample), sink, answer.offset)
    try sink.write(csv.head)
  }

  func add(_ hits: [Hit]) throws {
    try sink.write(hits.enumerated().map { csv.line($1, number: number + $0 + 1) }.joined())
    number += hits.count
  }

  func finish() throws { try sink.finish() }
}

/// A workbook: what was asked, then the hits.
final class WorkbookWriter: HitWriter {
  private let file: NewFile
  private let book: Workbook
  private let page: Workbook.Page
  private var number: Int

  init(_ answer: SearchAnswer, _ file: NewFile, typed: String, archive: String) throws {
    (self.file, number) = (file, answer.offset)
    (book, page) = try Self.naming(file) {
      let book = try Workbook(path: file.temporary)
      try book.begin(SearchSheets.about(answer, typed: typed, archive: archive))
      return (book, try book.begin(SearchSheets.hits))
    }
  }

  func add(_ hits: [Hit]) throws {
    try Self.naming(file) { try page.append(hits.enumerated().map { SearchSheets.row($1, number: number + $0 + 1) }) }
    number += hits.count
  }

  func finish() throws {
    try Self.naming(file) { try book.close() }
    try file.keep()
  }

  private static func naming<Value>(_ file: NewFile, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let failure as Workbook.Failure { throw file.failure(failure.description) }
  }
}
