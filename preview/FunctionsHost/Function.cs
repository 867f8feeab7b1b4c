using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing.Template;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>A function as its bindings describe it.</summary>
/// <param name="Id">What the worker calls it.</param>
/// <param name="Input">What the binding of its trigger is called.</param>
public abstract record Function(string Id, string Name, string Input);

/// <param name="Methods">In capitals; empty: any.</param>
/// <param name="Route">Without the prefix of the app.</param>
/// <param name="NeedsKey">Whether the caller must show a key.</param>
public sealed record HttpFunction(string Id, string Name, string Input, ImmutableArray<string> Methods, RouteTemplate Route, bool NeedsKey)
    : Function(Id, Name, Input);

public sealed record TimerFunction(string Id, string Name, string Input, Schedule Schedule) : Function(Id, Name, Input);
