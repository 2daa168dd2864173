/// What may be said of a server's URL.
enum PostgresURL {
    /// The text without the password that a URL in it may hold.
    static func withoutSecrets(_ text: String) -> String {
        var result = text
        if let scheme = result.firstRange(of: "://"), let at = result[scheme.upperBound...].lastIndex(of: "@") {
            let user = result[scheme.upperBound..<at].prefix { $0 != ":" }
            result.replaceSubrange(scheme.upperBound..<at, with: user)
        }
        while let found = result.firstMatch(of: /(password|sslpassword|passfile)=[^&\s]+/) {
            result.replaceSubrange(found.range, with: "\(found.1)")
        }
        return result
    }

    /// libpq's messages end in line feeds and may have several lines.
    static func firstLine(_ text: String) -> String {
        text.split(separator: "\n").first.map { String($0) } ?? text
    }
}
