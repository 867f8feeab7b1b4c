using Advocacy.Content.Documents;

namespace Advocacy.Theme.Documents;

/// <summary>The <c>type</c> of a link to a download.</summary>
public static class MediaType
{
    /// <returns>Null where the browser should find out by itself.</returns>
    public static string? Of(Download file) => file.Kind switch
    {
        "PDF" => "application/pdf",
        "ZIP" => "application/zip",
        _ => null,
    };
}
