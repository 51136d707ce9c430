import Foundation
import Pipeline
import Facts
import Rules
import Pages
import Documents
let r = try Reader()
for p in r.rules.problems { FileHandle.standardError.write("\(p)\n".data(using: .utf8)!) }
let enc = JSONEncoder(); enc.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
var failed = false
if CommandLine.arguments[1] == "lines" {
  let d = try r.document(path: CommandLine.arguments[2])
  for (pi, p) in d.pages.enumerated() where CommandLine.arguments.count < 4 || CommandLine.arguments[3] == "\(pi+1)" {
    for (li, l) in p.lines.enumerated() {
      let ref = LineReference(page: pi, line: li)
      let role = d.roles[ref].map { "\($0.role)/\($0.rule)" } ?? "-"
      print("\(pi+1).\(li) \(l.isFurniture ? "F" : " ")\(l.isBold ? "B" : " ") s\(Int(l.fontSize*10)) l\(Int(l.leading*100)) c\(l.cells.count) x\(Int(l.box?.x0 ?? 0))-\(Int(l.box?.x1 ?? 0)) [\(role)] \(String(decoding: d.text(ref), as: UTF8.self))")
    }
  }
  exit(0)
}
for a in CommandLine.arguments.dropFirst() where a != "extract" && a != "--format" && a != "json" {
  do { let x = try r.read(path: a); print(String(decoding: try enc.encode(x.facts), as: UTF8.self)) } catch { failed = true; FileHandle.standardError.write("\(error)\n".data(using: .utf8)!) }
}
exit(failed ? 2 : 0)
