internal import Access
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// `/logga-in`: name and password, and `/logga-ut`.
struct LoginPage: Page {
  private let services: Services

  init(_ services: Services) { self.services = services }

  func add(to router: Router<SiteContext>) {
    router.get("/logga-in") { request, context in
      let fields = try Fields(request)
      let goal = LoginAddress.local(fields[LoginAddress.field])
      if context.visitor.role != nil { return Self.redirect(to: goal) }
      var model = LoginModel(goal: goal)
      model.isAfterLogOut = fields["ute"] != nil
      return try answer(model, .ok, context)
    }
    router.post("/logga-in") { request, context in try await logIn(request, context) }
    router.post("/logga-ut") { _, context in try await logOut(context) }
  }

  private func logIn(_ request: Request, _ context: SiteContext) async throws -> Response {
    let form = context.form
    var model = LoginModel(goal: LoginAddress.local(form[LoginAddress.field]))
    model.name = form["namn"] ?? ""
    guard let password = form["losenord"], !model.name.isEmpty else {
      model.error = "Fyll i både användarnamn och lösenord."
      return try answer(model, .badRequest, context)
    }
    let former = context.visitor.session
    switch try await services.access.logIn(model.name, password: password, from: context.visitor.address, former: former) {
    case .welcome(_, let secret):
      var response = Self.redirect(to: model.goal)
      SessionCookie.give(secret, isSecure: context.isSecure, to: &response)
      return response
    case .refused:
      model.error = "Användarnamnet eller lösenordet är fel."
      return try answer(model, .unauthorized, context)
    case .wait(let seconds):
      model.error = "För många försök har misslyckats. Vänta \(Self.words(seconds: seconds)) och försök igen."
      var response = try answer(model, .tooManyRequests, context)
      response.headers[.retryAfter] = "\(seconds)"
      return response
    }
  }

  private func logOut(_ context: SiteContext) async throws -> Response {
    let visitor = context.visitor
    if let session = visitor.session { try await services.access.endSession(session, by: visitor.doer) }
    var response = Self.redirect(to: visitor.session == nil ? "/" : "\(LoginAddress.path)?ute=1")
    SessionCookie.takeBack(from: &response)
    // What was read should not be found by the next one at this browser.
    response.headers[.named("Clear-Site-Data")] = "\"cache\""
    return response
  }

  private func answer(_ model: LoginModel, _ status: HTTPResponse.Status, _ context: SiteContext) throws -> Response {
    var response = try services.templates.answer("loggain", model, frame: services.frame(context), status: status)
    response.headers[.cacheControl] = "no-store"
    return response
  }

  private static func redirect(to address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
  }

  private static func words(seconds: Int) -> String {
    seconds < 90 ? Words.count(seconds, "sekund", "sekunder") : Words.count((seconds + 59) / 60, "minut", "minuter")
  }
}

/// What the template `loggain` shows.
private struct LoginModel {
  var goal: String
  var name = ""
  var error: String?
  var isAfterLogOut = false
  /// Whether someone was on their way somewhere.
  var hasGoal: Bool

  init(goal: String) {
    self.goal = goal
    hasGoal = goal != "/"
  }
}
