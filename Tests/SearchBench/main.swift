import Archive
import Foundation
import Language
import Querying

// Measures search in a running process over an archive of made-up minutes: scripts/bench --search runs it and keeps the figures.
//
//     search-bench TEXTS SECTIONS FOLDER [resume]
//
// TEXTS: a file of plain text from which the words are taken. `resume`: the archive that an earlier run left in FOLDER is gone on with, where it
// stopped; the seconds of thousand documents then count those that were added now. Prints one JSON object.

let arguments = CommandLine.arguments
guard (4...5).contains(arguments.count), let wanted = Int(arguments[2]), arguments.count == 4 || arguments[4] == "resume" else {
  print("search-bench TEXTS SECTIONS FOLDER [resume]")
  exit(2)
}
let texts = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n").map(String.init)
let documents = Documents(vocabulary: Vocabulary(texts: texts))
let path = arguments[3] + "/search-bench-\(wanted).db"
try Bench(documents: documents, sections: wanted, path: path, isResumed: arguments.count == 5).run()
