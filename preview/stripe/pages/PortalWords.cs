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
    public const string LoginTitle = "Log in to manage a monthly gift";
    public const string LoginKnown = "Stripe would now send a code to this address. The stand-in knows the address, and lets you in without one.";
    public const string LoginUnknown = "Stripe would now say that a code is sent if it knows the address, and send none. The stand-in knows nobody with this address.";
}
