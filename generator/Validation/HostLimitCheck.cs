using Advocacy.Generator.Outputs;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator.Validation;

/// <summary>The host reads no more than so many bytes of its configuration, which grows with every redirect.</summary>
internal sealed class HostLimitCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Rendered;

    public void Check(CheckContext context)
    {
        var size = context.Rendered.Files.HostConfiguration.Length;
        if (size > HostConfiguration.Largest)
        {
            context.Problems.Add(
                1,
                $"the redirects of all pages take {size} bytes; the host reads {HostConfiguration.Largest}",
                $"take out the oldest RedirectFrom, and their lines in the output's {OutputFolder.UrlList}");
        }
    }
}
