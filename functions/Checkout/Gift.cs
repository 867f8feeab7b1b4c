using Advocacy.Content.Campaigns;
using Advocacy.Content.Giving;

namespace Advocacy.Functions.Checkout;

/// <summary>What a donor asks to give, with nothing left in it that could be wrong.</summary>
public sealed record Gift
{
    public required Campaign Campaign { get; init; }
    /// <summary>What the donor chose, in minor units of the campaign's currency.</summary>
    public required long Chosen { get; init; }
    /// <summary>What is charged: the same, or more where the donor covers the fee.</summary>
    public required long Charged { get; init; }
    public required bool Monthly { get; init; }
    public required Designation? Designation { get; init; }
    public required Tribute? Tribute { get; init; }
    /// <summary>The press release that the donor came from, by its slug, or <c>petition/</c> and a petition's.</summary>
    public required string? From { get; init; }
    public required string Language { get; init; }

    public string Interval => Monthly ? "monthly" : "once";
}

/// <param name="Name">Whom the gift honors or remembers: personal, for Stripe's records only.</param>
public sealed record Tribute(TributeKind Kind, string Name);

public enum TributeKind { Honor, Memory }
