/// Something to read.
public enum IngestSource {
    /// A source as `COMMANDS`, "Inputs" names it: a file, a folder, `table=path.csv`, or `-` for standard input.
    case path(String)
    /// The text of a plain dump with COPY blocks that somebody else makes up while it is read: a database, for example.
    /// The name is what findings say, the kind is what the source is, in words.
    case stream(name: String, kind: String, reader: any ByteReader)

    /// The source as it was named.
    var name: String {
        switch self {
        case .path(let path): path
        case .stream(let name, _, _): name
        }
    }
}
