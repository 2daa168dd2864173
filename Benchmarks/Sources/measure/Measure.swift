import Glibc
import Ingest
import Reports
import ServiceDesk

/// `measure read SOURCE`, `measure clocks SOURCE POLICY ROUNDS`, `measure copy FILE`: one job in this process, its
/// times and its answers as one line of JSON.
@main
enum Measure {
    /// The as-of of every benchmark: the last instant that the generator writes.
    static let asOf = Instant(microseconds: 1_774_958_400_000_000)
    static let zone = TimeZoneRules(identifier: "Asia/Kolkata", fixedOffsetSeconds: 19_800)

    static func main() {
        let words = CommandLine.arguments
        do {
            switch (words.dropFirst().first, words.count) {
            case ("read", 3): try read(words[2])
            case ("clocks", 5): try clocks(words[2], policy: words[3], rounds: Int(words[4]) ?? 5)
            case ("copy", 3): try copy(words[2])
            default: throw Failure(sentence: "usage: measure (read SOURCE | clocks SOURCE POLICY ROUNDS | copy FILE)")
            }
        } catch {
            let message = Array("measure: \(error)\n".utf8)
            write(STDERR_FILENO, message, message.count)
            exit(1)
        }
    }

    private static func read(_ source: String) throws {
        let (dataset, times) = try Times.of { try Ingest.read(sources: [.path(source)]).dataset }
        let instants = dataset.events.at.reduce(into: 0) { $0 &+= $1.flooredSecond }
        print(times.json(["tickets": dataset.tickets.count, "events": dataset.events.count, "instants": instants]))
    }

    private static func clocks(_ source: String, policy path: String, rounds: Int) throws {
        let dataset = try Ingest.read(sources: [.path(source)]).dataset
        let reading = PolicyFile.read(try bytes(of: path), name: path)
        guard let policies = reading.policies else { throw Failure(sentence: "\(path) holds no policies") }
        let threads = Int(getenv("MEASURE_THREADS").map { String(cString: $0) } ?? "") ?? 1
        let parameters = EvaluationParameters(asOf: asOf, zone: zone, threads: threads)
        var best = Times.longest
        var answers: [String: Int] = [:]
        var last = ClockTable()
        for _ in 0..<max(1, rounds) {
            last = ClockTable()
            let (table, times) = Times.of {
                Evaluation(of: dataset, under: policies, parameters: parameters).run(into: ClockTable()).sink
            }
            best = min(best, times)
            last = table
        }
        for clock in last.clocks {
            let name = clock.clock.name
            answers["\(name) \(clock.state.name)", default: 0] += 1
            answers["\(name) used", default: 0] += Int(clock.used?.wholeSeconds ?? 0)
            answers["\(name) due", default: 0] += clock.dueAt?.flooredSecond ?? 0
        }
        print(best.json(answers))
    }

    /// Copies a file's bytes in memory, both sides touched before: the nearest that a reader could come.
    private static func copy(_ path: String) throws {
        let file = try bytes(of: path)
        var target = [UInt8](repeating: 0, count: file.count)
        let (_, times) = Times.of {
            file.withUnsafeBytes { from in target.withUnsafeMutableBytes { $0.copyMemory(from: from) } }
        }
        print(times.json(["bytes": target.count]))
    }

    private static func bytes(of path: String) throws(Failure) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Failure(sentence: "cannot read \(path)") }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let count = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = fread(buffer.baseAddress, 1, count, file)
        }
    }
}

extension Instant {
    fileprivate var flooredSecond: Int { Int(TimeSpan(microseconds: microseconds).wholeSeconds) }
}

private struct Failure: Error, CustomStringConvertible {
    let sentence: String
    var description: String { sentence }
}

/// What a job took: seconds on the wall, and of all processors.
private struct Times: Comparable {
    let wall: Double
    let cpu: Double

    static let longest = Times(wall: .infinity, cpu: .infinity)

    static func < (left: Times, right: Times) -> Bool { left.cpu < right.cpu }

    static func of<Value>(_ job: () throws -> Value) rethrows -> (Value, Times) {
        let before = now()
        let value = try job()
        let after = now()
        return (value, Times(wall: after.wall - before.wall, cpu: after.cpu - before.cpu))
    }

    private static func now() -> Times {
        var clock = timespec()
        var processor = timespec()
        clock_gettime(CLOCK_MONOTONIC, &clock)
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &processor)
        func seconds(_ time: timespec) -> Double { Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 }
        return Times(wall: seconds(clock), cpu: seconds(processor))
    }

    func json(_ answers: [String: Int]) -> String {
        let members = answers.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        return "{\"wall\": \(wall), \"cpu\": \(cpu), \"answers\": {\(members.joined(separator: ", "))}}"
    }
}
