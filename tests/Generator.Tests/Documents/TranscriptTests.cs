using Advocacy.Content.Pages;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Reading;
using Xunit;

namespace Advocacy.Tests.Generator.Documents;

public sealed class TranscriptTests
{
    [Fact]
    public void StandsBelowTheHeadingsOfThePageAndIsEscaped()
    {
        var body = Transcript.Body("page 1\nh1 One\nh3 Three\np <script>alert(1)</script> & more\nli a\nli b\npage 2\np End");

        Assert.Equal(
            [
                "page 1",
                "<h3>One</h3>\n<h4>Three</h4>\n<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>\n"
                    + "<ul class=\"plain\"><li>a</li><li>b</li></ul>\n",
                "page 2",
                "<p>End</p>\n",
            ],
            body.Parts.Select(p => p is HtmlPart html ? html.Html : $"page {((PagePart)p).Number}"));
        Assert.Equal(["page=1", "page=2"], body.Anchors.AsEnumerable());
    }
}
