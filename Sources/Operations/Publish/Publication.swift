/// Several outputs that belong together: all are written and synced before the first gets its name, so a full disk or
/// a failed renderer leaves every old file in place.
public struct Publication: ~Copyable {
    private var files: [StagedFile] = []

    /// A publication without files.
    public init() {}

    /// Adds an output; it is created under a temporary name at once.
    public mutating func file(at path: String) throws(PublishError) -> StagedFile {
        let file = try StagedFile(path: path)
        files.append(file)
        return file
    }

    /// Puts all outputs in place. Nothing is renamed before everything is on the disk.
    public consuming func publish() throws(PublishError) { try Publication.publish(files) }

    /// Removes all temporary files.
    public consuming func discard() { for file in files { file.discard() } }

    static func publish(_ files: [StagedFile]) throws(PublishError) {
        do {
            for file in files { try file.sync() }
            for file in files { try file.rename() }
        } catch {
            for file in files { file.discard() }
            throw error
        }
        var synced: Set<String> = []
        for file in files where file.temporaryPath != nil && synced.insert(file.folder).inserted {
            try FileDescriptor.syncFolder(file.folder)
        }
    }
}
