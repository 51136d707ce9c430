import Facts
import Testing

/// Motions and reservations: whole sentences, with the one who moves or reserves as written.
@Suite struct MotionTests {
  private func motions(_ lines: String) throws -> [Motion] { try paragraf("Yrkanden\n" + lines).motions }

  @Test(arguments: [
    ("Karin Berg (S) yrkar bifall till förslaget.", "Karin Berg (S)"), ("Ordföranden yrkar att planen godkänns.", "Ordföranden"),
    ("Karin Berg (S) och Ola Ek (M) yrkar avslag på motionen.", "Karin Berg (S) och Ola Ek (M)"),
    ("Karin Berg (S), Ola Ek (M) och Siv By (C) yrkar avslag på motionen.", "Karin Berg (S), Ola Ek (M) och Siv By (C)"),
    ("Per-Olof von Lind (SD) yrkade att planen skulle ändras.", "Per-Olof von Lind (SD)"),
    ("Tjänstgörande ersättaren Siv By (C) yrkar återremiss.", "Tjänstgörande ersättaren Siv By (C)"),
    ("Andre vice ordföranden Ola Ek (M) yrkar återremiss.", "Andre vice ordföranden Ola Ek (M)"),
    ("Vidare yrkar Karin Berg (S) att frågan utreds.", "Karin Berg (S)"),
    ("Ledamöterna från M och KD yrkar avslag.", "Ledamöterna från M och KD"), ("Moderaterna yrkar avslag.", "Moderaterna"),
    ("Karin Berg m.fl. (S) yrkar avslag.", "Karin Berg m.fl. (S)"), ("Karin Berg (S) m.fl.: Avslag på planen.", "Karin Berg (S) m.fl."),
    ("Ordföranden Karin Berg m.fl. (S) föreslår bifall.", "Ordföranden Karin Berg m.fl. (S)"),
    ("Centerpartiet genom Siv By (C) yrkar bifall.", "Centerpartiet genom Siv By (C)"), ("S, V och MP yrkar bifall.", "S, V och MP"),
    ("Karin Berg: Avslag på planen.", "Karin Berg"), ("För Centerpartiet yrkar Siv By avslag.", "Siv By"),
    ("Från Karin Berg (S) framställs yrkande om återremiss.", "Karin Berg (S)"),
    ("Yrkande om avslag framställs av Karin Berg (S).", "Karin Berg (S)"),
    ("Åsa Öberg (-) yrkar bifall.", "Åsa Öberg (-)"), ("Karin Berg (s) yrkar bifall.", "Karin Berg (s)"),
  ])
  func theMoverIsAsWritten(sentence: String, mover: String) throws {
    let found = try motions(sentence)
    #expect(found.map(\.mover) == [mover] && found.map(\.text) == [sentence])
  }

  @Test func whatAReservationTellsOfMotionsIsNone() throws {
    let found = try paragraf(
      "Yrkanden\nOla Ek (M) yrkar avslag.\n\nBeslut\nNämnden godkänner planen.\n\nReservation\n"
        + "Ola Ek (M) reserverar sig mot beslutet med följande motivering:\nPlanen är för dyr. Siv By (C) yrkade bifall till den.")
    #expect(found.motions.map(\.mover) == ["Ola Ek (M)"])
    #expect(found.reservations.count == 1)
  }

  @Test func eachMotionIsItsOwn() throws {
    let found = try motions("Karin Berg (S) yrkar bifall till förslaget.\n\nOla Ek (M) yrkar avslag.")
    #expect(found.map(\.mover) == ["Karin Berg (S)", "Ola Ek (M)"])
  }

  @Test func aMotionGoesOnOverLinesAndSentences() throws {
    let found = try motions(
      "Karin Berg (S) yrkar att planen för tillsynen av livsmedel återremitteras till för-\nvaltningen för att kompletteras. Den ska vara klar i maj."
    )
    #expect(
      found.map(\.text) == [
        "Karin Berg (S) yrkar att planen för tillsynen av livsmedel återremitteras till förvaltningen för att kompletteras. Den ska vara klar i maj."
      ])
  }

  @Test(arguments: [
    "- att planen ändras\n- att den följs upp", "att planen ändras\natt den följs upp", "1. att planen ändras\n2. att den följs upp",
  ])
  func aMotionInPointsIsOne(_ points: String) throws {
    let found = try motions("Karin Berg (S) yrkar\n" + points)
    #expect(found.map(\.text) == ["Karin Berg (S) yrkar att planen ändras att den följs upp"])
    #expect(found.map(\.mover) == ["Karin Berg (S)"])
  }

  @Test func aMotionToldInTheNarrativeIsTakenToo() throws {
    let found = try paragraf("Dagens sammanträde\nMiljöchefen berättar. Karin Berg (S) yrkar bifall till förslaget.").motions
    #expect(found.map(\.text) == ["Karin Berg (S) yrkar bifall till förslaget."])
  }

  @Test(arguments: [
    "Ordföranden ställer proposition på yrkandena.", "Omröstning begärs.", "Nämnden föreslår fullmäktige att anta planen.",
    "Ordföranden går igenom förslagen och föreslår att nämndens förslag görs till huvudförslag.", "Region Norrland föreslår ett avtal.",
    "Handläggarna yrkar på mer tid.", "Överläggningen förklaras avslutad.",
  ])
  func isNone(_ sentence: String) throws {
    #expect(try paragraf("Ärendet\n" + sentence).motions.isEmpty)
  }

  @Test(arguments: ["Yrkande", "Tilläggsyrkande", "Ändringsyrkande"])
  func theMoverMayStandInTheHeading(_ heading: String) throws {
    let found = try paragraf(heading + " från Karin Berg (S)\nAvgiften ska ses över.\n\nYrkande från Ola Ek (M)\nBifall till förslaget.")
      .motions
    #expect(found.map(\.mover) == ["Karin Berg (S)", "Ola Ek (M)"])
    #expect(found.map(\.text) == ["Avgiften ska ses över.", "Bifall till förslaget."])
  }

  @Test func whoJoinsHimWhoIsNamedIsAMoverOfThatMotion() throws {
    let joined = "Åsa Öberg (V) instämmer i Karin Bergs (S) yrkande."
    let found = try motions("Karin Berg (S) yrkar avslag.\n\nOla Ek (M) yrkar bifall.\n\n" + joined)
    #expect(found.map(\.mover) == ["Karin Berg (S), Åsa Öberg (V)", "Ola Ek (M)"])
    #expect(found.map(\.text) == ["Karin Berg (S) yrkar avslag. " + joined, "Ola Ek (M) yrkar bifall."])
    #expect(try motions("Ola Ek (M) yrkar bifall.\n\n" + joined).map(\.mover) == ["Ola Ek (M)"])
  }

  @Test(arguments: [
    ("(S) reserverar sig mot beslutet.", "(S)"), ("SD reserverar sig mot beslutet.", "SD"),
    ("M-, KD- och L-grupperna reserverar sig.", "M-, KD- och L-grupperna"),
    ("Karin Berg m.fl. (S) reserverar sig mot beslutet.", "Karin Berg m.fl. (S)"),
    ("Karin Berg och Ola Ek reserverar sig mot beslutet.", "Karin Berg och Ola Ek"),
    ("Till förmån för eget yrkande reserverar sig Karin Berg (S).", "Karin Berg (S)"),
    ("Reservation mot beslutet avges av Karin Berg (S).", "Karin Berg (S)"), ("Reservation: Karin Berg (S).", "Karin Berg (S)"),
    ("Mot beslutet anmäler Karin Berg (S) reservation.", "Karin Berg (S)"),
  ])
  func whoReservesHimselfIsAsWritten(sentence: String, who: String) throws {
    #expect(try paragraf("Ärendet\n" + sentence).reservations.map(\.who) == [who])
    #expect(try paragraf("Reservation\n" + sentence).reservations.map(\.text) == [sentence])
  }

  @Test func linesWithoutFullStopsAreReservationsOfTheirOwn() throws {
    let lines = "Karin Berg (S) och Ola Ek (M) reserverar sig mot beslutet i dess helhet\nSiv By (C) reserverar sig mot den andra punkten"
    #expect(try paragraf("Reservation\n" + lines).reservations.map(\.who) == ["Karin Berg (S) och Ola Ek (M)", "Siv By (C)"])
    #expect(try paragraf("Reservation\n" + lines).reservations.last?.text == "Siv By (C) reserverar sig mot den andra punkten")
  }

  @Test func aMotionAmongTheDocumentsOfAMatterIsAnItem() throws {
    let found = try paragraf("Beslutsunderlag\nTjänsteskrivelse\nYrkande från Karin Berg (S)\nKöpekontrakt")
    #expect(found.motions.isEmpty && found.basis == ["Tjänsteskrivelse", "Yrkande från Karin Berg (S)", "Köpekontrakt"])
  }

  @Test(arguments: ["Bifallsyrkande", "Avslagsyrkande"])
  func theKindOfMotionMayBeTheHeading(_ heading: String) throws {
    #expect(try paragraf(heading + "\nKarin Berg (S) föreslår att planen antas.").motions.map(\.mover) == ["Karin Berg (S)"])
  }

  @Test(arguments: ["I yrkandet instämmer Ola Ek (M).", "Ola Ek (M) instämde i yrkandet.", "I detta yrkande instämde Ola Ek (M)."])
  func whoJoinsInASentenceOfHisOwnIsAMoverToo(_ sentence: String) throws {
    let found = try motions("Karin Berg (S) yrkar bifall. " + sentence)
    #expect(found.map(\.mover) == ["Karin Berg (S), Ola Ek (M)"] && found.map(\.text) == ["Karin Berg (S) yrkar bifall. " + sentence])
  }

  @Test func whoJoinsAnotherByNameIsNotTakenAsTheMoverOfTheLast() throws {
    #expect(try motions("Karin Berg (S) yrkar bifall.\n\nOla Ek (M) instämmer i Siv Bys (C) yrkande.").map(\.mover) == ["Karin Berg (S)"])
  }

  @Test(arguments: ["Ordföranden ställer proposition på yrkandena.", "Omröstning begärs.", "Överläggningen förklaras avslutad."])
  func whatIsSaidAfterAMotionBelongsNotToIt(_ sentence: String) throws {
    #expect(try motions("Karin Berg (S) yrkar bifall.\n\n" + sentence).map(\.text) == ["Karin Berg (S) yrkar bifall."])
  }

  @Test(arguments: [
    ("Karin Berg (S) reserverar sig mot beslutet.", "Karin Berg (S)"),
    ("Karin Berg (S) och Ola Ek (M) reserverar sig mot beslutet till förmån för eget yrkande.", "Karin Berg (S) och Ola Ek (M)"),
    ("Ledamöterna från C och L reserverar sig skriftligt.", "Ledamöterna från C och L"),
    ("Mot beslutet reserverar sig Karin Berg (S).", "Karin Berg (S)"), ("Reservation lämnas av Karin Berg (S).", "Karin Berg (S)"),
    ("Karin Berg (S) och Ola Ek (M)", "Karin Berg (S) och Ola Ek (M)"),
  ])
  func aReservationIsItsWholeSentenceWithTheOneWhoReserves(sentence: String, who: String) throws {
    let found = try paragraf("Reservation\n" + sentence).reservations
    #expect(found.map(\.who) == [who] && found.map(\.text) == [sentence])
  }

  @Test func namesAloneUnderTheHeadingReserveThemselves() throws {
    #expect(try paragraf("Reservation\nKarin Berg\nOla Ek").reservations.map(\.who) == ["Karin Berg", "Ola Ek"])
  }

  @Test(arguments: ["Karin Berg", "Karin Berg (S)"])
  func whoSignsAReservationHasMadeItOnce(name: String) throws {
    let found = try paragraf("Reservation\n\(name) reserverar sig mot beslutet.\n\nAvgiften är för hög.\n\n\(name)")
    #expect(found.reservations.map(\.who) == [name])
  }

  @Test func aReservationUnderTheDecisionIsNoDecision() throws {
    let found = try paragraf("Beslut\nMotionen avslås.\n\nKarin Berg (S) reserverar sig mot beslutet.")
    #expect(found.decisions.map(\.text) == ["Motionen avslås."] && found.reservations.map(\.who) == ["Karin Berg (S)"])
  }

  @Test func eachWhoReservesIsItsOwn() throws {
    let found = try paragraf("Reservationer\nKarin Berg (S) reserverar sig mot beslutet.\n\nOla Ek (M) reserverar sig mot beslutet.")
    #expect(found.reservations.map(\.who) == ["Karin Berg (S)", "Ola Ek (M)"])
  }

  @Test func whatSomeoneMovedThenIsAMotionUnderTheHeadingForThemAlone() throws {
    let told = "Ärendet behandlades den 6 maj. Karin Berg (S) yrkade då avslag på förslaget."
    #expect(try paragraf("Ärendet\n\(told)\n\nBeslut\nNämnden antar planen.").motions.isEmpty)
    #expect(try paragraf("Yrkanden\n\(told)\n\nBeslut\nNämnden antar planen.").motions.map(\.mover) == ["Karin Berg (S)"])
  }
}
