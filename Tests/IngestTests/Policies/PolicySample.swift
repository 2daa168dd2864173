/// Policy texts that the tests start from.
enum PolicySample {
    /// The sample of the policy file's specification, in full.
    static let full = """
        version: 1
        timezone: Asia/Kolkata                 # of the report; --timezone wins
        calendars:
          office:
            timezone: Asia/Kolkata             # IANA name; required
            week:                              # a day that is absent is closed
              mon: ["10:00-13:30", "14:00-19:00"]
              tue: ["10:00-19:00"]
              sat: ["22:00-06:00"]
              sun: ["00:00-24:00"]
            holidays:                          # local dates without working time
              - 2026-01-26
              - {date: 2026-11-08, name: Diwali}
              - {yearly: "08-15", name: Independence Day}
            special_days:
              2026-11-07: ["10:00-13:00"]
            breaks:
              2026-03-04: ["15:00-16:00"]
        policies:
          - name: amc-urgent
            when:
              priority: [urgent, high]
              category: [Technical]
              amc: [active, expiring]
              tss: [active, expiring]
              customer: ["Sharma Traders", 0B1C2D3E-0000-4000-8000-000000000001]
            calendar: office
            targets:
              first_response: {urgent: 1h, high: 3h, medium: 8h, low: 24h}
              resolution: {calendar: 24x7, urgent: 4h, high: 8h, medium: 24h, low: 72h}
            pause_on: [Waiting for Customer, On Hold]
            on_reopen: resume
            on_priority_change: retarget
            due_source: computed
            warning_lead: 60m

        """

    /// A calendar on the lines 1 to 5; its own keys are indented by four, and more of them may follow.
    static let calendar = """
        version: 1
        calendars:
          office:
            timezone: Asia/Kolkata
            week: {mon: ["10:00-19:00"]}

        """

    /// A policy on the lines 1 to 4 with the name `desk`; its own keys are indented by four, and more may follow.
    static let policy = """
        version: 1
        policies:
          - name: desk
            calendar: 24x7

        """
}
