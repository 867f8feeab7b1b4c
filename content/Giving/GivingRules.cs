namespace Advocacy.Content.Giving;

/// <summary>What gifts are taken online.</summary>
/// <param name="Currency">ISO 4217, upper case.</param>
/// <param name="Minimum">Minor units, inclusive.</param>
/// <param name="Maximum">Minor units, inclusive, before the fee that a donor may add.</param>
public sealed record GivingRules(string Currency, long Minimum, long Maximum, Fee Fee);
