public import ServiceDesk

extension HelpDesk {
    /// Refuses a caller who may not do something to the desk as a whole.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func admit(_ claim: CallerClaim, to verb: DeskVerb) throws {
        try refusing { try look { try $0.caller(claim).check(verb) } }
    }

    /// Refuses a caller who may not import. On a desk without agents everybody may, and whoever names nobody: then the
    /// operating system's rights on the file, or the server's on the role, are the border.
    /// - Throws: `RefusedCommand`, `DatabaseError`.
    public func admitToImport(_ claim: CallerClaim) throws {
        guard claim != .nobody else { return }
        try refusing {
            try look { transaction in
                guard !transaction.context.agents.isEmpty else { return }
                try transaction.caller(claim).check(.importRows)
            }
        }
    }
}
