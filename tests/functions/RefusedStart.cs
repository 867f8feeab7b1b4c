using System.Diagnostics;
using Xunit;

namespace Advocacy.Tests.Functions;

[Collection(GivingSites.Name)]
public sealed class RefusedStart(PublishedCampaign published)
{
    [Theory]
    [InlineData("SITE_URL", "", "SITE_URL is not set; write the address of the published site, such as https://www.example.org.")]
    [InlineData("GIVING_FILE", "/nowhere/giving.json", "GIVING_FILE /nowhere/giving.json cannot be read; build the site, and name its giving.json.")]
    [InlineData("GIVING_FILE", "/etc/hostname", "GIVING_FILE /etc/hostname is not the giving.json of a site; build the site again, with the generator of this version.")]
    public async Task EndsTheProcessWithTheSettingAndTheRemedy(string name, string value, string sentence)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "functions.dll")]) { RedirectStandardError = true, RedirectStandardOutput = true };
        (string Name, string Value)[] sound =
            [("STRIPE_SECRET_KEY", "sk_test_standin"), ("STRIPE_WEBHOOK_SECRET", "whsec_a"), ("LEDGER", "sqlite::memory:"), ("SITE_URL", "https://www.example.test"), ("GIVING_FILE", published.GivingFile)];
        foreach (var setting in sound)
            start.Environment[setting.Name] = setting.Value;
        start.Environment[name] = value;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = "0";

        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((78, sentence + "\n"), (process.ExitCode, said));
    }
}
