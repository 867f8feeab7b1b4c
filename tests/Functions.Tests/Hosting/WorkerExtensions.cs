using System.Text.RegularExpressions;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Functions.Hosting;

/// <summary>
/// build/WorkerExtensions.targets takes the place of private parts of the Functions SDK, so that a new version of the SDK must be read
/// before it is taken.
/// </summary>
public sealed class WorkerExtensions
{
    private const string Sdk = "Microsoft.Azure.Functions.Worker.Sdk";

    [Theory]
    [InlineData("<Target Name=\"_WorkerExtensionsRestore\"")]
    [InlineData("<Target Name=\"_WorkerExtensionsBuild\"")]
    [InlineData("<Target Name=\"_FunctionsGetPaths\"")]
    [InlineData("<_FunctionsExtensionCommonProps>")]
    [InlineData("<_FunctionsExtensionRemoveProps>")]
    [InlineData("<_FunctionsIntermediateExtensionJsonPath>")]
    [InlineData("<ExtensionsCsProj Condition")]
    public void StillHaveTheNamesThatTheBuildReliesOn(string name) => Assert.Contains(name, Targets(), StringComparison.Ordinal);

    /// <summary>What the host loads beside the worker, without which a package of Flex Consumption is refused.</summary>
    [Theory]
    [InlineData("host.json")]
    [InlineData("functions.metadata")]
    [InlineData("worker.config.json")]
    [InlineData("extensions.json")]
    [InlineData(".azurefunctions/Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll")]
    public void LieBesideTheWorker(string file) => Assert.True(File.Exists(Path.Combine(BuiltProgram.FolderOf("functions"), file)), file);

    [Theory]
    [InlineData("functions")]
    [InlineData("tests/TestWorker")]
    public void AreLockedWithoutAnAddress(string project)
    {
        var lockFile = File.ReadAllText(Path.Combine(SiteFolder.Repository, project, "extensions.lock.json"));

        Assert.Contains("\"Microsoft.NET.Sdk.Functions\"", lockFile, StringComparison.Ordinal);
        Assert.DoesNotContain("://", lockFile, StringComparison.Ordinal);
    }

    private static string Targets()
    {
        var versions = File.ReadAllText(Path.Combine(SiteFolder.Repository, "Directory.Packages.props"));
        var version = Regex.Match(versions, $"\"{Regex.Escape(Sdk)}\" Version=\"([^\"]+)\"").Groups[1].Value;
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
#pragma warning disable CA1308 // Normalize strings to uppercase: the cache of packages is in lower case.
        return File.ReadAllText(Path.Combine(packages, Sdk.ToLowerInvariant(), version, "build", $"{Sdk}.targets"));
#pragma warning restore CA1308
    }
}
