import CXlsx

/// The C libraries that the renderers are linked with.
public enum LinkedLibraries {
    /// The version of libxlsxwriter.
    public static var xlsxwriter: String { String(cString: lxw_version()) }
}
