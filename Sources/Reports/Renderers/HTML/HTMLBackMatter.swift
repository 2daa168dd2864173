import ServiceDesk

/// What stands behind the figures: how good the data is, what must tie, what words mean, what was read.
extension HTMLPage {
    mutating func writeQualityBox() {
        let findings = report.findings
        let skew = report.context.timestampSkew
        let isClean = findings.allSatisfy { $0.code.severity == .info }
        markup.raw("<aside class=\"quality\" aria-labelledby=\"h-data-quality\">\n")
        markup.element("h2", ["id": "h-data-quality"], "Data quality")
        markup.element("p", ["class": "state \(isClean ? "good" : "warning")"], isClean ? "✓ clean" : "! see below")
        if findings.isEmpty { markup.element("p", "Nothing odd was found in the data.") }
        markup.element("ul") { list in
            for finding in findings {
                list.element("li") { item in
                    item.element("code", finding.code.rawValue)
                    item.text(" \(finding.code.severity.rawValue), \(CellText.count(finding.count)) times")
                    guard let example = finding.examples.first else { return }
                    item.element("span", ["class": "example"], " \(example.place.description): \(example.sentence)")
                }
            }
        }
        markup.element("p", ["class": "note"], ReportWords.skew(skew))
        markup.raw("</aside>\n")
    }

    mutating func writeChecks() {
        let checks = report.allChecks
        let failed = checks.count { !$0.outcome.ties }
        let verdict =
            failed == 0
            ? "✓ All \(checks.count) sums tie." : "✕ \(failed) of \(checks.count) sums do not tie."
        markup.raw("<section id=\"checks\" aria-labelledby=\"h-checks\">\n<h2 id=\"h-checks\">Checks</h2>\n")
        markup.element("p", ["class": failed == 0 ? "state good" : "state bad"], verdict)
        markup.raw("<div class=\"table\"><div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
        markup.raw("aria-labelledby=\"cap-checks\">\n<table id=\"t-checks\"><caption id=\"cap-checks\">")
        markup.raw("<span class=\"title\">Sums that must tie</span></caption>\n<thead><tr>")
        markup.raw("<th scope=\"col\" class=\"w\">Check</th><th scope=\"col\" class=\"r\">Left</th>")
        markup.raw("<th scope=\"col\" class=\"r\">Right</th><th scope=\"col\" class=\"r\">Difference</th>")
        markup.raw("<th scope=\"col\" class=\"l\">Result</th></tr></thead>\n<tbody>\n")
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
            Self.fact("As of", words.instant(context.asOf), in: &list)
            Self.fact("Time zone", words.zone(at: context.asOf), in: &list)
            let end = words.instant(context.period.end)
            Self.fact("Period", "\(words.instant(context.period.start)) up to, not including, \(end)", in: &list)
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
