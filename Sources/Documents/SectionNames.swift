extension Section.Kind {
  /// What it is called in Swedish, for those who read what a line was taken as.
  public var swedish: String {
    switch self {
    case .decision: "beslut"
    case .proposal: "förslag till beslut"
    case .motion: "yrkande"
    case .procedure: "beslutsgång"
    case .vote: "votering"
    case .reservation: "reservation"
    case .statement: "anteckning eller yttrande"
    case .recusal: "jäv"
    case .recipients: "mottagare"
    case .basis: "underlag"
    case .background: "beskrivning"
    case .earlier: "tidigare behandling"
    case .immediateApproval: "omedelbar justering"
    case .attachment: "bilaga"
    }
  }
}
