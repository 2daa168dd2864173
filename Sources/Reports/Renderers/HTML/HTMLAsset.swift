/// A part of the page that stands in our own source, with its digest for the content security policy.
///
/// The digest is written beside the content and a test computes it anew, so the tool needs no hash function to write a
/// page whose policy names one.
struct HTMLAsset {
    /// `sha256-` and the digest in Base64.
    let digest: String
    /// Exactly what stands between the tags.
    let content: String

    /// Nothing may be loaded from anywhere; only our own style and script run.
    static var securityPolicy: String {
        "default-src 'none'; img-src data:; style-src '\(style.digest)'; script-src '\(script.digest)'; "
            + "base-uri 'none'; form-action 'none'"
    }

    /// The fills that tell parts of a bar apart without colour.
    static let patterns: MarkupWriter = {
        var markup = MarkupWriter()
        markup.raw("<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>\n")
        markup.raw("<pattern id=\"p-2\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">")
        markup.raw("<rect width=\"7\" height=\"7\" class=\"b-2\"/>")
        markup.raw("<path d=\"M-1 8L8 -1M-1 1L1 -1M6 8L8 6\" class=\"hatch\"/></pattern>\n")
        markup.raw("<pattern id=\"p-3\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">")
        markup.raw("<rect width=\"6\" height=\"6\" class=\"b-3\"/><circle cx=\"3\" cy=\"3\" r=\"1.3\" class=\"dot\"/>")
        markup.raw("</pattern>\n<pattern id=\"p-4\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">")
        markup.raw("<rect width=\"7\" height=\"7\" class=\"b-4\"/><path d=\"M0 3.5H7\" class=\"hatch\"/></pattern>\n")
        markup.raw("<pattern id=\"p-bad\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">")
        markup.raw("<rect width=\"7\" height=\"7\" class=\"b-bad\"/>")
        markup.raw("<path d=\"M-1 8L8 -1M-1 1L1 -1M6 8L8 6\" class=\"hatch\"/></pattern>\n")
        markup.raw("<pattern id=\"p-warning\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">")
        markup.raw("<rect width=\"6\" height=\"6\" class=\"b-warning\"/>")
        markup.raw("<circle cx=\"3\" cy=\"3\" r=\"1.3\" class=\"dot\"/></pattern>\n</defs></svg>\n")
        return markup
    }()
}
