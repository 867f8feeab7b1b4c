using System.Security.Cryptography;
using Advocacy.TestKit;
using Advocacy.Tests.Generator.Documents.Hidden;
using Xunit;

namespace Advocacy.Tests.Generator.Validation;

public sealed class HiddenContentCheckTests : IDisposable
{
    private static readonly byte[] _pdf = DrawnPdf.Of(
        $"BT /F1 12 Tf 100 600 Td (A petition) Tj ET {DrawnPdf.Letters} 0 g 95 695 55 20 re f");

    private readonly SiteFolder _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task HiddenNameIsRefusedWhereTheDocumentIsNamedAndWhereItIsLinkedTo()
    {
        Petition("");
        _site.Replace(SiteFolder.Release, "A text.", "See [the petition](../../petitions/ferry/petition.pdf).");

        var result = await _site.BuildAsync();

        Assert.Equal(
            ["input/petitions/ferry/index.md:17", "input/press-releases/ferry/index.md:8"],
            result.Problems.Select(p => $"{p.Path.Replace(_site.Input, "input", StringComparison.Ordinal)}:{p.Line}"));
        Assert.All(result.Problems, p => Assert.Equal(
            "petition.pdf has words under a bar, shape or picture, which anybody can copy out of the file (page 1)", p.What));
        Assert.False(Directory.Exists(_site.Output));
        Assert.DoesNotContain(DrawnPdf.Name, string.Concat(result.Problems) + string.Concat(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatSomebodyAnswersForIsPublishedWithoutTheHiddenWords()
    {
        Petition(Review(Convert.ToHexString(SHA256.HashData(_pdf))[..12]));

        var result = await _site.BuildAsync();

        Assert.Empty(result.Problems);
        Assert.Single(Directory.GetFiles(_site.Output, "*.pdf", SearchOption.AllDirectories));
        var files = Directory.EnumerateFiles(_site.Output, "*", SearchOption.AllDirectories);
        foreach (var file in files.Where(f => !f.EndsWith(".pdf", StringComparison.Ordinal)))
            Assert.DoesNotContain(DrawnPdf.Name, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AnswerIsVoidWhenTheFileHasChanged()
    {
        Petition(Review("0123456789ab"));

        var problem = Assert.Single((await _site.BuildAsync()).Problems);

        var sum = Convert.ToHexStringLower(SHA256.HashData(_pdf))[..12];
        Assert.Equal($"petition.pdf is not the file that was reviewed: its SHA-256 sum begins with {sum}", problem.What);
    }

    [Theory]
    [InlineData("Hidden: yes", "Hidden \"yes\" is not \"reviewed\"")]
    [InlineData("Hidden: reviewed", "Hidden, ReviewedBy, ReviewedOn and ReviewedSha256 belong together, and one is missing")]
    [InlineData("ReviewedBy: Rosa", "Hidden, ReviewedBy, ReviewedOn and ReviewedSha256 belong together, and one is missing")]
    [InlineData(
        "Hidden: reviewed\n    ReviewedBy: Rosa\n    ReviewedOn: 2026-02-20\n    ReviewedSha256: 12ab",
        "ReviewedSha256 \"12ab\" is not the beginning of a SHA-256 sum")]
    public async Task ReviewThatSaysTooLittleIsRefused(string lines, string what)
    {
        Petition(lines);

        Assert.Contains((await _site.BuildAsync()).Problems, p => p.What == what);
    }

    private static string Review(string sum) =>
        $"Hidden: reviewed\n    ReviewedBy: Rosa Example\n    ReviewedOn: 2026-02-20\n    ReviewedSha256: {sum}";

    private void Petition(string review)
    {
        _site.Write("petitions/ferry/petition.pdf", _pdf);
        _site.Replace(SiteFolder.Petition, "    To: the Commission\n", $"    To: the Commission\n    File: petition.pdf\n    {review}\n");
    }
}
