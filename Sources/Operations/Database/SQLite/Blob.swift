import Foundation
import GRDB

/// GRDB speaks of blobs as Foundation's `Data`; this is the only place that does.
func blob(_ bytes: [UInt8]) -> DatabaseValue { Data(bytes).databaseValue }
