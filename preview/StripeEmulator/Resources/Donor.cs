using System.Collections.Immutable;

namespace Advocacy.Preview.StripeEmulator.Resources;

/// <summary>What the donor enters on the checkout page.</summary>
/// <param name="Fields">Answers to the custom fields, by key.</param>
public sealed record Donor(string Email, string Name, ImmutableDictionary<string, string> Fields)
{
    public static readonly Donor Example = new("donor@example.org", "Dana Donor", ImmutableDictionary<string, string>.Empty);
}
