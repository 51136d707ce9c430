/// How much a worker may use before it is ended and the document counted as unreadable by it.
public struct WorkerLimits: Sendable {
  /// Processor seconds that may pass without a page being done. A page of text takes hundredths of a second, one that is recognised some seconds.
  public var pageSeconds: Double
  /// Address space of the worker in MB (2^20 bytes); allocations beyond it fail.
  public var memoryMegabytes: Int
  /// The largest answer in bytes. A report of 300 pages gives 2 MB.
  public var outputBytes: Int

  public init(pageSeconds: Double = 60, memoryMegabytes: Int = 2048, outputBytes: Int = 256 << 20) {
    self.pageSeconds = pageSeconds
    self.memoryMegabytes = memoryMegabytes
    self.outputBytes = outputBytes
  }

  /// Processor seconds that a document may take: the time of five pages, and a third of a page's for each that it has. So a document of slow
  /// pages, or of many on which workers die, comes to an end too.
  package func documentSeconds(pages: Int) -> Double { pageSeconds * (5 + Double(pages) / 3) }
}
