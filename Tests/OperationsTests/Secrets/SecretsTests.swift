import ServiceDesk
import Testing

@testable import Operations

/// Passwords, keys, sessions and the slowing down of guesses.
@Suite struct SecretsTests {
    @Test func aPasswordIsKnownByItsHashOnly() {
        let phc = Password.hash("correct horse ﬁsh")
        #expect(phc.hasPrefix("$scrypt$ln=17,r=8,p=1$"))
        #expect(!phc.contains("horse"))
        // The ligature and its two letters are one password.
        #expect(Password.verify("correct horse fish", against: phc) == .right)
        #expect(Password.verify("correct horse fisk", against: phc) == .wrong)
        #expect(Password.hash("correct horse ﬁsh") != phc)
    }

    /// RFC 7914, section 11: the PBKDF2 vector with one round, and the scrypt vector with N = 16384.
    @Test func hashesOfOtherProgramsAreRead() {
        let pbkdf2 =
            "$pbkdf2-sha256$i=1$" + Base64.text(Array("salt".utf8)) + "$"
            + Base64.text(
                bytes(ofHexadecimal: "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc") ?? [])
        #expect(Password.verify("passwd", against: pbkdf2) == .rightAndOutdated)
        #expect(Password.verify("password", against: pbkdf2) == .wrong)
        let scrypt =
            "$scrypt$ln=14,r=8,p=1$" + Base64.text(Array("SodiumChloride".utf8)) + "$"
            + Base64.text(
                bytes(ofHexadecimal: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2") ?? [])
        #expect(Password.verify("pleaseletmein", against: scrypt) == .rightAndOutdated)
        for broken in ["", "$", "$scrypt$ln=63,r=8,p=1$c2FsdA$", "admin123", "$scrypt$ln=17$a$b", "$md5$$$"] {
            #expect(Password.verify("", against: broken) == .wrong)
        }
    }

    @Test func weakPasswordsAreRefused() {
        #expect(throws: PasswordFault.length) { try Password.check("seven77") }
        #expect(throws: PasswordFault.length) { try Password.check(String(repeating: "x", count: 129)) }
        #expect(throws: PasswordFault.wellKnown) { try Password.check("Admin123") }
        #expect(throws: Never.self) { try Password.check("नमस्ते दुनिया") }
    }

    @Test func keysHaveAFormAndACheckSum() {
        let key = APIKey.make()
        #expect(key.hasPrefix("atk_"))
        #expect(key.utf8.count == 53)
        #expect(APIKey.isWellFormed(key))
        #expect(APIKey.make() != key)
        #expect(APIKey.prefix(of: key).count == 8)
        var mistyped = Array(key)
        mistyped[20] = mistyped[20] == "a" ? "b" : "a"
        #expect(!APIKey.isWellFormed(String(mistyped)))
    }

    @Test(arguments: TestBackEnd.available)
    func guessesSlowDown(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        let throttle = Throttle.account(" Meera ")
        var now = Instant(microseconds: 1_772_360_553_000_000)
        let end = now + TimeSpan(microseconds: 3_600_000_000)
        var reached = 0
        try database.write { session in
            while now < end {
                if let until = try throttle.blockedUntil(at: now, in: session) {
                    now = until
                } else {
                    reached += 1
                    try Throttle.account("meera").fail(at: now, in: session)
                    now = now + TimeSpan(microseconds: 1_000)
                }
            }
        }
        #expect(reached > 5)
        #expect(reached <= 100)
        try database.write { session in
            try throttle.succeed(in: session)
            #expect(try throttle.blockedUntil(at: end, in: session) == nil)
        }
    }

    @Test(arguments: TestBackEnd.available)
    func sessionsEnd(_ backEnd: TestBackEnd) throws {
        let database = try backEnd.makeLocation().create()
        let start = Instant(microseconds: 1_772_360_553_000_000)
        let hour = TimeSpan(microseconds: 3_600_000_000)
        let holder = SecureRandom.uuid()
        try database.write { session in
            let token = try Sessions.begin(holder: holder, at: start, in: session)
            #expect(try Sessions.holder(of: token, at: start + hour, in: session) == holder)
            #expect(try Sessions.holder(of: token + "0", at: start, in: session) == nil)
            var last = start
            for _ in 0..<11 { last = last + hour }
            try Sessions.touch(token, at: last, in: session)
            var late = last
            for _ in 0..<11 { late = late + hour }
            #expect(try Sessions.holder(of: token, at: late, in: session) == holder)
            #expect(try Sessions.holder(of: token, at: late + hour, in: session) == nil)
            try PasswordStore.set("x", for: holder, at: last, in: session)
            #expect(try Sessions.holder(of: token, at: last, in: session) == nil)
        }
    }
}
