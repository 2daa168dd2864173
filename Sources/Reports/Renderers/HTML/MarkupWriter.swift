/// Writes HTML and SVG bytes.
///
/// Names of elements and attributes are `StaticString`s, so nothing that was read from data can become markup: it can
/// only pass through `text` or an attribute's value, and both escape it.
struct MarkupWriter {
    typealias Attributes = KeyValuePairs<StaticString, String>

    private(set) var bytes: [UInt8] = []

    /// Markup that stands in our own source.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Our own style sheet or script, whose digest the content security policy names.
    mutating func asset(_ content: HTMLAsset) { bytes.append(contentsOf: content.content.utf8) }

    /// Text of any origin.
    mutating func text(_ text: String) {
        for byte in VisibleText.singleLine(text).utf8 {
            switch byte {
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "\""): raw("&quot;")
            case UInt8(ascii: "'"): raw("&#39;")
            default: bytes.append(byte)
            }
        }
    }

    /// An element with what `content` writes inside it.
    mutating func element(
        _ name: StaticString, _ attributes: Attributes = [:], content: (inout MarkupWriter) -> Void
    ) {
        open(name, attributes)
        content(&self)
        raw("</")
        raw(name)
        raw(">")
    }

    /// An element with nothing but text.
    mutating func element(_ name: StaticString, _ attributes: Attributes, _ text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element with nothing but text.
    mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

    /// An element without content.
    mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
        bytes.removeLast()
        raw("/>")
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        raw("<")
        raw(name)
        for (name, value) in attributes { attribute(name, value) }
        raw(">")
    }

    /// An attribute of the element whose tag is being written by `raw`.
    mutating func attribute(_ name: StaticString, _ value: String) {
        raw(" ")
        raw(name)
        raw("=\"")
        text(value)
        raw("\"")
    }

    /// Appends what another writer wrote.
    mutating func append(_ other: MarkupWriter) { bytes.append(contentsOf: other.bytes) }

    /// Ends the line, so that the file can be read and compared.
    mutating func line() { raw("\n") }
}
