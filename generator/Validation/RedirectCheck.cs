namespace Advocacy.Generator.Validation;

/// <summary>Each old address is a path of this site that nothing else has.</summary>
internal sealed class RedirectCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Rendered;

    public void Check(CheckContext context)
    {
        foreach (var (redirect, what, fix) in context.Rendered.Files.Redirects.Rejected)
            redirect.Problems.Add(redirect.Line, what, fix);
    }
}
