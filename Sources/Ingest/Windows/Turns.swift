import Dispatch
import Glibc
import ServiceDesk

/// What becomes of the windows of one file, in file order.
protocol FileMachine: AnyObject {
    /// How the next window is probably laid out; nil when only `take` can tell.
    var layout: RowLayout? { get }
    /// Takes a window in its turn. `run` was read on the guess that the window lies in its layout.
    func take(_ window: Window, _ run: Run?, _ worker: Worker) throws(IngestError)
}

/// Threads over one file: each takes the next window, reads it on a guess, waits for its turn, and hands it over.
///
/// What is handed over depends on the file alone: a run read on a wrong guess is thrown away, and everything that gives
/// numbers to things happens in turn. So the result is the same at any number of threads.
final class Turns: @unchecked Sendable {
    private let cutter: WindowCutter
    private let machine: any FileMachine
    private let options: IngestOptions
    private let format: FieldFormat
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var turn = 0
    private var guess: RowLayout?
    private var failure: IngestError?

    init(cutter: WindowCutter, machine: any FileMachine, format: FieldFormat, options: IngestOptions) {
        self.cutter = cutter
        self.machine = machine
        self.format = format
        self.options = options
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        changed = .allocate(capacity: 1)
        changed.initialize(to: pthread_cond_t())
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
        pthread_cond_destroy(changed)
        changed.deallocate()
    }

    /// Reads the whole file.
    func run() throws(IngestError) {
        let threads = max(1, options.threads)
        if threads == 1 {
            work()
        } else {
            DispatchQueue.concurrentPerform(iterations: threads) { _ in self.work() }
        }
        if let failure { throw failure }
    }

    private func work() {
        let worker = Worker(options: options, format: format)
        let window = Window(capacity: min(options.windowBytes, 1 << 22) + 4096)
        while true {
            pthread_mutex_lock(mutex)
            let next = failure == nil ? fetch(window) : nil
            let layout = guess
            pthread_mutex_unlock(mutex)
            guard let next else { return }
            let run = next.map { _ in layout.map { worker.read(window, from: 0, layout: $0, lineOffset: 0) } }
            guard wait(for: window.sequence) else { return }
            var outcome: Result<Void, IngestError>
            switch run {
            case .success(let run): outcome = Result { () throws(IngestError) in try machine.take(window, run, worker) }
            case .failure(let error): outcome = .failure(error)
            }
            finishTurn(outcome)
        }
    }

    /// The next window, or nil at the end. A failure to read is kept until the window's turn.
    private func fetch(_ window: Window) -> Result<Void, IngestError>? {
        do {
            return try cutter.next(window) ? .success(()) : nil
        } catch {
            window.sequence = cutter.giveUp()
            return .failure(error)
        }
    }

    private func wait(for sequence: Int) -> Bool {
        pthread_mutex_lock(mutex)
        while turn != sequence && failure == nil { pthread_cond_wait(changed, mutex) }
        let isOurs = failure == nil
        pthread_mutex_unlock(mutex)
        return isOurs
    }

    private func finishTurn(_ outcome: Result<Void, IngestError>) {
        pthread_mutex_lock(mutex)
        if case .failure(let error) = outcome { failure = error }
        turn += 1
        guess = machine.layout
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }
}
