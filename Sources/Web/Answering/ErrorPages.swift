internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Makes a page of every error, of those of the API a problem document, and writes those that are the server's own to the log.
struct ErrorPages: RouterMiddleware {
  let services: Services

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      let problem = Problem(error)
      if problem.status.code >= 500 && problem.status != .serviceUnavailable { log(error, request, context) }
      var answer = API.holds(request.uri.path) ? try ProblemDocument(problem).response : try page(problem, context)
      for field in problem.headers { answer.headers.append(field) }
      return answer
    }
  }

  // The address without its query, which may hold what someone searched for.
  private func log(_ error: any Error, _ request: Request, _ context: SiteContext) {
    context.logger.error("\(request.method) \(request.uri.path.prefix(200)): \(error)")
  }

  private func page(_ problem: Problem, _ context: SiteContext) throws -> Response {
    try services.templates.answer("problem", ProblemModel(problem), frame: services.frame(context), status: problem.status)
  }
}

/// What the template `problem` shows.
private struct ProblemModel {
  let code: Int
  let title: String
  let text: String
  let advice: String

  init(_ problem: Problem) {
    code = problem.status.code
    title = problem.title
    text = problem.text
    advice = problem.advice
  }
}
