import ArgumentParser
import Foundation

// A reader that goes away (`| head`) ends the program without a word, even where the caller had the signal ignored.
signal(SIGPIPE, SIG_DFL)
// A file that may not grow further (`ulimit -f`) is a failed write with a sentence, not the end of the process.
signal(SIGXFSZ, SIG_IGN)

/// Runs the command that the arguments name, and gives the process's exit code.
func run() -> Int32 {
  do {
    var command = try Paragraf.parseAsRoot()
    try command.run()
    return 0
  } catch {
    return Ending(error).say()
  }
}

exit(run())
