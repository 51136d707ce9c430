/// Minutes of Björkmåla kommun, in plain text.
enum Minutes {
  struct Matter {
    var title: String
    var decision: String
    var text: String
  }

  static let matters = [
    Matter(
      title: "Avgift för hemsjukvård", decision: "att avgiften för hemsjukvård ska vara 350 kronor per månad.",
      text: "Förvaltningen föreslår att avgifterna höjs, eftersom kostnaderna har ökat med 1,2 mnkr."),
    Matter(
      title: "Lekplats vid Kvarnparken", decision: "att anlägga en lekplats vid Kvarnparken.",
      text: "Boende har lämnat ett medborgarförslag om en lekplats nära skolan."),
  ]

  /// § from `first` on, one a matter.
  static func text(day: String = "2024-03-14", first: Int = 10, _ matters: [Matter] = matters) -> String {
    var text = """
      Björkmåla kommun      Sammanträdesprotokoll
      Socialnämnden         \(day)

      Sammanträdesprotokoll
      Tid och plats         \(day) kl. 13.00–15.00, Kommunhuset
      Beslutande            Eva Törnby (S), ordförande
                            Maria Grönkvist (C)
      Utses att justera     Maria Grönkvist (C)
      Paragrafer            §§ \(first)–\(first + matters.count - 1)


      """
    for (index, matter) in matters.enumerated() {
      text += """

        § \(first + index)                                          Dnr SN 2024/\(100 + first + index)
        \(matter.title)

        Beslut
        Socialnämnden beslutar

        \(matter.decision)

        Ärendet
        \(matter.text)

        Beslutsunderlag
        Tjänsteskrivelse 2024-02-20

        """
    }
    return text
  }

  /// Minutes as long as a test needs, no two alike.
  static func long(_ number: Int, matters count: Int) -> String {
    let matters = (0..<count).map { index in
      Matter(
        title: "Ärende nummer \(index) i protokoll \(number)", decision: "att godkänna förslag \(index) i ärendet om bron.",
        text: (0..<20).map { "Nämnden har \(number) gånger behandlat frågan om bron och kvarnen, del \($0)." }.joined(separator: "\n"))
    }
    // Each of a day of its own: minutes of one body and day are of one meeting.
    let (month, day) = (number / 28 % 12 + 1, number % 28 + 1)
    return text(day: "2024-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)", first: 1, matters)
  }
}
