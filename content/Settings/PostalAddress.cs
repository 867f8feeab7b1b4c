namespace Advocacy.Content.Settings;

public sealed record PostalAddress(string Street, string City, string? Region, string PostalCode, string Country);
