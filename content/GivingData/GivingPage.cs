using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Advocacy.Content.Pages;

namespace Advocacy.Content.GivingData;

/// <summary>A page that the functions show, with its text.</summary>
public sealed record GivingPage : Page
{
    [JsonConstructor]
    public GivingPage()
    {
    }

    [SetsRequiredMembers]
    public GivingPage(Page page, Body body) : base(page) => Body = body;

    public required Body Body { get; init; }
}
