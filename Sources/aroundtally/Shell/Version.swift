import Ingest
import Foundation

/// What this program is, for `--version`, `doctor` and the foot of every report.
enum Version {
    /// The engine's own version.
    static let engine = "0.1.0"

    /// The compiler's version, as far as the language can tell.
    static var swift: String {
        #if swift(>=6.4)
            "6.4 or later"
        #elseif swift(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }

    static var text: String {
        "aroundtally \(engine) (Swift \(swift), time zone data \(TimeZoneCatalogue.dataVersion))"
    }
}
