import ServiceDesk

/// Who is covered, and what was billed.
extension KPIReport {
    var contracts: Section {
        Section(
            id: "contracts", title: "Contracts",
            lead:
                "How the customers' AMC and TSS contracts stand on the local date of as-of. The last day still counts.",
            blocks: [.chart(contractChart), .table(contractStates), .table(contractBands)])
    }

    private var today: LocalDate { plan.zone.localDate(of: plan.asOf) }

    private func states(_ expiry: ValueColumn<Customer, LocalDate>) -> [Int] {
        var counts = [Int](repeating: 0, count: ContractState.allCases.count)
        for row in 0..<expiry.count {
            counts[Int(ContractState(expiry: expiry[CustomerRow(row)], on: today).rawValue)] += 1
        }
        return counts
    }

    private var contractChart: Chart {
        let amc = states(dataset.customers.amcExpiry)
        let tss = states(dataset.customers.tssExpiry)
        let covered = amc[Int(ContractState.active.rawValue)] + amc[Int(ContractState.expiring.rawValue)]
        return Chart(
            id: "contract_states", title: "Customers by contract state", kind: .stackedBar,
            finding: "\(IndianGrouping.group(covered)) of \(IndianGrouping.group(dataset.customers.count)) customers "
                + "have an AMC in force; \(IndianGrouping.group(amc[Int(ContractState.expiring.rawValue)])) of those end "
                + "within 30 days.",
            categoryTitle: "Contract", categories: [.text("AMC"), .text("TSS")],
            series: ContractState.allCases.map { state in
                ChartSeries(
                    key: state.name, title: state.title, unit: .customers,
                    values: [.count(amc[Int(state.rawValue)]), .count(tss[Int(state.rawValue)])], tone: state.tone)
            })
    }

    private var contractStates: ReportTable {
        let amc = states(dataset.customers.amcExpiry)
        let tss = states(dataset.customers.tssExpiry)
        return ReportTable(
            id: "contract_states", title: "Contract states", sheetName: "Contracts",
            basis: "All customers, by the local date of as-of, \(CellText.date(today)).",
            columns: [
                TableColumn("state", "State", .text),
                TableColumn("amc", "AMC", .count, unit: .customers, metric: .amcStates, isSummed: true),
                TableColumn("tss", "TSS", .count, unit: .customers, metric: .tssStates, isSummed: true),
            ],
            rows: ContractState.allCases.map {
                [.text($0.title), .count(amc[Int($0.rawValue)]), .count(tss[Int($0.rawValue)])]
            },
            total: [.text("All"), .count(dataset.customers.count), .count(dataset.customers.count)])
    }

    private var contractBands: ReportTable {
        let amc = ContractBand.count(dataset.customers.amcExpiry, on: today)
        let tss = ContractBand.count(dataset.customers.tssExpiry, on: today)
        return ReportTable(
            id: "contract_bands", title: "Days left and days lapsed", sheetName: "Contracts",
            basis: "All customers, by the local date of as-of, \(CellText.date(today)). Bands exclude each other.",
            columns: [
                TableColumn("band", "Band", .text),
                TableColumn("amc", "AMC", .count, unit: .customers, metric: .amcStates, isSummed: true),
                TableColumn("tss", "TSS", .count, unit: .customers, metric: .tssStates, isSummed: true),
            ],
            rows: ContractBand.allCases.map {
                [.text($0.title), .count(amc[$0.rawValue]), .count(tss[$0.rawValue])]
            },
            total: [.text("All"), .count(dataset.customers.count), .count(dataset.customers.count)])
    }

    // MARK: Billing

    var billing: Section {
        let totals: [(Metric, Metric, BillTotals)] = [
            (.billsRaised, .amountRaised, summary.billsRaised),
            (.billsProcessed, .amountProcessed, summary.billsProcessed),
        ]
        let outstanding = summary.billsOutstanding
        return Section(
            id: "billing", title: "Billing",
            lead: "What was billed and what went through. The billing report has more.",
            blocks: [
                .figures(
                    totals.flatMap { count, amount, bills in
                        [
                            Figure(count, .count(bills.count), n: bills.count, nTitle: "bills"),
                            Figure(
                                amount, .money(bills.amount), n: bills.count - bills.withoutAmount,
                                nTitle: "bills with an amount",
                                parts: [
                                    FigurePart(
                                        key: "without_amount", title: "without an amount",
                                        value: .count(bills.withoutAmount))
                                ]),
                        ]
                    } + [
                        Figure(
                            .billsOutstanding, .money(outstanding.amount), n: outstanding.count, nTitle: "bills",
                            parts: [
                                FigurePart(
                                    key: "without_amount", title: "without an amount",
                                    value: .count(outstanding.withoutAmount))
                            ])
                    ]),
                .table(billingStates),
            ])
    }

    private var billingStates: ReportTable {
        ReportTable(
            id: "billing_states", title: "Tickets by billing state", sheetName: "Billing",
            basis: "All tickets that exist at as-of, as their bill events leave them.",
            columns: [
                TableColumn("billing_state", "Billing state", .text),
                TableColumn("tickets", "Tickets", .count, unit: .tickets, isSummed: true),
            ],
            rows: BillingState.allCases.map { [.text($0.name), .count(summary.byBillingState[Int($0.rawValue)])] },
            total: [.text("All"), .count(summary.tickets)])
    }
}

extension ContractState {
    /// Whether that is good news.
    fileprivate var tone: Tone {
        switch self {
        case .active: .good
        case .expiring: .warning
        case .expired: .bad
        case .none: .neutral
        }
    }
}
