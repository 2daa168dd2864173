import ServiceDesk

/// What stands behind the figures: how good the data is, what must tie, what words mean, what was read.
extension HTMLPage {
    mutating func writeQualityBox() {
        let findings = report.findings.gravestFirst
        let shown = findings.prefix(3)
        let rest = findings.dropFirst(3)
        let skew = report.context.timestampSkew
        let isClean = findings.allSatisfy { $0.code.severity == .info }
        markup.raw("<aside class=\"quality\" aria-labelledby=\"h-data-quality\">\n")
        markup.element("h2", ["id": "h-data-quality"], "Data quality")
        markup.element(
            "p", ["class": "state \(isClean ? "good" : findings[0].code.severity == .error ? "bad" : "warning")"],
            ReportWords.quality(findings))
        if findings.isEmpty { markup.element("p", "Nothing odd was found in the data.") }
        if !shown.isEmpty { Self.write(shown, withExamples: true, to: &markup) }
        if !rest.isEmpty {
            markup.element("details") { details in
                details.element(
                    "summary", "\(CellText.count(rest.count)) more \(rest.count == 1 ? "kind" : "kinds") of findings")
                Self.write(rest, withExamples: false, to: &details)
            }
        }
        markup.element("p", ["class": "note"], ReportWords.skew(skew))
        markup.raw("</aside>\n")
    }

    private static func write(_ findings: ArraySlice<Finding>, withExamples: Bool, to markup: inout MarkupWriter) {
        markup.element("ul") { list in
            for finding in findings {
                list.element("li") { item in
                    item.element("code", finding.code.rawValue)
                    item.text(" \(finding.code.severity.rawValue), \(ReportWords.times(finding.count))")
                    guard withExamples, let example = finding.examples.first else { return }
                    item.element("span", ["class": "example"], " \(example.place.description): \(example.sentence)")
                }
            }
        }
    }

    mutating func writeChecks() {
        let checks = report.allChecks
        let failed = checks.count { !$0.outcome.ties }
        let verdict =
            failed == 0
            ? "✓ All \(checks.count) sums tie." : "✕ \(failed) of \(checks.count) sums do not tie."
        markup.raw("<section id=\"checks\" aria-labelledby=\"h-checks\">\n<h2 id=\"h-checks\">Checks</h2>\n")
        markup.element("p", ["class": failed == 0 ? "state good" : "state bad"], verdict)
        markup.raw("<div class=\"table long\"><div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
        markup.raw("aria-labelledby=\"cap-checks\">\n<table id=\"t-checks\"><caption id=\"cap-checks\">")
        markup.raw("<span class=\"title\">Sums that must tie</span></caption>\n<thead><tr>")
        markup.raw("<th scope=\"col\" class=\"w\" data-c=\"0\">Check</th>")
        markup.raw("<th scope=\"col\" class=\"r\" data-c=\"1\">Left</th>")
        markup.raw("<th scope=\"col\" class=\"r\" data-c=\"2\">Right</th>")
        markup.raw("<th scope=\"col\" class=\"r\" data-c=\"3\">Difference</th>")
        markup.raw("<th scope=\"col\" class=\"l\" data-c=\"4\">Result</th></tr></thead>\n<tbody>\n")
        for check in checks { write(check) }
        markup.raw("</tbody></table></div></div>\n</section>\n")
    }

    private mutating func write(_ check: Check) {
        let outcome = check.outcome
        let sides: [Cell] =
            if case .compared(let left, let right, let difference) = outcome {
                [left, right, difference]
            } else { Array(repeating: .absent(.notApplicable), count: 3) }
        markup.raw("<tr>")
        markup.element("th", ["scope": "row", "class": "w"], check.title)
        for side in sides { markup.element("td", ["class": "r"], shown(side, unit: .none)) }
        let verdict = outcome.ties ? "✓ ties" : "✕ does not tie"
        markup.element("td", ["class": "l"]) {
            $0.element("span", ["class": outcome.ties ? "state good" : "state bad"], verdict)
        }
        markup.raw("</tr>\n")
    }

    mutating func writeDefinitions() {
        let metrics = report.definitions
        markup.raw("<section id=\"definitions\" aria-labelledby=\"h-definitions\">\n")
        markup.raw("<h2 id=\"h-definitions\">Definitions</h2>\n<div class=\"definitions\">\n")
        for metric in metrics {
            markup.element("div", ["class": "definition", "id": "def-\(metric.id)"]) { entry in
                entry.element("h3", metric.title)
                entry.element("dl") { list in
                    Self.fact("Metric", metric.id, in: &list)
                    for (label, text) in metric.entry { Self.fact(label, text, in: &list) }
                }
            }
            markup.line()
        }
        markup.raw("</div>\n</section>\n")
    }

    mutating func writeAbout() {
        let context = report.context
        let words = words
        markup.raw("<section id=\"about\" aria-labelledby=\"h-about\">\n<h2 id=\"h-about\">About this report</h2>\n")
        markup.element("dl", ["class": "about"]) { list in
            Self.fact("As of", words.asOf(context.asOf), in: &list)
            Self.fact("Time zone", words.zone(at: context.asOf), in: &list)
            Self.fact("Period", words.period(context.period), in: &list)
            Self.fact("Policy", context.policySource, in: &list)
            for calendar in context.calendars {
                Self.fact("Service calendar \(calendar.name)", calendar.hours, in: &list)
            }
            Self.fact("Filters", ReportWords.filters(context), in: &list)
            for source in context.sources { Self.fact("Source \(source.name)", ReportWords.rows(source), in: &list) }
            Self.fact("Skewed clocks", ReportWords.skew(context.timestampSkew), in: &list)
            Self.fact("Engine", context.engineVersion, in: &list)
            Self.fact("Time zone data", context.timeZoneDataVersion, in: &list)
        }
        markup.raw("\n</section>\n")
    }
}
