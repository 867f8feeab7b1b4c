using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Advocacy.Preview.StripeEmulator.Api;

/// <summary>Parameters as Stripe's clients write them: <c>line_items[0][quantity]=1</c>, <c>expand[]=customer</c>.</summary>
public static class FormBody
{
    /// <summary>A tree of hashes and texts; a list is a hash whose names are numbers, until its type is known.</summary>
    public static JsonObject Read(string encoded)
    {
        var root = new JsonObject();
        foreach (var (name, values) in QueryHelpers.ParseQuery(encoded))
        {
            foreach (var value in values)
                Put(root, Segments(name), value ?? "");
        }
        return root;
    }

    private static void Put(JsonObject root, string[] segments, string value)
    {
        var at = root;
        foreach (var segment in segments.SkipLast(1))
        {
            var name = Named(at, segment);
            if (at[name] is not JsonObject)
                at[name] = new JsonObject();
            at = at[name]!.AsObject();
        }
        at[Named(at, segments[^1])] = value;
    }

    private static string Named(JsonObject at, string segment) => segment.Length > 0 ? segment : $"{at.Count}";

    private static string[] Segments(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        return open < 0 ? [name] : [name[..open], .. name[(open + 1)..].TrimEnd(']').Split("][")];
    }
}
