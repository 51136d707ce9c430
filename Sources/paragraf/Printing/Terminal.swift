import Foundation

/// Where text goes: a terminal of some width, or a file or pipe.
struct Terminal: Sendable {
  static let standardOutput = Terminal(STDOUT_FILENO)
  static let standardError = Terminal(STDERR_FILENO)
  /// A file's width and plain style; it is written elsewhere.
  static let file = Terminal(-1)

  let isTerminal: Bool
  /// In characters. For a file or pipe, a width that is read with ease.
  let width: Int
  private let descriptor: Int32
  private let hasStyle: Bool

  private static let widthOfFile = 100
  private static let narrowest = 40

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let known = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = known ? max(Self.narrowest, Int(size.ws_col)) : Self.widthOfFile
    // https://no-color.org; a dumb terminal would show the codes.
    let environment = ProcessInfo.processInfo.environment
    hasStyle = isTerminal && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// A word that stands out, on a terminal.
  func bold(_ text: String) -> String { hasStyle ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// What matters less, on a terminal.
  func faint(_ text: String) -> String { hasStyle ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  func write(_ text: String) throws {
    try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: Data(text.utf8))
  }
}
