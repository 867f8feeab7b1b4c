using Advocacy.Content.Pages;

namespace Advocacy.Theme.Views;

/// <summary>Where Stripe sends the donor after the payment.</summary>
public sealed record ThanksView(Page Page) : View;
