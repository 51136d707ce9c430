import Foundation
import Pipeline
import Facts
import Rules
let r = try Reader()
for p in r.rules.problems { FileHandle.standardError.write("\(p)\n".data(using: .utf8)!) }
let enc = JSONEncoder(); enc.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
var failed = false
for a in CommandLine.arguments.dropFirst() where a != "extract" && a != "--format" && a != "json" {
  do { let x = try r.read(path: a); print(String(decoding: try enc.encode(x.facts), as: UTF8.self)) } catch { failed = true; FileHandle.standardError.write("\(error)\n".data(using: .utf8)!) }
}
exit(failed ? 2 : 0)
