struct ReadingOrder {
  let bytes: [UInt8]
  func order(_ rows: [Row]) -> [Row] { rows }
}
