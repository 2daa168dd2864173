import ArgumentParser
import Foundation
import Ingest
import ServiceDesk

/// `calendar import-holidays FILE.ics`: the holidays of an iCalendar file as a policy writes them.
struct CalendarImportHolidays: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-holidays",
        abstract: "The holidays of an iCalendar file, as the holidays part of a policy file.",
        discussion: examples([
            ("aroundtally calendar import-holidays india.ics", "whole days, ranges and yearly rules"),
            ("aroundtally calendar import-holidays india.ics --from 2026-01-01 --to 2027-01-01", "of one year"),
        ]))

    @Argument(help: ArgumentHelp("The iCalendar file; nothing is fetched from anywhere.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Only dates from this one on; yearly ones stay.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Only dates before this one; yearly ones stay.", valueName: "date"))
    var to: String?

    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let (from, to) = (try date(from, "--from"), try date(to, "--to"))
        guard let reading = HolidayFile.read(try bytes(session)) else {
            throw Failure(.inputBroken, "\(file) is no iCalendar file", hint: "it begins with BEGIN:VCALENDAR")
        }
        for omission in reading.omitted {
            session.messages.print(
                Diagnostic(
                    severity: .warning, code: "event_omitted", place: "\(file):\(omission.line)", column: nil,
                    sentence: omission.sentence, sourceLine: nil, hint: nil))
        }
        let holidays = reading.holidays.filter { holiday in
            guard case .once(let date) = holiday.day else { return true }
            return from.map { $0 <= date } ?? true && to.map { date < $0 } ?? true
        }
        try session.write(HolidayDates.yaml(holidays))
        return .done
    }

    private func date(_ text: String?, _ flag: String) throws(Failure) -> LocalDate? {
        guard let text else { return nil }
        guard case .date(let date) = InstantText.readDate(text) else {
            throw Failure.usage("\(flag): no date: \"\(text)\"", hint: "write 2026-01-01")
        }
        return date
    }

    private func bytes(_ session: Session) throws(Failure) -> [UInt8] {
        let path = session.surroundings.absolute(file)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(.inputMissing, "there is no file \(file)")
        }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Failure(.inputOutput, "cannot read \(file): \(error.localizedDescription)")
        }
    }
}
