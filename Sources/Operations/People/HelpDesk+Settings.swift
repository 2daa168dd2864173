public import ServiceDesk

extension HelpDesk {
    /// All settings, by key.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func settings(by claim: CallerClaim) throws -> [(key: String, value: JSONValue)] {
        try refusing {
            try look { desk in
                try desk.caller(claim).check(.listSettings)
                return try desk.session.rows("SELECT setting_key, setting_value FROM app_settings")
                    .map { ($0.text("setting_key") ?? "", $0.json("setting_value")) }.sorted { $0.0 < $1.0 }
            }
        }
    }

    /// A setting; nil when there is none.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func setting(_ key: String, by claim: CallerClaim) throws -> JSONValue? {
        try refusing {
            try look { desk in
                try desk.caller(claim).check(.getSetting)
                return try desk.session.row(
                    "SELECT setting_value FROM app_settings WHERE setting_key = ?1", [.text(key)]
                )?.json("setting_value")
            }
        }
    }

    /// Sets a setting.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func set(_ key: String, to value: JSONValue, by claim: CallerClaim, dryRun: Bool = false) throws {
        try refusing {
            try transact(dryRun: dryRun) { desk in
                let caller = try desk.caller(claim)
                try caller.check(.setSetting)
                if Word.isBlank(key) { throw Refusal.missingField("the key") }
                let values: [SQLValue] = [
                    .text(key), .text(value.compactText), .text(caller.name), .instant(desk.now),
                ]
                let changed = try desk.session.change(
                    "UPDATE app_settings SET setting_value = ?2, updated_by = ?3, updated_at = ?4 WHERE setting_key = ?1",
                    values)
                if changed == 0 {
                    try desk.session.change(
                        """
                        INSERT INTO app_settings (id, setting_key, setting_value, updated_by, updated_at)
                        VALUES (?5, ?1, ?2, ?3, ?4)
                        """, values + [.id(desk.newID(of: DeskSetting.self))])
                }
                try desk.note("setting_changed", ["key": .string(key), "value": value], by: caller.name)
            }
        }
    }
}

/// A row of `app_settings`.
private enum DeskSetting {}
