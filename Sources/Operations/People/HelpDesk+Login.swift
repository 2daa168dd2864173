public import ServiceDesk

/// Why somebody may not log in.
public enum LoginFault: Error, Hashable, Sendable {
    /// The name or the password is wrong; it is not told which.
    case wrong
    /// Too many failures; nothing is looked at before then.
    case throttled(until: Instant)
}

extension HelpDesk {
    /// Begins the session of an agent or a portal user.
    /// - Returns: the token of the session, and who it is.
    /// - Throws: `LoginFault`, `DatabaseError`.
    public func logIn(_ name: CallerClaim, password: String) throws -> (token: String, caller: Caller) {
        let throttle = Throttle.account(name.name ?? "")
        let account = try look { desk -> (id: String, hash: String?, isEnabled: Bool)? in
            if let until = try throttle.blockedUntil(at: desk.now, in: desk.session) {
                throw LoginFault.throttled(until: until)
            }
            guard let (id, isEnabled) = try desk.account(name) else { return nil }
            return (id, try PasswordStore.hash(of: id, in: desk.session), isEnabled)
        }
        // An account that is not there takes as long as one that is.
        var verdict = Password.Verdict.wrong
        if let hash = account?.hash {
            verdict = Password.verify(password, against: hash)
        } else {
            Password.verifyNothing(password)
        }
        let fresh = verdict == .rightAndOutdated ? Password.hash(password) : nil
        guard let account, account.isEnabled, verdict != .wrong else {
            try transact(dryRun: false) { try throttle.fail(at: $0.now, in: $0.session) }
            throw LoginFault.wrong
        }
        return try transact(dryRun: false) { desk in
            try throttle.succeed(in: desk.session)
            if let fresh { try PasswordStore.set(fresh, for: account.id, at: desk.now, in: desk.session) }
            let token = try Sessions.begin(holder: account.id, at: desk.now, in: desk.session)
            return (token, try desk.caller(.session(token)))
        }
    }

    /// Ends a session.
    /// - Throws: `DatabaseError`.
    public func logOut(_ token: String) throws {
        try transact(dryRun: false) { try Sessions.end(token, at: $0.now, in: $0.session) }
    }
}

extension DeskTransaction {
    /// The account that a name stands for.
    fileprivate func account(_ name: CallerClaim) throws -> (id: String, isEnabled: Bool)? {
        switch name {
        case .agent(let name):
            AgentRecord.find(name, among: context.agents).map { ($0.id.text, $0.isEnabled) }
        case .portalUser(let email):
            try PortalUserRow.find(email: email, in: session).map { ($0.id.text, $0.isEnabled) }
        case .nobody, .accessKey, .session: nil
        }
    }
}
