using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Options;

namespace Advocacy.Preview.FunctionsHost;

/// <summary>Finds the function for a request as the host's routing does.</summary>
internal sealed class RouteTable(IEnumerable<HttpFunction> functions)
{
    private static readonly DefaultInlineConstraintResolver _constraints =
        new(Options.Create(new RouteOptions()), new ServiceCollection().BuildServiceProvider());

    // Literal parts go before parameters, as in ASP.NET's own routing, which the host uses.
    private readonly ImmutableArray<Entry> _entries =
        [.. functions.OrderBy(function => RoutePrecedence.ComputeInbound(function.Route)).Select(EntryOf)];

    private sealed record Entry(
        HttpFunction Function, TemplateMatcher Matcher, ImmutableArray<KeyValuePair<string, IRouteConstraint>> Constraints);

    /// <param name="path">Below the prefix of the app.</param>
    /// <returns>The function and the values of its route; null where none matches.</returns>
    public (HttpFunction Function, RouteValueDictionary Values)? Find(HttpContext context, PathString path)
    {
        foreach (var (function, matcher, constraints) in _entries)
        {
            if (!function.Methods.IsEmpty && !function.Methods.Contains(context.Request.Method))
                continue;
            var values = new RouteValueDictionary();
            if (matcher.TryMatch(path.HasValue ? path : "/", values)
                && constraints.All(rule => rule.Value.Match(context, null, rule.Key, values, RouteDirection.IncomingRequest)))
                return (function, values);
        }
        return null;
    }

    private static Entry EntryOf(HttpFunction function)
    {
        var (defaults, constraints) = (new RouteValueDictionary(), new RouteConstraintBuilder(_constraints, function.Name));
        foreach (var parameter in function.Route.Parameters)
        {
            if (parameter.DefaultValue is { } value)
                defaults.Add(parameter.Name!, value);
            if (parameter.IsOptional)
                constraints.SetOptional(parameter.Name!);
            foreach (var constraint in parameter.InlineConstraints)
                constraints.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
        }
        return new(function, new(function.Route, defaults), [.. constraints.Build()]);
    }
}
