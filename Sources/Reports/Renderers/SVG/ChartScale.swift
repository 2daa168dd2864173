import ServiceDesk

/// The axis of a chart's values: from 0 to a round number above the largest, with few round marks. Lines of shares that
/// all lie high begin nearer to them, for from 0 they would be flat; the chart then says so in words.
struct ChartScale {
    var minimum: Double = 0
    let maximum: Double
    private(set) var step: Double
    let unit: MetricUnit

    /// The scale for values of a unit.
    init(largest: Double, unit: MetricUnit, marks: Int = 4) {
        self.unit = unit
        if unit == .share && largest <= 1 {
            maximum = 1
            step = 0.25
            return
        }
        let wanted = max(largest, unit == .share ? 1 : ChartScale.isTime(unit) ? 60 : 1) / Double(marks)
        let step = ChartScale.isTime(unit) ? ChartScale.timeStep(wanted) : ChartScale.decimalStep(wanted, unit)
        self.step = step
        maximum = max((largest / step).rounded(.up) * step, step)
    }

    /// The scale of a chart's lines.
    init(linesOf chart: Chart) {
        let values = chart.series.flatMap { $0.values.compactMap(\.plotted) }
        self.init(largest: values.max() ?? 0, unit: chart.series.first?.unit ?? .none)
        guard chart.kind == .line, unit == .share, maximum == 1, let smallest = values.min(), smallest >= 0.45 else {
            return
        }
        minimum = min(((smallest - 0.02) * 10).rounded(.down) / 10, 0.8)
        step = minimum < 0.6 ? 0.2 : 0.1
        if minimum < 0.6 { minimum = 0.4 }
    }

    /// What a chart says about an axis that does not begin at 0.
    static func note(_ chart: Chart) -> String? {
        let scale = ChartScale(linesOf: chart)
        return scale.minimum > 0 ? "The axis begins at \(scale.text(scale.minimum)), not at 0." : nil
    }

    /// Where a value stands between the ends of the axis, 0 to 1.
    func position(_ value: Double) -> Double { (value - minimum) / (maximum - minimum) }

    /// The marks, from the beginning upward.
    var marks: [Double] {
        (0...max(1, Int(((maximum - minimum) / step).rounded()))).map { minimum + Double($0) * step }
    }

    /// A mark in words.
    func text(_ mark: Double) -> String {
        switch unit {
        case .share: return "\(IndianGrouping.group(Int((mark * 100).rounded())))%"
        case .businessTime, .calendarTime: return timeText(Int(mark))
        case .rupees: return "₹\(IndianGrouping.group(Int(mark)))"
        case .ratio where mark != mark.rounded(): return "\((mark * 10).rounded() / 10)"
        default: return IndianGrouping.group(Int(mark))
        }
    }

    private func timeText(_ seconds: Int) -> String {
        if unit == .calendarTime && seconds >= 172_800 && seconds % 86_400 == 0 { return "\(seconds / 86_400) d" }
        return seconds >= 3600 && seconds % 3600 == 0
            ? "\(IndianGrouping.group(seconds / 3600)) h" : "\(IndianGrouping.group(seconds / 60)) min"
    }

    private static func isTime(_ unit: MetricUnit) -> Bool { unit == .businessTime || unit == .calendarTime }

    private static func timeStep(_ wanted: Double) -> Double {
        let steps: [Double] = [
            60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 345_600, 864_000,
        ]
        return steps.first { $0 >= wanted } ?? decimalStep(wanted / 86_400, .days) * 86_400
    }

    private static func decimalStep(_ wanted: Double, _ unit: MetricUnit) -> Double {
        var power = 1.0
        while power * 10 <= wanted { power *= 10 }
        if unit == .ratio || unit == .share { while power > wanted { power /= 10 } }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= wanted } ?? power * 10
    }
}

extension Cell {
    /// The size that a chart draws; nil leaves a gap.
    var plotted: Double? {
        guard absence == nil else { return nil }
        switch self {
        case .count(let count): return Double(count)
        case .duration(let span): return Double(span.microseconds) / 1_000_000
        case .share, .ratio: return quotient?.value
        case .money(let paise): return Double(paise.value) / 100
        case .text, .state, .instant, .date, .absent: return nil
        }
    }
}
