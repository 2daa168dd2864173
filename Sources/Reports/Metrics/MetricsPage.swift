extension Metric {
    /// The catalogue as a Markdown page, `docs/metrics.md`.
    public static var page: String {
        var page = "# Metrics\n\nWhat every number in a report means. Made from the catalogue in "
        page += "`Sources/Reports/Metrics`; `aroundtally explain metric ID` prints one entry.\n"
        for group in MetricGroup.allCases {
            page += "\n## \(group.title)\n"
            for metric in catalogue where metric.group == group { page += metric.pageEntry }
        }
        return page
    }

    private var pageEntry: String {
        "\n### `\(id)`: \(title)\n\n" + entry.map { "- **\($0.label).** \($0.text)\n" }.joined()
    }

    /// The entry as `explain metric` prints it.
    public var explanation: String {
        "\(id): \(title)\n" + entry.map { "  \($0.label): \($0.text)\n" }.joined()
    }
}
