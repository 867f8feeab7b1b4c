using System.Globalization;
using Advocacy.Functions.Ledger;
using Advocacy.TestKit.Ledger;
using Advocacy.TestKit.Stripe;
using Xunit;

namespace Advocacy.Tests.Functions.Finance;

/// <summary>All gifts of some days as a CSV file, for bookkeepers.</summary>
public sealed class GiftsExportTests : IAsyncLifetime
{
    private const string Header =
        "date,gift,gross,fee,net,currency,campaign,designation,source,tribute,interval,refund,payout,dispute_fee,difference\r\n";

    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.StartAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task AreOneLineEachByTheOrganizationsDays()
    {
        await RecordAsync(
            // The last second of November in Chicago, and the first of December.
            Given.Gift("pi_before", at: At("2026-12-01T05:59:59Z")),
            Given.Gift("pi_1", 5000, At("2026-12-01T06:00:00Z")), Given.Fee(175, 4825), Given.Payout(),
            Given.Refund(1234), Given.Refund(100, "re_2"), Given.RefundFailed("re_2"),
            Given.Gift("pi_2", 123456789, At("2026-12-02T18:00:00Z")) with
            {
                Designation = null,
                Source = null,
                Tribute = false,
                Interval = "monthly",
            },
            Given.DisputeLost(123456789, gift: "pi_2"),
            Given.Gift("pi_3", 1001, At("2026-12-02T18:00:01Z"), currency: "jpy"), Given.Fee(30, 900, "pi_3"),
            Given.Gift("pi_4", 5000, At("2026-12-02T18:00:02Z")), Given.Fee(175, 4825, "pi_4"),
            Given.DisputeLost(5000, gift: "pi_4"), Given.DisputeFee(1500, "pi_4"),
            Given.Gift("pi_5", 5000, At("2026-12-02T18:00:03Z")), Given.Fee(175, 4825, "pi_5"),
            Given.DisputeFee(1500, "pi_5"), Given.DisputeFee(-1500, "pi_5", "txn_back"),
            Given.Gift("pi_after", at: At("2026-12-03T06:00:00Z")),
            Given.Refund(1, gift: "pi_waiting"));

        var answer = await _host.Http.GetAsync(new Uri(_host.Address, $"/api/gifts.csv?from=2026-12-01&to=2026-12-02&code={_host.Key}"));

        Assert.Equal("text/csv; charset=utf-8; header=present", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=gifts-2026-12-01-2026-12-02.csv", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(
            Header
            + "2026-12-01,pi_1,50.00,1.75,48.25,USD,giving-tuesday,legal-aid,ferry,yes,once,12.34,po_1,0.00,\r\n"
            + "2026-12-02,pi_2,1234567.89,,,USD,giving-tuesday,,,no,monthly,1234567.89,,,\r\n"
            + "2026-12-02,pi_3,1001,,,JPY,giving-tuesday,legal-aid,ferry,yes,once,0,,,\r\n"
            + "2026-12-02,pi_4,50.00,1.75,33.25,USD,giving-tuesday,legal-aid,ferry,yes,once,50.00,,15.00,\r\n"
            + "2026-12-02,pi_5,50.00,1.75,48.25,USD,giving-tuesday,legal-aid,ferry,yes,once,0.00,,0.00,\r\n",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AreAllThereThoughOneCannotBeRead()
    {
        await RecordAsync(Given.Gift("pi_1", at: At("2026-12-01T06:00:00Z")), Given.Gift("pi_2", at: At("2026-12-01T06:00:01Z")));
        await _host.DamageAsync("pi_1");

        Assert.Equal(
            (
                200,
                Header
                + ",pi_1,unreadable,,,,,,,,,,,,\r\n"
                + "2026-12-01,pi_2,50.00,,,USD,giving-tuesday,legal-aid,ferry,yes,once,0.00,,,\r\n"),
            await GetAsync("?from=2026-12-01&to=2026-12-01"));
    }

    [Fact]
    public async Task SayWhichSumsDoNotFit()
    {
        var noon = At("2026-12-01T18:00:00Z");
        await RecordAsync(
            Given.Gift("pi_1", at: noon), Given.Fee(175, 4825), Given.Refund(4600) with { Currency = "eur" }, Given.DisputeLost(6000),
            Given.Gift("pi_2", at: noon), Given.Fee(175, 4825, "pi_2"), Given.DisputeFee(1500, "pi_2"),
            Given.DisputeFee(1400, "pi_2", "txn_2") with { Currency = "eur" },
            Given.DisputeFee(-400, "pi_2", "txn_3") with { Currency = "eur" },
            Given.Gift("pi_3", at: noon), Given.DisputeLost(5000, gift: "pi_3"),
            Given.DisputeReinstated(gift: "pi_3") with { Amount = 2000 });

        Assert.Equal(
            (
                200,
                Header
                + "2026-12-01,pi_1,50.00,1.75,48.25,USD,giving-tuesday,legal-aid,ferry,yes,once,50.00,,0.00,"
                + "\"refund re_1 is 46.00 EUR, and the gift was in USD; 10.00 USD more went back than was given\"\r\n"
                + "2026-12-01,pi_2,50.00,1.75,,USD,giving-tuesday,legal-aid,ferry,yes,once,0.00,,,"
                + "\"the fees of disputes are 10.00 EUR, and the gift was in USD\"\r\n"
                + "2026-12-01,pi_3,50.00,,,USD,giving-tuesday,legal-aid,ferry,yes,once,30.00,,,\r\n"),
            await GetAsync("?from=2026-12-01&to=2026-12-01"));
    }

    [Fact]
    public async Task AreASentenceWithAllHttpHeadersWhereTheLedgerCannotBeRead()
    {
        await _host.BreakAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Address, "/api/gifts.csv?from=2026-12-01&to=2026-12-01"));
        request.Headers.Add("x-functions-key", _host.Key);
        using var answer = await _host.Http.SendAsync(request);

        Assert.Equal(
            (503, "This is not available at the moment; try again in a few minutes."),
            ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains(_host.Log.Lines, line => line == "Error: A request failed in GiftsExport");
    }

    [Fact]
    public async Task AreAHeaderLineWhereThereAreNone() => Assert.Equal((200, Header), await GetAsync("?from=2026-12-01&to=2026-12-01"));

    [Theory]
    [InlineData("", "from \"\" is no day; write the first day as 2026-12-01.")]
    [InlineData("?from=yesterday&to=2026-12-01", "from \"yesterday\" is no day; write the first day as 2026-12-01.")]
    [InlineData("?from=2026-12-01", "to \"\" is no day; write the last day as 2026-12-31.")]
    [InlineData("?from=2026-12-01&to=2026-12-32", "to \"2026-12-32\" is no day; write the last day as 2026-12-31.")]
    [InlineData("?from=2026-12-01&to=9999-12-31", "to \"9999-12-31\" is no day; write the last day as 2026-12-31.")]
    [InlineData("?from=2026-12-02&to=2026-12-01", "from 2026-12-02 is after to 2026-12-01; change places.")]
    public async Task AreRefusedForInvalidDays(string query, string sentence) => Assert.Equal((400, sentence), await GetAsync(query));

    private async Task RecordAsync(params Fact[] facts)
    {
        foreach (var fact in facts) await _host.Ledger.RecordAsync(fact, CancellationToken.None);
    }

    private async Task<(int Status, string Text)> GetAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Address, $"/api/gifts.csv{query}"));
        request.Headers.Add("x-functions-key", _host.Key);
        using var answer = await _host.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
