using Microsoft.Playwright;

namespace Advocacy.Tests.Site.Browser;

/// <summary>The browser that the machine has.</summary>
public static class Chromium
{
    private const string Program = "/usr/lib/chromium/chromium-headless-shell";

    // A busy machine makes no page wrong: what is expected may take longer than the five seconds that Playwright waits by itself.
    private const float Patience = 60_000;

    static Chromium() => Assertions.SetDefaultExpectTimeout(Patience);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Program,
        Args =
        [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    });
}
