import Facts
import Testing

/// Goals and assignments in tables: one a row, whatever else stands in its cells.
@Suite struct GoalTableTests {
  private func goals(_ lines: String) throws -> [Goal] { try facts(report(lines)).goals }

  @Test func aGoalIsItsOwnCellAndNotTheRestOfTheRow() throws {
    let found = try goals(
      """
      Nämndens mål

      Mål                                      Kommentar                     Måluppfyllelse
      Alla elever ska nå kunskapskraven        Resultaten är låga            Ej uppfyllt
      Personalen ska ha högskoleutbildning     Andelen är 46 procent         Delvis uppfyllt
      Alla barn ska få plats                   Kön är borta                  Uppfyllt
      """)
    #expect(
      found.map(\.text) == ["Alla elever ska nå kunskapskraven", "Personalen ska ha högskoleutbildning", "Alla barn ska få plats"])
    #expect(found.map(\.outcome) == ["ej_uppnått", "delvis_uppnått", "uppnått"])
    #expect(found.map(\.outcomeAsWritten) == ["Ej uppfyllt", "Delvis uppfyllt", "Uppfyllt"])
  }

  @Test func theColumnOfNumbersIsNotTheGoals() throws {
    let found = try goals(
      """
      Målredovisning

      Mål    Nämndens mål                             Utfall
      1      Fler barn ska ta del av kultur           Uppnått
      2      Biblioteken ska vara öppna för alla      Ej uppnått
      """)
    #expect(found.map(\.text) == ["Fler barn ska ta del av kultur", "Biblioteken ska vara öppna för alla"])
    #expect(found.map(\.number) == ["1", "2"] && found.map(\.outcome) == ["uppnått", "ej_uppnått"])
  }

  @Test func figuresBesideTheGoalAreNoneOfItsWords() throws {
    let found = try goals(
      """
      Finansiella mål

      Finansiella mål                     Utfall 2023    Målet uppfyllt
      Resultatet ska vara minst 2 %       0,7 %          Nej
      Soliditeten ska vara minst 20 %     31 %           Ja
      """)
    #expect(found.map(\.text) == ["Resultatet ska vara minst 2 %", "Soliditeten ska vara minst 20 %"])
    #expect(found.map(\.outcome) == ["ej_uppnått", "uppnått"])
  }

  @Test func whereTheMeasuresOfOneGoalAreAssessedTheGoalIsNot() throws {
    let found = try goals(
      """
      Hälsa

      Mål               Mått                Utfall 2022    Utfall 2023    Uppfyllt
      God hälsa         Sjukfrånvaro, %     8,4            8,1            Nej
      God hälsa         Frisknärvaro, %     60             63             Ja
      """)
    #expect(found.map(\.text) == ["God hälsa"] && found.map(\.outcome) == ["ej_bedömt"])
  }

  @Test func indicatorsAreNoGoals() throws {
    let found = try goals(
      """
      Nyckeltal

      Indikator                 Utfall    Målvärde    Status
      Sjukfrånvaro, procent     8,9       7,5         Ej uppnått
      Frisknärvaro, procent     60        65          Uppnått
      """)
    #expect(found.isEmpty)
  }

  @Test func indicatorsBesideTheirAreaAreNoGoals() throws {
    let found = try goals(
      """
      Uppföljning

      Målområde     Indikator                 Utfall 2022    Utfall 2023    Målvärde    Måluppfyllelse
      Personal      Sjukfrånvaro, procent     8,9            7,9            7,5         Delvis uppfyllt
      Omsorg        Nöjda brukare, procent    60             67             65          Uppfyllt
      """)
    #expect(found.isEmpty)
  }

  @Test func shortOutcomesAreCellsAndNoHead() throws {
    let found = try goals(
      """
      Nämndens uppföljning

      Mål 2022                             Resultat                      Uppfyllt
      Alla rum ska ha dagsljus             Nio av tio rum har det        Delvis
      Väntan ska vara högst en vecka       Väntan var fyra dagar         Ja
      Klagomålen ska bli färre             Klagomålen blev fler          Nej
      """)
    #expect(found.map(\.text) == ["Alla rum ska ha dagsljus", "Väntan ska vara högst en vecka", "Klagomålen ska bli färre"])
    #expect(found.map(\.outcome) == ["delvis_uppnått", "uppnått", "ej_uppnått"])
  }

  @Test func anAssignmentMayStandBesideItsNumber() throws {
    let found = try facts(
      report(
        """
        Uppdrag

        Nr    Uppdrag                          Klart senast    Status
        1     Utreda ett trygghetsboende       2023-06-30      Pågår
        2     Se över avgiftsreglerna          2022-12-31      Klart
        """)
    ).assignments
    #expect(found.map(\.text) == ["Utreda ett trygghetsboende", "Se över avgiftsreglerna"])
    #expect(found.map(\.status) == ["pågår", "klar"] && found.map(\.end) == ["2023-06-30", "2022-12-31"])
  }

  @Test func anAssignmentInATableHasItsStatus() throws {
    let found = try facts(
      report(
        """
        Uppdrag

        Uppdrag                               Status      Kommentar
        Utreda ett trygghetsboende            Pågår       Rapport lämnas i maj
        Se över avgiftsreglerna               Klart       Nya regler gäller
        """)
    ).assignments
    #expect(found.map(\.text) == ["Utreda ett trygghetsboende", "Se över avgiftsreglerna"])
    #expect(found.map(\.status) == ["pågår", "klar"] && found.map(\.statusAsWritten) == ["Pågår", "Klart"])
  }

  @Test func ofTwoStatusesOfAnAssignmentTheLaterHolds() throws {
    let found = try facts(
      report(
        """
        Uppdrag

        Uppdrag                               Status april    Status augusti
        Utreda ett trygghetsboende            Ej påbörjad     Pågår
        Se över avgiftsreglerna               Pågår           Klar
        """)
    ).assignments
    #expect(found.map(\.status) == ["pågår", "klar"])
  }

  @Test func anAssignmentInAListEndsInItsStatus() throws {
    let list =
      "Ta fram en ny lekplatsplan – klart\nUpphandla nytt avtal om vinterväghållning – pågår\nUtreda kommunalt väghållarskap – ej startat"
    let above = "Ekonomi\nNettokostnaden uppgick till det som nämnden hade räknat med när året började i januari."
    let found = try facts(report("\(above)\n\nUppdrag\n\(list)")).assignments
    #expect(
      found.map(\.text) == ["Ta fram en ny lekplatsplan", "Upphandla nytt avtal om vinterväghållning", "Utreda kommunalt väghållarskap"])
    #expect(found.map(\.status) == ["klar", "pågår", "ej_påbörjad"])
    #expect(try facts(report("Lekplatser\n\nLekplatsen vid torget – pågår")).assignments.isEmpty)
  }
}
