public import Hummingbird

/// What goes with a request through the site.
public struct SiteContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// Who asks, told by `Identification`.
  var visitor = Visitor.unknown
  /// What a form has to send back, see `RequestProof`.
  var csrf = ""
  /// What was sent by a form of the pages; empty for requests that change nothing.
  var form = Fields()

  public init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}
