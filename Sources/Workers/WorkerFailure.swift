/// Workers cannot be had at all: one Swedish sentence.
public struct WorkerFailure: Error, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
