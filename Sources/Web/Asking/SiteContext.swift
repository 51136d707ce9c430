public import Hummingbird

/// What goes with a request through the site.
public struct SiteContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// The address of the other end of the connection.
  let peer: String?
  /// Who asks, told by `Identification`.
  var visitor = Visitor.unknown(from: nil)
  /// Whether the browser reaches the site through an encrypted connection, as a trusted proxy says.
  var isSecure = false
  /// What a form has to send back, see `RequestProof`.
  var csrf = ""
  /// What was sent by a form of the pages; empty for requests that change nothing.
  var form = Fields()
  /// The same for a form with files, which are still to be read; its token has been.
  var upload: UploadReader?

  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }
}
