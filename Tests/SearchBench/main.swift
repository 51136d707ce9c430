import Archive
import Foundation
import Language
import Querying

// Measures search in a running process over an archive of made-up minutes: scripts/bench --search runs it and keeps the figures.
//
//     search-bench TEXTS SECTIONS FOLDER [filled]
//
// TEXTS: a file of plain text from which the words are taken. `filled`: the archive that an earlier run left in FOLDER is searched, and none is made.
// Prints one JSON object.

let arguments = CommandLine.arguments
guard (4...5).contains(arguments.count), let wanted = Int(arguments[2]), arguments.count == 4 || arguments[4] == "filled" else {
  print("search-bench TEXTS SECTIONS FOLDER [filled]")
  exit(2)
}
let texts = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n").map(String.init)
let documents = Documents(vocabulary: Vocabulary(texts: texts))
let path = arguments[3] + "/search-bench-\(wanted).db"
try Bench(documents: documents, sections: wanted, path: path, isFilled: arguments.count == 5).run()
