/// What `explain finding CODE` says: the entry of the catalogue for one code.
public struct FindingExplanation: Hashable, Sendable {
    /// What was found, as a phrase.
    public let title: String
    /// Why it matters for the figures.
    public let reason: String
    /// What to do about it.
    public let remedy: String

    init(_ title: String, reason: String, remedy: String) {
        self.title = title
        self.reason = reason
        self.remedy = remedy
    }
}

extension FindingCode {
    /// The catalogue's entry. A code without one does not compile.
    public var explanation: FindingExplanation {
        switch self {
        case .unknownStatus, .unknownPriority, .badValue, .amountRounded, .amountNotFinite, .amountOutOfRange:
            valueExplanation
        case .duplicateID, .duplicateClientKey, .orphanCustomer, .orphanAgent, .orphanTicket: referenceExplanation
        case .eventWithoutTime, .eventWithoutValue, .oldValueMismatch, .statusWithoutEvent, .doneTimeUnknown,
            .createdAtMissing, .clockBackwards, .skewedTimestamps:
            historyExplanation
        case .noPolicy, .slaDueDiffers: policyExplanation
        case .missingTable, .missingColumn, .noRows, .truncated, .rejectedRow, .keptNewer, .skippedCommand,
            .unreadableSetting:
            sourceExplanation
        }
    }

    private var valueExplanation: FindingExplanation {
        switch self {
        case .unknownStatus:
            FindingExplanation(
                "A status that is none of the known ones",
                reason: "The ticket counts as open: if it is really done, it stays in the backlog and its clock runs.",
                remedy: "Correct the spelling in the source, or tell us about the status if the desk really uses it.")
        case .unknownPriority:
            FindingExplanation(
                "A priority that is none of the known ones",
                reason: "The ticket counts as untriaged and is measured against the Medium target.",
                remedy: "Correct the spelling in the source, or give the ticket a priority.")
        case .amountRounded:
            FindingExplanation(
                "An amount with more than two decimals",
                reason: "Money is counted in whole paise; the amount was rounded half to even.",
                remedy: "Correct the amount in the source if the fraction was a typing mistake.")
        case .amountNotFinite:
            FindingExplanation(
                "An amount that is NaN or infinite",
                reason: "It is listed with its text and left out of every sum.",
                remedy: "Enter the real amount in the source.")
        case .amountOutOfRange:
            FindingExplanation(
                "An amount beyond what can be counted exactly",
                reason: "It is listed with its text and left out of every sum.",
                remedy: "Enter the real amount in the source.")
        default:
            FindingExplanation(
                "A value that cannot be read",
                reason: "The value counts as missing; the rest of the row is used.",
                remedy: "Look at the place that the message names and correct the value in the source.")
        }
    }

    private var referenceExplanation: FindingExplanation {
        switch self {
        case .duplicateID:
            FindingExplanation(
                "Two rows of a table with one id",
                reason: "The last row wins, as an upsert would do it, and its place in the order counts.",
                remedy: "Check whether two dumps were joined, or whether an export was appended to an older one.")
        case .duplicateClientKey:
            FindingExplanation(
                "Two tickets with one client key",
                reason: "Both are counted, though the app may have sent one request twice.",
                remedy: "Compare the two tickets and cancel the copy.")
        case .orphanCustomer:
            FindingExplanation(
                "A ticket names a customer that is not there",
                reason: "The ticket counts, but has no contract: it is in the Normal queue and matches no AMC policy.",
                remedy: "Include the customers table in the dump, or correct the reference.")
        case .orphanAgent:
            FindingExplanation(
                "A row names an agent that is not there",
                reason: "The work counts under the bare id, and a comment by it is no agent's reply.",
                remedy: "Include the agents table in the dump, or correct the reference.")
        default:
            FindingExplanation(
                "A row names a ticket that is not there",
                reason: "The event, comment, remark or service report belongs to no ticket and is not used.",
                remedy: "Include the whole tickets table in the dump.")
        }
    }

    private var historyExplanation: FindingExplanation {
        switch self {
        case .eventWithoutTime:
            FindingExplanation(
                "An event or a reply without a time",
                reason: "Nobody knows when it happened, so it is left out of the history.",
                remedy: "Fill in created_at in the source if another record tells it.")
        case .eventWithoutValue:
            FindingExplanation(
                "A change without the new value",
                reason: "It is as if the event were not there.",
                remedy: "Look at the payload that the message shows; the app must write to, new_status or new.")
        case .oldValueMismatch:
            FindingExplanation(
                "A change whose old value is not what held before",
                reason: "The new value counts, so no figure is wrong; it hints at an event that is missing.",
                remedy: "Nothing, unless it happens often: then some part of the app changes tickets without an event.")
        case .statusWithoutEvent:
            FindingExplanation(
                "A ticket's row has a status that its events do not lead to",
                reason: "The row wins, from the most probable instant; resolution_source says which one that is.",
                remedy: "Nothing for old data. For new data: the app must write an event with every change.")
        case .doneTimeUnknown:
            FindingExplanation(
                "A ticket is done and nothing tells since when",
                reason: "Its clocks are not applicable, except a first response that a reply settles.",
                remedy: "Fill in completed_at in the source if another record tells it.")
        case .createdAtMissing:
            FindingExplanation(
                "A ticket without a usable created_at",
                reason: "Nothing can be measured on it: it has no clocks.",
                remedy: "Fill in created_at in the source.")
        case .clockBackwards:
            FindingExplanation(
                "Something that happened before the ticket was created",
                reason: "It counts as at the ticket's creation, so the time until then reads as zero.",
                remedy: "Check the clocks of the machines that write; five and a half hours are skewed_timestamps.")
        default:
            FindingExplanation(
                "Timestamps that were written five and a half hours too late",
                reason: "They were moved back before anything was measured; how many is printed on every output.",
                remedy: "Nothing. With --app-clock utc nothing is moved, with --app-clock ist-as-utc everything is.")
        }
    }

    private var policyExplanation: FindingExplanation {
        switch self {
        case .noPolicy:
            FindingExplanation(
                "Tickets that no policy matches",
                reason: "They have no clocks and are in no attainment.",
                remedy: "End the policy file with a policy without conditions, if every ticket should have a promise.")
        default:
            FindingExplanation(
                "A stored sla_due that is not the due instant worked out from the policy",
                reason: "The computed instant counts, unless the policy says due_source: stored.",
                remedy: "Compare calendar and targets with the app's; nothing if the app counts calendar time.")
        }
    }

    private var sourceExplanation: FindingExplanation {
        switch self {
        case .missingTable:
            FindingExplanation(
                "A table that the source does not have",
                reason: "Everything that would come from it is missing: without audit_log there are no histories.",
                remedy: "Make the dump with the table in it.")
        case .missingColumn:
            FindingExplanation(
                "A column that a table does not have",
                reason: "Its values count as missing.",
                remedy: "Nothing for a dump of an older version of the app; else make the dump with all columns.")
        case .noRows:
            FindingExplanation(
                "A source without rows",
                reason: "There is nothing to measure: probably a dump of the schema only.",
                remedy: "Make the dump with data: pg_dump without --schema-only.")
        case .truncated:
            FindingExplanation(
                "A source that ends early",
                reason: "What came before its end is used; how much is missing nobody knows. The exit code is 3.",
                remedy: "Make the dump again and check that the disk was not full; --strict refuses it.")
        case .rejectedRow:
            FindingExplanation(
                "A row that cannot be read",
                reason: "The row is not counted anywhere. The exit code is 3.",
                remedy: "Write them to a file with --rejects FILE, correct them, read again; --strict refuses them.")
        case .keptNewer:
            FindingExplanation(
                "A row that was changed here after the source was made",
                reason: "The import left it as it is here: an older dump must not undo work.",
                remedy: "Nothing, as a rule; import --force takes the row of the source instead.")
        case .skippedCommand:
            FindingExplanation(
                "A command of the dump that holds no data",
                reason: "It was not run: reading never runs anything that a dump contains.",
                remedy: "Nothing.")
        default:
            FindingExplanation(
                "A settings row that cannot be read",
                reason: "The defaults hold instead of what the desk may have set.",
                remedy: "Look at the row that the message names, or hand in a policy file with --policy.")
        }
    }
}
