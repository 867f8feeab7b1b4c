using Advocacy.Generator.Loading;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>No page is where readers would get something else.</summary>
internal sealed class ReservedAddressCheck : ISiteCheck
{
    public CheckStage Stage => CheckStage.Loaded;

    public void Check(CheckContext context)
    {
        foreach (var entry in context.Input.Entries)
        {
            var isTranslation = Address.LanguageOf(entry.Content.Path) is not null;
            if (ReservedAddress.KeptForPage(entry.Content.Url, context.Input.Settings, isTranslation) is { } keeper)
                entry.Problems.Add(1, $"the address {entry.Content.Url} is kept for {keeper}", "rename the file or its folder");
        }
    }
}
