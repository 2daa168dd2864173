import ArgumentParser
import Operations
import ServiceDesk

/// `setting`: what the desk has agreed on.
struct Settings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setting", abstract: "The desk's settings, which are JSON values by key.",
        discussion: SettingSet.examples([
            ("aroundtally setting list --as admin", "all of them"),
            ("aroundtally setting set enable_reports '{\"enabled\": true}' --as admin", "a feature's switch"),
        ]),
        subcommands: [SettingGet.self, SettingSet.self, SettingList.self])

    @OptionGroup var global: GlobalOptions
}

extension DeskAccess {
    fileprivate func write(_ key: String, _ value: JSONValue, dryRun: Bool = false) throws {
        let data: JSONValue = ["key": .string(key), "value": value]
        if try session.format([.table, .json]) == .json {
            try session.write(envelope("setting", dryRun: dryRun).document(data: ["setting": data]))
        } else {
            try session.write(value.compactText + "\n")
        }
    }
}

/// `setting get`: one setting.
struct SettingGet: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "One setting.",
        discussion: examples([("aroundtally setting get workflow_config --as admin", "its JSON")]))

    @Argument(help: "The key.")
    var key: String
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            guard let value = try desk.desk.setting(key, by: desk.claim) else {
                throw Failure(.inputMissing, "there is no setting \"\(key)\"", hint: "aroundtally setting list")
            }
            try desk.write(key, value)
        }
    }
}

/// `setting set`: set a setting.
struct SettingSet: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Set a setting to a JSON value.",
        discussion: examples([
            (
                #"aroundtally setting set role_permissions '{"Support": {"ticket close": false}}' --as admin"#,
                "rights can be taken away, never added"
            )
        ]))

    @Argument(help: "The key.")
    var key: String
    @Argument(help: "The value, as JSON.")
    var value: String
    @OptionGroup var dryRun: DryRunOptions
    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let document: JSONValue
            do throws(JSONMistake) { document = try JSONValue(parsing: value) } catch {
                throw Refusal.usage(
                    "the value is no JSON: \(error.sentence) at byte \(error.offset + 1)",
                    hint: "a text stands in quotes")
            }
            try desk.desk.set(key, to: document, by: desk.claim, dryRun: dryRun.dryRun)
            try desk.write(key, document, dryRun: dryRun.dryRun)
        }
    }
}

/// `setting list`: all settings.
struct SettingList: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All settings, by key.",
        discussion: examples([("aroundtally setting list --as admin", "keys and values")]))

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        try session.atDesk(caller) { desk in
            let rows = try desk.desk.settings(by: desk.claim).map { setting in
                (
                    object: JSONValue.object([
                        JSONMember("key", .string(setting.key)), JSONMember("value", setting.value),
                    ]), cells: [setting.key, setting.value.compactText]
                )
            }
            try RowsOutput(session: session).write(
                rows, as: [.init(title: "Key"), .init(title: "Value")], under: "settings",
                desk.envelope("setting_list"))
        }
    }
}
