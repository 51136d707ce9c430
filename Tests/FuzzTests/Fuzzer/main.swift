// libFuzzer's driver (https://llvm.org/docs/LibFuzzer.html) with the promises as its target; built by scripts/fuzz alone.
//
//     PROMISES=scanners|cleaning|order fuzz [libFuzzer's options] CORPUS...
import Foundation

/// Declared here since libFuzzer has no header for it.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

guard let promises = ProcessInfo.processInfo.environment["PROMISES"].flatMap(Promises.init) else {
  fatalError("PROMISES is not set to one of \(Promises.allCases.map(\.rawValue).joined(separator: ", "))")
}
nonisolated(unsafe) let check = try promises.checker()
var arguments = CommandLine.unsafeArgv
var count = CommandLine.argc
let status = runFuzzer(&count, &arguments) { bytes, length in
  do { try check(Array(UnsafeBufferPointer(start: bytes, count: length))) } catch {
    FileHandle.standardError.write(Data("BROKEN PROMISE: \(error)\n".utf8))
    abort()
  }
  return 0
}
exit(status)
