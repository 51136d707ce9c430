public import Hummingbird

/// All pages, and what they are made with.
public struct Site: Sendable {
  let services: Services
  private let settings: WebSettings
  private let api: API

  /// Opens the archive and reads templates and style. Throws one Swedish sentence.
  public init(_ settings: WebSettings) throws {
    services = try Services(settings)
    self.settings = settings
    api = try API(services)
  }

  /// A new page is a file in `Pages/` that is named here, and a template of its own.
  private static let pages: [any Page.Type] = [
    StaticPage.self, SearchPage.self, DocumentPage.self, PageImagePage.self, MeetingPage.self, ComparePage.self, BodyPage.self,
    CasePage.self, CompletionPage.self, APIPage.self, LoginPage.self, LogPage.self, ImportPage.self, CorrectionPage.self,
    CorrectionListPage.self,
  ]

  /// The routes with what goes around every answer.
  public func router() -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ErrorPages(services: services))
    router.add(middleware: HostCheck(names: settings.acceptedNames))
    router.add(middleware: Identification(access: services.access, trust: settings.proxy, isLoopback: settings.isLoopback))
    // Once more, since the pages of errors below know who asks.
    router.add(middleware: ErrorPages(services: services))
    router.add(middleware: LoginNeeded())
    router.add(middleware: KeptAnswers(services.mark))
    // Has no forms, and says of every method but GET and HEAD that there is none.
    router.add(middleware: api)
    router.add(middleware: RequestProof(names: settings.names))
    for page in Self.pages { page.init(services).add(to: router) }
    return router
  }
}

/// What pages ask.
struct Services: Sendable {
  let archive: ArchiveDesk
  let mark: ArchiveMark
  let documents: DocumentShelf
  let queries: QueryReading
  let images: PageImages
  let templates: Templates
  let files: StaticFiles
  let access: AccessDesk
  let imports: ImportDesk
  let settings: WebSettings
  /// The shapes of the API's answers.
  let schemasFolder: String

  init(_ settings: WebSettings) throws {
    let folder = try ResourceFolder.find()
    templates = try Templates(folder: "\(folder)/Templates")
    files = try StaticFiles(folder: "\(folder)/Static")
    schemasFolder = "\(folder)/Schemas"
    archive = try ArchiveDesk(path: settings.archive, readers: settings.readers)
    mark = try ArchiveMark(path: settings.archive)
    documents = DocumentShelf(archive)
    queries = try QueryReading(rulesFolder: settings.rulesFolder)
    images = PageImages(settings)
    access = AccessDesk(path: settings.users)
    imports = ImportDesk(settings)
    self.settings = settings
  }

  /// - Parameters:
  ///   - context: of the request that is answered: who asks, and what forms of the page have to send back.
  ///   - query: what stands in the search box.
  func frame(_ context: SiteContext, query: String = "") -> Frame {
    Frame(
      style: files.address("stil.css"), script: files.address("skript.js"), icon: files.address("ikon.svg"), query: query,
      csrf: context.csrf, visitor: VisitorFrame(context.visitor))
  }
}

/// One page, or some that belong together: their routes, and what their templates are given.
protocol Page: Sendable {
  init(_ services: Services)
  func add(to router: Router<SiteContext>)
}
