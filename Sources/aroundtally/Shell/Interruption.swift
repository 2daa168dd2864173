import Dispatch
import Foundation
import Operations

/// What happens on Ctrl-C and on SIGTERM: temporary files go, outputs stay as they were.
enum Interruption {
    private nonisolated(unsafe) static var sources: [any DispatchSourceSignal] = []

    /// Installs the handlers; called once, before any thread works.
    static func install() {
        // A closed pipe and a file that may not grow are errors of the write, not signals.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for (number, status) in [(SIGINT, ExitStatus.interrupted), (SIGTERM, .terminated)] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
            source.setEventHandler {
                TemporaryFiles.removeAll()
                _exit(status.rawValue)
            }
            source.resume()
            sources.append(source)
        }
    }
}
