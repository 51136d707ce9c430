public import Facts

/// Whether files are of one meeting.
public enum MeetingKey {
  /// The same body on the same day, and not of two municipalities (an extract may not name its own). Reports are of no meeting.
  public static func areSame(_ one: DocumentFacts, _ other: DocumentFacts) -> Bool {
    guard one.type == "protokoll", other.type == "protokoll", let body = one.body, let date = one.date else { return false }
    guard body.lowercased() == other.body?.lowercased(), date == other.date else { return false }
    guard let municipality = one.municipality, let another = other.municipality else { return true }
    return municipality.lowercased() == another.lowercased()
  }
}

/// Which of the files of one meeting is shown where a § stands in several.
public enum VersionRank {
  /// Higher is shown before lower. A corrected version is later than the whole minutes; what is cut out or masked is less complete.
  /// - Parameter version: `document.version` of the facts; nil for the minutes as they are.
  public static func rank(_ version: String?) -> Int {
    switch version {
    case "rättad": 4
    case nil: 3
    case "utan personuppgifter": 2
    case "omedelbart justerad": 1
    default: 0
    }
  }
}
