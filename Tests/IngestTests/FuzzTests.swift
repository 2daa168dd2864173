import Foundation
import TestSupport
import Testing

/// The kept inputs of the fuzz targets: some of every kind, and every one that once broke something.
@Suite("Fuzz corpora")
struct FuzzTests {
    @Test("Every kept input is read as it should be", arguments: FuzzTarget.allCases)
    func corpus(target: FuzzTarget) throws {
        let folder = Repository.root.appendingPathComponent("Tests/Fuzz/Corpus/\(target.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(files.count >= 3)
        for file in files {
            let complaint = target.complaint(about: Array(try Data(contentsOf: file)))
            #expect(complaint == nil, "\(file.lastPathComponent): \(complaint ?? "")")
        }
    }
}
