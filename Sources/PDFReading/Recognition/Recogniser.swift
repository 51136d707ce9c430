import CTesseract
import Foundation
import Pages
import Synchronization

/// Tesseract, opened when it is first needed and once in a process; one page is recognised at a time.
final class Recogniser: Sendable {
  static let shared = Recogniser()
  private let engine = Mutex(Engine())

  /// The models by the packages that hold them, the best first. The model of all Latin letters knows § and %, which the Swedish one reads as figures
  /// ("97 %" as "97 26"), and is the faster of the two; measured on pages of minutes and tables it misses half as many words.
  private static let models = ["Latin", "script/Latin", "swe"]

  private struct Engine {
    var isTried = false
    var handle: OpaquePointer?
    var model: RecognitionModel?
  }

  /// The model that pages are recognised with; nil where none is installed.
  var model: RecognitionModel? {
    engine.withLock { engine in
      Self.open(&engine)
      return engine.model
    }
  }

  /// The words of an image, those of a line after each other; nil where nothing is installed to recognise them with, or Tesseract fails.
  func words(in image: GrayImage) -> [RecognisedWord]? {
    engine.withLock { engine in
      Self.open(&engine)
      guard let handle = engine.handle else { return nil }
      var taken = TakenWords()
      let isDone = image.withTesseractImage { image in
        withUnsafeMutablePointer(to: &taken) { taken in
          ctesseract_recognise(
            handle, image, { taken, word in taken?.assumingMemoryBound(to: TakenWords.self).pointee.take(word) }, taken)
        }
      }
      return isDone ? taken.words : nil
    }
  }

  /// How far the image's lines lean: degrees by which it has to be turned clockwise to be level. Up to 7 are found.
  func skew(of image: GrayImage) -> Double {
    engine.withLock { _ in image.withTesseractImage { ctesseract_skew($0) } }
  }

  private static func open(_ engine: inout Engine) {
    guard !engine.isTried else { return }
    engine.isTried = true
    guard let version = ctesseract_version() else { return }
    for name in models {
      guard let handle = ctesseract_open(name) else { continue }
      let file = String(cString: ctesseract_folder(handle)) + "/" + name + ".traineddata"
      let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
      engine.handle = handle
      engine.model = RecognitionModel(program: "Tesseract \(String(cString: version))", name: name, size: size)
      return
    }
  }
}

/// What pages are recognised with.
public struct RecognitionModel: Sendable, Hashable, CustomStringConvertible {
  /// With its version: "Tesseract 5.3.0".
  public var program: String
  /// The model's name: "Latin" or "swe".
  public var name: String
  /// Of the model's file in bytes, which tells one edition from another.
  public var size: Int

  /// "Tesseract 5.3.0, Latin 89384811".
  public var description: String { "\(program), \(name) \(size)" }

  /// Whether it can tell § and % from figures.
  public var knowsSigns: Bool { name != "swe" }

  /// The model that is installed; nil where there is none. The first call opens it, which takes half a second.
  public static var installed: RecognitionModel? { Recogniser.shared.model }
}

/// A word as it was recognised, in pixels from the image's top left corner.
struct RecognisedWord {
  var text: [UInt8]
  var box: PixelBox
  /// Of its line, where the word stands.
  var baseline: Double
  /// Counts lines from 0.
  var line: Int
  /// In percent.
  var confidence: UInt8
}

/// A rectangle of pixels; right and bottom are the first outside it.
struct PixelBox {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int
  var width: Int { right - left }
  var height: Int { bottom - top }
}

/// Gathers what Tesseract gives.
private struct TakenWords {
  var words: [RecognisedWord] = []
  private var line = -1

  mutating func take(_ word: UnsafePointer<CTesseractWord>?) {
    guard let word = word?.pointee, let text = word.text else { return }
    if word.begins_line || line < 0 { line += 1 }
    let bytes = Array(String(cString: text).utf8)
    // A ruled line comes as a word of spaces.
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    let box = PixelBox(left: Int(word.left), top: Int(word.top), right: Int(word.right), bottom: Int(word.bottom))
    words.append(
      RecognisedWord(
        text: bytes, box: box, baseline: Self.baseline(of: word), line: line,
        confidence: UInt8(max(0, min(100, word.confidence.rounded())))))
  }

  /// Where the line's baseline runs at the word's middle.
  private static func baseline(of word: CTesseractWord) -> Double {
    let (x0, y0) = (Double(word.baseline_x0), Double(word.baseline_y0))
    let (x1, y1) = (Double(word.baseline_x1), Double(word.baseline_y1))
    let middle = Double(word.left + word.right) / 2
    let found = x1 > x0 ? y0 + (y1 - y0) * (middle - x0) / (x1 - x0) : y0
    // The line of a lone sign may be found far off it.
    let height = Double(word.bottom - word.top)
    return min(max(found, Double(word.bottom) - height * 0.5), Double(word.bottom) + height)
  }
}

extension GrayImage {
  fileprivate func withTesseractImage<Result>(_ body: (CTesseractImage) -> Result) -> Result {
    pixels.withUnsafeBufferPointer { pixels in
      // Pages of odd sizes are drawn as large as an ordinary page is at this resolution.
      body(CTesseractImage(pixels: pixels.baseAddress, width: Int32(width), height: Int32(height), dots_per_inch: 300))
    }
  }
}
