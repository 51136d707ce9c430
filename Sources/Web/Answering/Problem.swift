internal import Access
internal import Archive
internal import HTTPTypes
internal import Hummingbird
internal import Pipeline
internal import Workers

/// Why a page cannot be shown, for the reader.
struct Problem: Error {
  var status: HTTPResponse.Status
  /// Some words for the heading.
  var title: String
  /// What has happened: one Swedish sentence.
  var text: String
  /// What to do: one Swedish sentence.
  var advice: String
  /// The parameter of the API that is wrong, where one is.
  var parameter: String?
  /// What the answer says in its head: which methods there are, when to try again.
  var headers: HTTPFields = [:]

  static func notFound(_ text: String) -> Problem {
    Problem(status: .notFound, title: "Finns inte", text: text, advice: "Sök efter det i rutan ovan, eller gå till startsidan.")
  }

  static func badRequest(_ text: String) -> Problem {
    Problem(status: .badRequest, title: "Adressen går inte att förstå", text: text, advice: "Rätta adressen, eller gå till startsidan.")
  }

  /// More is asked for than can be answered while someone waits.
  static var busy: Problem {
    var problem = Problem(
      status: .serviceUnavailable, title: "Upptaget", text: "Servern hinner inte svara just nu.", advice: "Försök igen om några sekunder.")
    problem.headers[.retryAfter] = "3"
    return problem
  }

  static let unknownAddress = notFound("Det finns ingen sida på den här adressen.")

  /// What is told of an error that is none of the reader's: its own words where it has any for a person.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let failure as ArchiveFailure: self = .broken("Arkivet svarar inte som det ska: \(failure).")
    case let failure as ReadFailure: self = .broken("\(failure)")
    case let failure as WorkerFailure: self = .broken("\(failure)")
    case let failure as AccessFailure: self = .broken("Användarfilen svarar inte som den ska: \(failure).")
    case let failure as WebFailure: self = .broken("Servern är inte rätt inställd: \(failure).")
    case let error as HTTPError: self.init(error)
    default: self = .broken("Något gick fel på servern.")
    }
  }

  init(status: HTTPResponse.Status, title: String, text: String, advice: String) {
    self.status = status
    self.title = title
    self.text = text
    self.advice = advice
  }

  private init(_ error: HTTPError) {
    switch error.status {
    case .notFound: self = .unknownAddress
    case .contentTooLarge:
      self.init(
        status: error.status, title: "För stort", text: "Det som skickades är större än servern tar emot.",
        advice: "Dela upp det och försök igen.")
    case .methodNotAllowed:
      self.init(
        status: error.status, title: "Går inte att göra här", text: "Den här adressen kan bara läsas.", advice: "Gå till startsidan.")
    default:
      self = error.status.code < 500 ? .badRequest("Servern förstår inte vad som efterfrågas.") : .broken("Något gick fel på servern.")
    }
  }

  private static func broken(_ text: String) -> Problem {
    Problem(
      status: .internalServerError, title: "Något gick fel", text: text,
      advice: "Försök igen om en stund. Händer det igen: visa den här sidan för den som sköter servern.")
  }
}
