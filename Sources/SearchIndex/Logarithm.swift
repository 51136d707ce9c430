#if canImport(Glibc)
  internal import Glibc
#else
  internal import Musl
#endif

extension Float {
  /// The natural logarithm.
  var logarithm: Float { logf(self) }
}
