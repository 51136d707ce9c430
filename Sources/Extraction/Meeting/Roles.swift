internal import Facts
internal import Rules

/// What a role says of someone at the meeting.
extension RuleSet {
  /// Whether the words name a substitute.
  func isStandIn(_ role: [UInt8]) -> Bool {
    rules(in: .attendeeDetail, near: role).contains { $0.gives["detail"] == "standin" && $0.firstMatch(in: role) != nil }
  }

  /// Whether someone without party is there for their office: on a list of members with parties the officials often stand last.
  func isOfficial(_ attendee: Attendee) -> Bool {
    guard attendee.party == nil, let role = attendee.role else { return false }
    return shared.officeTitle?.firstMatch(in: Array(role.utf8)) != nil
  }
}
