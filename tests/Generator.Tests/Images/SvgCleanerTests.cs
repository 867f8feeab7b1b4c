using System.Text;
using Advocacy.Generator.Images;
using Advocacy.TestKit;
using Xunit;

namespace Advocacy.Tests.Generator.Images;

public sealed class SvgCleanerTests
{
    private const string Plain = "export it as plain SVG from the program it was made with";
    private static readonly InvalidImage _runs = new("runs a script", Plain);
    private static readonly InvalidImage _loads = new("loads something from outside of itself", $"put it into the picture, and {Plain}");
    private static readonly InvalidImage _hides = new(
        "has a hidden part, which anyone can show", "delete what is hidden, and export it again");

    [Fact]
    public void NothingIsLeftOfTheProgramThatDrewIt()
    {
        var clean = Clean(Encoding.UTF8.GetString(MarkedPictures.Svg()));

        Assert.DoesNotContain(MarkedPictures.Mark, clean, StringComparison.Ordinal);
        Assert.DoesNotContain("sodipodi", clean, StringComparison.Ordinal);
        var picture = Convert.FromBase64String(clean.Split("base64,")[1].Split('"')[0]);
        Assert.DoesNotContain(MarkedPictures.Mark, Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatDrawsStays()
    {
        const string Drawing = """
            <svg viewBox="0 0 8 8" xmlns="http://www.w3.org/2000/svg"><title>A &amp; B</title>
              <defs><linearGradient id="g"><stop offset="1" stop-color="red" /></linearGradient><style>.a{fill:url(#g)}</style></defs>
              <use href="#g" xml:space="preserve" /><text x="1">words</text></svg>
            """;

        Assert.Equal(Drawing, Clean(Drawing));
        Assert.Equal(Drawing, Clean(Drawing.Replace("</defs>", "</defs><!-- a -->", StringComparison.Ordinal)));
    }

    [Fact]
    public void FileWithNothingToTakeOutStaysByteByByte()
    {
        const string Drawing = "<?xml version='1.0'?>\n<svg   xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>\n";

        Assert.Equal(Drawing, Clean(Drawing));
    }

    [Theory]
    [InlineData("<script>1</script>")]
    [InlineData("<path onclick=\"x()\"/>")]
    [InlineData("<path OnLoad=\"x()\"/>")]
    [InlineData("<set attributeName=\"href\" to=\"x\"/>")]
    [InlineData("<animate attributeName=\"xlink:href\" values=\"x\"/>")]
    [InlineData("<set attributeName=\"onclick\" to=\"x\"/>")]
    public void ScriptIsRefused(string inside) => Assert.Equal(_runs, Result(inside));

    [Theory]
    [InlineData("<image href=\"https://example.org/a.png\"/>")]
    [InlineData("<image href=\"a.png\"/>")]
    [InlineData("<use xlink:href=\"other.svg#a\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>")]
    [InlineData("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>")]
    [InlineData("<image href=\"data:image/png;base64,AAAA\"/>")]
    [InlineData("<style>@import 'a.css';</style>")]
    [InlineData("<style>.a { fill: url(https://example.org/a) }</style>")]
    [InlineData("<style>.a { fill: UR/**/L( 'https://example.org/a') } .b { fill: url( 'a.svg#b' ) }</style>")]
    [InlineData("<style>.a { fill: \\75 rl(https://example.org/a) }</style>")]
    [InlineData("<style>.a { fill: u<!-- -->rl<![CDATA[(https://example.org/a)]]> }</style>")]
    [InlineData("<path style=\"fill:url(a.svg#b)\"/>")]
    [InlineData("<path fill=\"url(https://example.org/a#b)\"/>")]
    [InlineData("<path fill=\"url(&quot;//example.org/a&quot;)\"/>")]
    [InlineData("<style><![CDATA[@font-face { src: url(a.woff2) }]]></style>")]
    public void WhatLoadsFromElsewhereIsRefused(string inside) => Assert.Equal(_loads, Result(inside));

    [Theory]
    [InlineData("<g display=\"none\"><text>a</text></g>")]
    [InlineData("<g style=\"display: none\"/>")]
    [InlineData("<style>.a{visibility:hidden}</style>")]
    public void HiddenPartIsRefused(string inside) => Assert.Equal(_hides, Result(inside));

    [Theory]
    [InlineData("foreignObject")]
    [InlineData("a")]
    [InlineData("iframe")]
    public void WhatIsNoDrawingIsRefused(string element) =>
        Assert.Equal(new InvalidImage($"has <{element}> inside, which a picture does not need", Plain), Result($"<{element}/>"));

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\">")]
    public void EntitiesAndBrokenFilesAreRefused(string svg) => Assert.Equal(
        new InvalidImage("is not a whole SVG, or uses entities of its own", Plain),
        OriginalImage.Clean(Encoding.UTF8.GetBytes(svg)));

    [Fact]
    public void ElementInAStyleSheetIsRefused() => Assert.Equal(
        new InvalidImage("has <g> inside, which a picture does not need", Plain), Result("<style><g></g>@import 'a.css'</style>"));

    [Theory]
    [InlineData("<html><body/></html>")]
    [InlineData("<svg/>")]
    public void OtherXmlIsRefused(string xml) =>
        Assert.Equal(new InvalidImage("is not an SVG", "save it as SVG"), OriginalImage.Clean(Encoding.UTF8.GetBytes(xml)));

    [Fact]
    public void StyleSheetOfAnotherFileIsRefused() => Assert.Equal(
        _loads,
        OriginalImage.Clean("<?xml-stylesheet href=\"a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray()));

    private static ImageResult Result(string inside) =>
        OriginalImage.Clean(Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>"));

    private static string Clean(string svg) =>
        Encoding.UTF8.GetString(Assert.IsType<CleanImage>(OriginalImage.Clean(Encoding.UTF8.GetBytes(svg))).Bytes);
}
