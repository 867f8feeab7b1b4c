using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Advocacy.Preview.StripeEmulator.Resources;
using Advocacy.Theme.Localization;

namespace Advocacy.Preview.StripeEmulator.Pages;

/// <summary>What was entered on the checkout page, as it was entered.</summary>
public sealed record CheckoutEntries(
    string Email, string Name, string PaymentMethod, string Card, ImmutableDictionary<string, string> Fields)
{
    public const string ByCard = "card";
    public const string ByBank = "bank";

    public static CheckoutEntries Blank(JsonObject session) =>
        new(session.Text("customer_email") ?? "", "", ByCard, "", ImmutableDictionary<string, string>.Empty);

    public static CheckoutEntries Of(IFormCollection form) => new(
        form["email"].ToString().Trim(), form["name"].ToString().Trim(), form["means"].ToString(), form["card"].ToString(),
        form.Where(entry => entry.Key.StartsWith("field_", StringComparison.Ordinal))
            .ToImmutableDictionary(entry => entry.Key, entry => entry.Value.ToString().Trim()));

    public Donor Donor => new(Email, Name, Fields.ToImmutableDictionary(entry => entry.Key["field_".Length..], entry => entry.Value));

    /// <summary>Null where the number is neither of the test cards.</summary>
    public TestPaymentMethod? PaidWith =>
        PaymentMethod == ByBank ? Resources.TestPaymentMethod.BankDebit
        : TestCards.AreSame(Card, TestCards.Good) ? Resources.TestPaymentMethod.Card
        : TestCards.AreSame(Card, TestCards.Declined) ? Resources.TestPaymentMethod.DeclinedCard
        : null;

    public IEnumerable<CheckoutView.Problem> Problems(IEnumerable<CheckoutView.Field> fields, PreviewWords words)
    {
        if (!Email.Contains('@', StringComparison.Ordinal))
            yield return new("email", words.EmailMissing);
        if (Name.Length == 0)
            yield return new("name", words.PayerNameMissing);
        if (PaidWith is null)
            yield return new("card", words.CardUnknown(TestCards.Good, TestCards.Declined));
        foreach (var field in fields.Where(field => !field.IsOptional && string.IsNullOrEmpty(Fields.GetValueOrDefault(field.Name))))
            yield return new(field.Name, words.FieldMissing(field.Label));
    }
}
