using Advocacy.Tests.Sites;

namespace Advocacy.Tests.Functions;

/// <summary>The functions' own build output, in the configuration of these tests.</summary>
internal static class BuiltFunctions
{
    public static string Folder { get; } = Path.Combine(
        SiteFolder.Repository, "functions", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name);

    public static string Assembly { get; } = Path.Combine(Folder, "functions.dll");
}
