using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Advocacy.Theme.Localization;

namespace Advocacy.Preview.StripeEmulator.Pages;

/// <summary>What the checkout page shows of a session.</summary>
public sealed record CheckoutView(
    string Id, string Amount, string What, bool IsMonthly, string Button, string? CancelUrl, ImmutableArray<CheckoutView.Field> Fields,
    CheckoutEntries Entries, ImmutableArray<CheckoutView.Problem> Problems)
{
    /// <param name="Name">In the form.</param>
    /// <param name="Options">Value and label; empty where any text will do.</param>
    public sealed record Field(
        string Name, string Label, bool IsOptional, string? InputMode, ImmutableArray<(string Value, string Label)> Options);

    public sealed record Problem(string Field, string Sentence);

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    public static CheckoutView Of(JsonObject session, CheckoutEntries entries, ImmutableArray<Problem> problems, PreviewWords words)
    {
        var amount = words.In.Sum(session.Sum("amount_total"));
        var isMonthly = session.Text("mode") == "subscription";
        var items = session["_line_items"]!.AsArray().Select(item => (string?)item!["description"]);
        return new(
            session.Id(), amount, string.Join(", ", items), isMonthly,
            ButtonOf(session.Text("submit_type"), amount, isMonthly, words), session.Text("cancel_url"),
            [.. session["custom_fields"]!.AsArray().Select(field => FieldOf(field!.AsObject()))], entries, problems);
    }

    private static string ButtonOf(string? submitType, string sum, bool isMonthly, PreviewWords words)
    {
        var once = submitType switch
        {
            "donate" => words.DonateSum(sum),
            "book" => words.BookSum(sum),
            "subscribe" => words.SubscribeSum(sum),
            _ => words.PaySum(sum),
        };
        return isMonthly ? words.EachMonth(once) : once;
    }

    private static Field FieldOf(JsonObject field) => new(
        $"field_{field.Text("key")}",
        (string?)field["label"]!["custom"] ?? field.Text("key")!,
        field.IsTrue("optional"),
        field.Text("type") == "numeric" ? "numeric" : null,
        field.Text("type") == "dropdown"
            ? [.. field["dropdown"]!["options"]!.AsArray().Select(option => ((string)option!["value"]!, (string)option["label"]!))]
            : []);
}
