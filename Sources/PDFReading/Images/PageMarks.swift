import CPoppler
import Pages

/// Marks places on a drawn page as a felt pen does: the text shows through, and an outline carries the mark where there is no colour.
struct PageMarks {
  /// White space between the text and the outline, in points.
  private static let padding = 1.5
  private static let outline = 0.9

  func draw(_ boxes: [Box], on canvas: borrowing PageCanvas) {
    for box in boxes where box.isFinite { draw(box, on: canvas.context) }
  }

  private func draw(_ box: Box, on context: OpaquePointer) {
    cairo_save(context)
    let pad = Self.padding
    cairo_rectangle(context, box.x0 - pad, box.y0 - pad, box.width + 2 * pad, box.height + 2 * pad)
    // Multiplied, black letters stay black.
    cairo_set_operator(context, CAIRO_OPERATOR_MULTIPLY)
    cairo_set_source_rgb(context, 1, 0.86, 0.35)
    cairo_fill_preserve(context)
    cairo_set_operator(context, CAIRO_OPERATOR_OVER)
    cairo_set_source_rgb(context, 0.70, 0.36, 0)
    cairo_set_line_width(context, Self.outline)
    cairo_stroke(context)
    cairo_restore(context)
  }
}

extension Box {
  fileprivate var isFinite: Bool { x0.isFinite && y0.isFinite && x1.isFinite && y1.isFinite }
}
