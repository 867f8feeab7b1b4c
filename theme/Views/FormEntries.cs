namespace Advocacy.Theme.Views;

/// <summary>What a donor filled in, as it came: nothing here is checked. Null where the field was not sent.</summary>
public sealed record FormEntries
{
    public static FormEntries None { get; } = new();

    /// <summary>A suggested amount in major units, or <c>other</c>.</summary>
    public string? Amount { get; init; }
    public string? OtherAmount { get; init; }
    /// <summary><c>once</c> or <c>monthly</c>.</summary>
    public string? Frequency { get; init; }
    /// <summary><c>yes</c>, or not sent.</summary>
    public string? CoverFee { get; init; }
    public string? Designation { get; init; }
    /// <summary><c>honor</c> or <c>memory</c>; empty or not sent for neither.</summary>
    public string? Tribute { get; init; }
    public string? TributeName { get; init; }
    public string? Campaign { get; init; }
    /// <summary>The slug of the press release or petition that the donor came from.</summary>
    public string? From { get; init; }
    public string? Language { get; init; }
}
