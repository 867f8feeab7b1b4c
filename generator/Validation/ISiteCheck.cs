namespace Advocacy.Generator.Validation;

/// <summary>
/// A rule that all content together has to keep. What breaks it is added to the problems, with the place where it is to be fixed.
/// </summary>
internal interface ISiteCheck
{
    /// <summary>The earliest at which all that the check looks at is known.</summary>
    CheckStage Stage { get; }

    void Check(CheckContext context);
}

internal enum CheckStage
{
    /// <summary>All files are read. Where a check of this stage finds something, nothing is written.</summary>
    Loaded,

    /// <summary>All addresses of pages are known, and which address shows what.</summary>
    Planned,

    /// <summary>All texts are rendered: their anchors, links and files are known.</summary>
    Rendered,
}
