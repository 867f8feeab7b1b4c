namespace Advocacy.TestKit;

/// <summary>A program of the repository as it was built, in the configuration of these tests.</summary>
internal static class BuiltProgram
{
    private static readonly DirectoryInfo _tests = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Preview { get; } = Path.Combine(FolderOf("preview"), "preview.dll");

    public static string Generator { get; } = Path.Combine(FolderOf("generator"), "generator.dll");

    public static string Functions { get; } = Path.Combine(FolderOf("functions"), "functions.dll");

    /// <param name="project">Its folder in the repository.</param>
    public static string FolderOf(string project) =>
        Path.Combine(SiteFolder.Repository, project, "bin", _tests.Parent!.Name, _tests.Name) + Path.DirectorySeparatorChar;
}
