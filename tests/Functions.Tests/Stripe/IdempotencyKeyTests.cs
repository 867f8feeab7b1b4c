using System.Text.RegularExpressions;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Functions.Stripe;

public sealed partial class IdempotencyKeyTests
{
    /// <summary>Stripe would otherwise carry a repeated request out twice: https://docs.stripe.com/api/idempotent_requests.</summary>
    [Fact]
    public void IsNamedByEachWriteToStripe()
    {
        var writes = Directory.EnumerateFiles(Path.Combine(SiteFolder.Repository, "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).Where(text => Write().IsMatch(text)).ToArray();

        Assert.NotEmpty(writes);
        Assert.All(writes, text => Assert.Equal(Write().Count(text), IdempotencyKey().Count(text)));
    }

    [GeneratedRegex(@"\bV1\.[\w.]+\.(Create|Update|Cancel|Expire|Confirm|Capture|Delete|Finalize|Pay|Close|Void|Resume)\w*Async\(")]
    private static partial Regex Write();

    [GeneratedRegex(@"\bIdempotencyKey = ")]
    private static partial Regex IdempotencyKey();
}
