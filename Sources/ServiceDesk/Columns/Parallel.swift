import Dispatch

/// Cuts rows into ranges and works on them side by side. Results come back in the order of the ranges, so that the
/// number of threads cannot change what comes out.
public enum Parallel {
    /// Works on `count` rows with so many threads and returns a result for each range, in order.
    ///
    /// There are several ranges a thread, so that an uneven one does not keep the others waiting.
    public static func map<Result>(
        count: Int, threads: Int, minimumRange: Int = 1024, _ body: @Sendable (Range<Int>) -> Result
    ) -> [Result] {
        let wanted = threads <= 1 ? 1 : threads * 4
        let parts = max(1, min(wanted, count / max(1, minimumRange)))
        @Sendable func range(_ part: Int) -> Range<Int> { (count * part / parts)..<(count * (part + 1) / parts) }
        guard parts > 1 else { return [body(0..<count)] }
        return [Result](unsafeUninitializedCapacity: parts) { buffer, initialized in
            let slots = DisjointSlots(base: buffer.baseAddress)
            DispatchQueue.concurrentPerform(iterations: threads) { worker in
                var part = worker
                while part < parts {
                    slots.fill(part, with: body(range(part)))
                    part += threads
                }
            }
            initialized = parts
        }
    }
}

/// Slots of one buffer, each filled by exactly one worker.
private struct DisjointSlots<Element>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>?

    func fill(_ index: Int, with element: consuming Element) { (base.map { $0 + index })?.initialize(to: element) }
}
