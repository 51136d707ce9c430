// What a list of forms cannot tell of compounds: which short words take part, which beginnings and endings are no words of their own, which words
// that look put together are not so to the one who searches. Grammar, not wording: it holds for any Swedish text, and an index is only asked
// rightly by the tables it was made with, so it stands here and not in the rule files.

/// Closed lists for ``CompoundSplitter``.
enum CompoundVocabulary {
  /// Words of two or three letters that compounds are made of. Others of that length are parts by chance (`kom|mun`, `bud|get`).
  static let short = SwedishForms(
    """
    hus hem mål råd bad väg bil båt dag mat bok val rum lån tåg nät köp tak sjö älv snö hav jul syd väst öst ort lag år bro ägg tid ved gas kök
    vin rör ljus tull flod älg bär äng lek del sår fri sky kort jakt spår hyr risk sop tur yrk säng liv ben tand djur tal lov låg små rån lön eld
    ris gym fot
    """)

  /// What begins a word and is no part to be searched for: prefixes, particles that make verbs and their nouns (`över|syn`, `upp|drag`), words that
  /// bind, and beginnings that are something else by chance (`samm|anhang`).
  static let notFirst = SwedishForms(
    """
    för be an av upp ut in till över under om på efter fram genom med mot sam åter bi und van miss från vid utan mellan inom hos åt ner ned bort
    ihop isär före föru förut inne kvar undan dess samm samman all alla redo sär hän bak bakom ovan nedan framför tillfreds tillkänna god verk
    fast rapp gen hel eko para ana full best fört full erfar genomför ett den det han hon man din min sin vår era ena ens dem dig mig sig som att
    och men när var vad hur här där nu icke inte kan ska vill har blir fick tjän besk hand bord även denna ände ger ser mer fler oss vars ur
    fort innan kring hit dit igen sist sedan vidt mil själv sakt bered ju dock jäm mång vet res bas sam hop tyd sätt näst
    däri fris förd utom posta föll sultan nämn skar kosts möj olik best beg förh avs ersätt utveck ange juste närm vänt
    """)

  /// What ends a word and is no part to be searched for: derivations (`-het`, `-skap`, `-lig`), participles and verbs, and the endings of surnames and
  /// places.
  static let notLast = SwedishForms(
    """
    het heten heter heterna heters hetens lig liga ligt ligare skap skapet skapen skapets dom domen domar domarna domare domaren sam samma bar bart
    bara full fullt fulla lös löst lösa vis vist visa mässig mässigt mässiga aktig aktigt aktiga artad artat ring ringen ringar ringarna ringens
    ingen inga inget enligt litet lite andet anden andena andes andets ande ande ander andra enda ende endet enden andar andan logisk logiska logiskt
    log logi logen loger graf grafen grafi eras erat erad erar eran alen alens aler alar utom ställa ställer ställd ställt ställda ställas ställs
    ställde ställdes göra gör gjort gjord gjorda görs göras gjorde gjordes görande tida tidig tidigt tionde taget tagit tagits tagen tagna tagande
    enes ense ener enas redo genom iska isk iskt ism ist ister stående ställande orna ornas orten kolor kolors tiken nationen nation
    land sund kvist gren fors näs lund ström vall holm ros berg borg son sten rik lin ås ed dahl ek lind ekman stad
    den det ett era ena ens ens dess denna att som han hon man vår sin min din var vad när men med mot över under efter före eller också
    """)

  /// Words that were put together once and mean something else than their parts; in all their forms, alone or as a part.
  static let opaque = SwedishForms(
    """
    ordförande ordföranden ordförandes ordförandens ordförande ledamot ledamoten ledamöter ledamöterna ledamots ledamöters ledamotens ledamöternas
    angeläget angelägen angelägna arvode arvodet arvoden arvodena arvodes bokslut bokslutet bokslutets boksluts bokslutens deltagare deltagaren
    deltagarna deltagarnas deltagares personal personalen personalens kommunal kommunala kommunalt fördel fördelar fördelen fördelarna årgång
    årgången årgångar målsman målsmän landskap landskapet landskapen samtal samtalet talman talmannen husbonde årskurs årskursen årskurser måltid
    måltiden måltider måltiderna delta deltagit deltar deltog rättighet rättigheter bestyrkande yrkande byggnation byggnationen byggnationer
    förtryck hushåll hushållet hushållen hushålls hushållens husrum dagordning dagordningen bestånd vägran likvid medborgare medborgaren medborgarna
    medborgarnas medborgares handikapp handikappade vårdnad kostnad kostnader kostnaden kostnaderna partnerskap ändamål ändamålet ändamålen ändamåls riktlinje
    riktlinjer riktlinjen riktlinjerna riktlinjers riktlinjens kretslopp kretsloppet kartläggning kartläggningen kartlägga kartlagt kartlägger
    hushållning hushållningen rättvisande skolning tidning tidningen tidningar
    """)

  /// Beginnings that no rule makes of their word.
  static let irregular: [(form: String, word: String)] = [
    ("föräldra", "förälder"), ("klago", "klaga"), ("medborgar", "medborgare"), ("läkar", "läkare"), ("sop", "sopa"), ("sim", "simma"),
    ("hyr", "hyra"), ("hyres", "hyra"),
    ("yrkes", "yrke"), ("läke", "läka"), ("barna", "barn"), ("kvinno", "kvinna"), ("mödra", "moder"), ("män", "man"),
    ("samhälls", "samhälle"),
  ]

  /// After these a joining -s- stands (`verksamhets|område`): without it the cut is by chance (`verksamhet|sområde`).
  static let takesS = ["het", "tion", "sion", "ning", "skap", "itet", "ling", "nad", "ring", "gift"].map { Array($0.utf8) }
}
