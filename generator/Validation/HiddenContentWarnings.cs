using Advocacy.Generator.Documents;
using Advocacy.Generator.Loading;
using Advocacy.Generator.Loading.Entries;
using Advocacy.Generator.Planning;

namespace Advocacy.Generator.Validation;

/// <summary>What documents tell of those who made them. Each document once, however many pages name it.</summary>
internal sealed class HiddenContentWarnings : IWarningCheck
{
    public IEnumerable<Warning> Find(Input input, Attachments attachments, Gate gate) =>
        from document in attachments.Documents
        from content in document.Facts.Hidden.Where(content => !content.Refused)
        select new Warning(document.Path, HiddenContentSentence.Of(content), content.Fix);
}
