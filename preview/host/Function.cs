using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing.Template;

namespace Advocacy.Preview.Host;

/// <summary>A function as its <c>function.json</c> describes it.</summary>
/// <param name="Name">Of its folder.</param>
public abstract record Function(string Name)
{
    /// <param name="Methods">In capitals; empty: any.</param>
    /// <param name="Route">Without the prefix of the app.</param>
    /// <param name="NeedsKey">Whether the caller must show a key.</param>
    public sealed record Web(string Name, ImmutableArray<string> Methods, RouteTemplate Route, bool NeedsKey) : Function(Name);

    /// <param name="Input">What the binding is called.</param>
    public sealed record Timed(string Name, string Input, Schedule Schedule) : Function(Name);
}
