// libFuzzer's driver (https://llvm.org/docs/LibFuzzer.html) with the promises as its target; built by scripts/fuzz alone.
//
//     fuzz PROMISES [libFuzzer's options] CORPUS...
import Foundation

/// Declared here since libFuzzer has no header for it.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

guard CommandLine.argc > 1, let promises = Promises(rawValue: CommandLine.arguments[1]) else {
  fatalError("usage: fuzz \(Promises.allCases.map(\.rawValue).joined(separator: "|")) [options] CORPUS...")
}
nonisolated(unsafe) let check = try promises.checker()
// The name of the promises is ours; the rest is libFuzzer's.
var arguments = CommandLine.unsafeArgv + 1
var count = CommandLine.argc - 1
let status = runFuzzer(&count, &arguments) { bytes, length in
  do { try check(Array(UnsafeBufferPointer(start: bytes, count: length))) } catch {
    FileHandle.standardError.write(Data("BROKEN PROMISE: \(error)\n".utf8))
    abort()
  }
  return 0
}
exit(status)
