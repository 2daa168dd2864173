import Reports
import ServiceDesk
import Testing

@Suite struct ModelTests {
    @Test func demoReportIsSound() {
        #expect(DemoReport.report().faults == [])
        #expect(DemoReport.report().allChecks.filter { !$0.outcome.ties }.map(\.id) == [])
    }
}
