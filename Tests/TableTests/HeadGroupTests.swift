import Facts
import Testing

/// Heads of two levels: which columns the upper names stand over.
struct HeadGroupTests {
  private static let edges: [Double] = [180, 240, 290, 340, 400, 450, 505, 575]
  private static let names = ["Intäkt", "Kostnad", "Netto", "Intäkt", "Kostnad", "Netto", "netto", "netto"]

  private func lower(_ count: Int) -> [Sheet.Cell] { zip(Self.edges, Self.names).prefix(count).map { .right($0, $1) } }

  /// Names centred over ruled cells stand to the left of the middle of their figures, which are set to the right.
  @Test("Omgångar av namn säger vilka kolumner de övre namnen gäller")
  func roundsSayWhereGroupsBegin() throws {
    let head: [[Sheet.Cell]] = [
      [.left(170, "Budget 2024"), .left(330, "Utfall 2024"), .right(505, "Avvikelse"), .right(575, "Utfall 2023")], lower(8),
    ]
    let table = try Sheet.table(head, Self.edges)
    #expect(
      table.columns == [
        "Budget 2024 Intäkt", "Budget 2024 Kostnad", "Budget 2024 Netto", "Utfall 2024 Intäkt", "Utfall 2024 Kostnad", "Utfall 2024 Netto",
        "Avvikelse netto", "Utfall 2023 netto",
      ])
    #expect(table.legible)
  }

  /// - Parameter places: where the upper names begin: over the middle, to the right and to the left of their columns.
  @Test("Var de övre namnen än står börjar ingen grupp mitt i en omgång", arguments: [[200.0, 360], [250, 410], [150, 310]])
  func placesDoNotOverruleRounds(places: [Double]) throws {
    let table = try Sheet.table(
      [[.left(places[0], "Budget 2024"), .left(places[1], "Utfall 2024")], lower(6)], Array(Self.edges.prefix(6)))
    #expect(table.columns.map { $0.prefix(6) } == ["Budget", "Budget", "Budget", "Utfall", "Utfall", "Utfall"])
  }

  @Test("Ett namn mitt över tre år gäller alla tre, fast det börjar där det andra året gör det")
  func aNameCentredOverYears() throws {
    let edges: [Double] = [180, 240, 300, 360]
    let lower: [Sheet.Cell] = zip(edges, ["2021", "2022", "2023", "2023"]).map { .right($0, $1) }
    let table = try Sheet.table([[.left(220, "Utfall"), .left(340, "Målvärde")], lower], edges)
    #expect(table.columns == ["Utfall 2021", "Utfall 2022", "Utfall 2023", "Målvärde 2023"])
    let alone = try Sheet.table([[.left(215, "Utfall")], Array(lower.prefix(3))], Array(edges.prefix(3)))
    #expect(alone.columns == ["Utfall 2021", "Utfall 2022", "Utfall 2023"])
  }

  @Test("En kolumn utanför omgångarna har bara sitt eget namn")
  func aColumnOutsideTheRounds() throws {
    let head: [[Sheet.Cell]] = [
      [.left(150, "Budget 2024"), .left(310, "Utfall 2024")], Array(lower(6)) + [.right(505, "Avvikelse")],
    ]
    let table = try Sheet.table(head, Array(Self.edges.prefix(7)))
    #expect(table.columns.last == "Avvikelse")
    #expect(table.columns.first == "Budget 2024 Intäkt")
  }

  @Test("En kolumn bredvid omgångarna hör till den grupp vars namn står mitt över den också")
  func aColumnBesideARoundBelongsToIt() throws {
    let lower: [Sheet.Cell] = [
      .right(180, "Utfall"), .right(240, "Budget"), .right(300, "Utfall"), .right(360, "Budget"), .right(430, "Avvikelse"),
    ]
    let apart = try Sheet.table([[.left(185, "2023"), .left(305, "2022")], lower], [180, 240, 300, 360, 430])
    #expect(apart.columns == ["2023 Utfall", "2023 Budget", "2022 Utfall", "2022 Budget", "Avvikelse"])
    let within = try Sheet.table([[.left(185, "2023"), .left(340, "2022")], lower], [180, 240, 300, 360, 430])
    #expect(within.columns.last == "2022 Avvikelse")
  }

  @Test("Går gruppernas början inte att avgöra sägs det, och inget år gissas")
  func undecidedIsADoubt() throws {
    let head: [[Sheet.Cell]] = [
      [.left(175, "Budget 2024"), .left(310, "Utfall 2024")], [180, 240, 290, 340].map { .right($0, "Netto") },
    ]
    let table = try Sheet.table(head, [180, 240, 290, 340])
    #expect(!table.legible)
    #expect(table.columns.allSatisfy { !$0.contains("2024") })
  }

  @Test("Namn som flutit ihop delas efter sina årtal")
  func namesThatRanTogether() throws {
    let table = try Sheet.table(
      [[.left(40, "Nämnd"), .left(190, "Utfall 2024"), .left(246, "Utfall 2023"), .right(400, "Budget 2024")]], [240, 300, 400])
    #expect(table.columns == ["Utfall 2024", "Utfall 2023", "Budget 2024"])
  }
}

extension Sheet {
  /// The table that a page has under a head of some rows, with figures to the left of each edge.
  static func table(_ head: [[Cell]], _ edges: [Double], top: Double = 98) throws -> TableFacts {
    var sheet = Sheet().row(at: top - 18, [.left(40, "Driftredovisning")], isBold: true)
    for (line, cells) in head.enumerated() { sheet = sheet.row(at: top + 13 * Double(line), cells, isBold: true) }
    for (row, label) in ["Kommunstyrelsen", "Socialnämnden", "Summa"].enumerated() {
      let cells = edges.enumerated().map { Cell.right($0.element, "\(($0.offset + 1) * 1_111)") }
      sheet = sheet.row(at: 130 + 14 * Double(row), [.left(40, label)] + cells)
    }
    return try #require(try Sample([sheet.result]).facts.tables.first)
  }
}
