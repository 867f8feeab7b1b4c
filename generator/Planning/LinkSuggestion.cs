using System.Collections.Frozen;
using Advocacy.Generator.Text;

namespace Advocacy.Generator.Planning;

/// <summary>What a writer meant who typed an address as people say it, without what makes it a link.</summary>
internal static class LinkSuggestion
{
    private static readonly FrozenSet<string> _endings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "com", "edu", "eu", "gob", "gov", "info", "int", "net", "ngo", "org");

    /// <param name="link">That leads to no file.</param>
    /// <returns>Null where it looks like no address.</returns>
    public static string? For(string link) =>
        IsEmail(link) ? $"mailto:{link}"
        : link.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || IsSite(link) ? $"https://{link}"
        : IsTelephone(link) ? $"tel:{link.Replace(" ", "", StringComparison.Ordinal)}"
        : null;

    /// <summary>For an address of the Web with a user's name in it, which is mostly one of e-mail.</summary>
    /// <returns>Null where it names no user.</returns>
    public static string? ForUser(string link) =>
        link.IndexOf("//", StringComparison.Ordinal) is >= 0 and var slashes
        && link[(slashes + 2)..] is var address
        && address.IndexOfAny(['/', '?', '#']) is var end
        && (end < 0 ? address : address[..end]) is var host
        && host.Contains('@') ? $"mailto:{host}" : null;

    private static bool IsEmail(string link) =>
        link.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && !link.Contains('/') && link.AsSpan(at).Contains('.');

    private static bool IsSite(string link)
    {
        var host = link.Split('/', '?', '#')[0];
        return BareAddress.IsHost(host) && _endings.Contains(host[(host.LastIndexOf('.') + 1)..]);
    }

    private static bool IsTelephone(string link) =>
        link.Count(char.IsAsciiDigit) >= 5 && link.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or '(' or ')' or ' ');
}
