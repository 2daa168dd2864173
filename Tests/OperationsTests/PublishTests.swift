import Foundation
import ServiceDesk
import Testing

@testable import Operations

/// An output is there whole or not at all.
@Suite struct PublishTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("publish-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }

    func write(_ text: String, to file: StagedFile) throws { try file.write(Array(text.utf8).span) }

    @Test func theOldFileStaysUntilTheNewOneIsWhole() throws {
        try Data("old".utf8).write(to: URL(fileURLWithPath: path("a")))
        let file = try StagedFile(path: path("a"))
        try write("new", to: file)
        #expect(text("a") == "old")
        try file.publish()
        #expect(text("a") == "new")
        #expect(names() == ["a"])
    }

    @Test func whatIsNotPublishedIsRemoved() throws {
        do {
            let file = try StagedFile(path: path("a"))
            try write("half", to: file)
            #expect(names().count == 1)
        }
        #expect(names().isEmpty)
    }

    @Test func severalFilesTogether() throws {
        var publication = Publication()
        for name in ["a", "b", "c"] { try write(name, to: publication.file(at: path(name))) }
        #expect(names().allSatisfy { $0.contains(".tmp-") })
        try publication.publish()
        #expect(names() == ["a", "b", "c"])
        #expect(text("b") == "b")
    }

    @Test func oneThatCannotBeCreatedLeavesTheOthers() throws {
        try Data("old".utf8).write(to: URL(fileURLWithPath: path("a")))
        var publication = Publication()
        try write("new", to: publication.file(at: path("a")))
        #expect(throws: PublishError.self) { try publication.file(at: self.path("nosuch/b")) }
        publication.discard()
        #expect(text("a") == "old")
        #expect(names() == ["a"])
    }

    @Test func aFailedRenameRemovesTheRest() throws {
        var publication = Publication()
        try write("a", to: publication.file(at: path("a")))
        try write("b", to: publication.file(at: path("b")))
        try FileManager.default.createDirectory(atPath: path("a"), withIntermediateDirectories: false)
        var kind: PublishError.Kind?
        do { try publication.publish() } catch { kind = error.kind }
        #expect(kind == .cannotCreate)
        #expect(names() == ["a"])
    }

    @Test func permissionsOfTheOldFileStay() throws {
        try Data("old".utf8).write(to: URL(fileURLWithPath: path("a")))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("a"))
        let file = try StagedFile(path: path("a"))
        try file.publish()
        #expect(try FileManager.default.attributesOfItem(atPath: path("a"))[.posixPermissions] as? Int == 0o640)
    }

    @Test func aLinkStaysALink() throws {
        try Data("old".utf8).write(to: URL(fileURLWithPath: path("target")))
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "target")
        let file = try StagedFile(path: path("link"))
        try write("new", to: file)
        try file.publish()
        #expect(text("target") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == "target")
    }

    @Test func classesOfFailure() throws {
        func kind(_ path: String) -> PublishError.Kind? {
            do {
                let file = try StagedFile(path: path)
                try self.write("x", to: file)
                try file.publish()
                return nil
            } catch { return (error as? PublishError)?.kind }
        }
        #expect(kind(path("nosuch/a")) == .cannotCreate)
        #expect(kind(folder.path) == .cannotCreate)
        #expect(kind("/proc/nosuch") == .cannotCreate)
        #expect(kind("/dev/full") == .inputOutput)
        #expect(kind("/dev/null") == nil)
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    }

    @Test func interruptionRemovesTemporaryFiles() throws {
        let file = try StagedFile(path: path("a"))
        try write("half", to: file)
        let temporary = try #require(file.temporaryPath)
        #expect(FileManager.default.fileExists(atPath: temporary))
        unlink(temporary)
        TemporaryFiles.forget(temporary)
        #expect(names().isEmpty)
    }

    /// A reader sees the old bytes or the new ones, never a part.
    @Test func readersNeverSeeHalf() async throws {
        let length = 100_000
        let target = path("a")
        try Data(repeating: 0, count: length).write(to: URL(fileURLWithPath: target))
        let writer = Task {
            for round in 1...200 {
                let file = try StagedFile(path: target)
                try file.write([UInt8](repeating: UInt8(round), count: length).span)
                try file.publish()
            }
        }
        var torn = 0
        for _ in 0..<2000 {
            guard let bytes = FileManager.default.contents(atPath: target) else { continue }
            if bytes.count != length || Set(bytes.prefix(10) + bytes.suffix(10)).count != 1 { torn += 1 }
        }
        try await writer.value
        #expect(torn == 0)
    }
}
