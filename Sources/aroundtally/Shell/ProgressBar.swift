import Dispatch
import Ingest
import Operations
import ServiceDesk

/// Tells a person at a terminal how far reading has come, when it takes longer than a second.
final class ProgressBar {
    /// What the reader counts in; nil when nobody looks.
    let reading: IngestProgress?
    private let timer: (any DispatchSourceTimer)?

    init(_ session: Session) {
        let options = session.options
        guard session.surroundings.errorIsTerminal, !options.noProgress, !options.quiet,
            session.surroundings.variable("TERM") != "dumb"
        else {
            reading = nil
            timer = nil
            return
        }
        let progress = IngestProgress()
        let started = ContinuousClock.now
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
        timer.schedule(deadline: .now() + .seconds(1), repeating: .milliseconds(200))
        timer.setEventHandler {
            let line = ProgressLine(
                read: progress.bytesRead, total: progress.bytesInAll, elapsed: ContinuousClock.now - started)
            ProgressBar.draw(line.text)
        }
        timer.resume()
        reading = progress
        self.timer = timer
    }

    /// Takes the line away.
    func end() {
        guard let timer else { return }
        timer.cancel()
        ProgressBar.draw("")
    }

    /// When nobody listens on standard error there is nobody to tell.
    private static func draw(_ text: String) {
        let stream = StandardStream.error
        try? stream.write(Array("\r\(text)\u{1b}[K".utf8).span)
    }
}

/// The line of a progress bar: share, bytes, rate, time left.
struct ProgressLine {
    /// Bytes read so far.
    let read: Int
    /// Bytes in all; 0 when nobody knows.
    let total: Int
    /// Time since reading began.
    let elapsed: Duration

    private static let width = 24

    var text: String {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Int(Double(read) / seconds) : 0
        guard total > 0, read <= total else { return "\(ProgressLine.size(read)) read, \(ProgressLine.size(rate))/s" }
        let filled = read * ProgressLine.width / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: ProgressLine.width - filled)
        let left = rate > 0 ? ", \((total - read) / rate) s left" : ""
        return
            "[\(bar)] \(read * 100 / total) %, \(ProgressLine.size(read)) of \(ProgressLine.size(total)), "
            + "\(ProgressLine.size(rate))/s\(left)"
    }

    /// A number of bytes in the largest unit that leaves a digit before the point.
    static func size(_ bytes: Int) -> String {
        let units = ["B", "kB", "MB", "GB", "TB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 1000, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        guard unit > 0, value < 100 else { return "\(Int(value)) \(units[unit])" }
        let tenths = Int(value * 10)
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
