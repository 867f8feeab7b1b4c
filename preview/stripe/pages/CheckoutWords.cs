namespace Advocacy.Preview.Stripe.Pages;

/// <summary>Every word of the checkout page.</summary>
public static class CheckoutWords
{
    public const string Title = "Stand-in checkout";
    public const string Notice = "This is a stand-in for Stripe’s page on this machine. No card is charged.";
    public const string Monthly = "every month";
    public const string Once = "once";
    public const string Problems = "Nothing was charged yet";
    public const string EmailLabel = "Email";
    public const string EmailHint = "Any address: nothing is sent to it.";
    public const string EmailMissing = "Enter an email address, such as donor@example.org.";
    public const string NameLabel = "Name";
    public const string NameMissing = "Enter a name.";
    public const string MeansLabel = "Pay with";
    public const string Card = "Card";
    public const string CardLabel = "Card number";
    // The spaces do not break, so that a number stays on one line.
    public const string CardHint = "4242\u00a04242\u00a04242\u00a04242 pays. 4000\u00a00000\u00a00000\u00a00002 is declined.";
    public const string CardUnknown = "Enter one of the two test cards: 4242\u00a04242\u00a04242\u00a04242 or 4000\u00a00000\u00a00000\u00a00002. Never enter a real one.";
    public const string CardDeclined = "Your card was declined. Try another card.";
    public const string Bank = "Bank debit";
    public const string BankHint = "Stays pending until you let it settle or fail in the preview’s panel.";
    public const string Optional = "optional";
    public const string Choose = "Choose…";
    public const string Cancel = "Go back without paying";
    public const string GoneTitle = "There is no such checkout";
    public const string Gone = "The stand-in forgets everything when it ends. Start again from the donation form.";
    public const string CompleteTitle = "This checkout is complete";
    public const string Complete = "It cannot be paid twice.";
    public const string ExpiredTitle = "This checkout has expired";
    public const string Expired = "Start again from the donation form.";
    public const string Onward = "Continue";

    public static string Missing(string label) => $"Enter “{label}”.";

    public static string Button(string? submitType, string amount, bool monthly) =>
        (submitType switch { "donate" => $"Donate {amount}", "book" => $"Book for {amount}", "subscribe" => $"Subscribe for {amount}", _ => $"Pay {amount}" })
        + (monthly ? " monthly" : "");
}
