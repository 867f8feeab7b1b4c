namespace Advocacy.Preview.Stripe.Pages;

/// <summary>Every word of the customer portal.</summary>
public static class PortalWords
{
    public const string Title = "Stand-in portal: your monthly gifts";
    public const string None = "There are no monthly gifts.";
    public const string Monthly = "every month";
    public const string Cancelled = "ended";
    public const string Cancel = "End this monthly gift";
    public const string Back = "Go back";
    public const string GoneTitle = "There is no such portal session";
    public const string Gone = "The stand-in forgets everything when it ends. Ask for a new link.";
}
