import ArgumentParser
import Foundation

// A reader that goes away (`| head`) ends the program without a word, even where the caller had the signal ignored.
signal(SIGPIPE, SIG_DFL)
// A file that may not grow further (`ulimit -f`) is a failed write with a sentence, not the end of the process.
signal(SIGXFSZ, SIG_IGN)

do {
  var command = try Paragraf.parseAsRoot()
  try command.run()
} catch {
  Ending(error).end()
}
