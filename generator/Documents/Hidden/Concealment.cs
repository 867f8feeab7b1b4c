namespace Advocacy.Generator.Documents.Hidden;

/// <summary>How a letter that a file holds is kept from who looks at its page.</summary>
internal enum Concealment
{
    None,
    /// <summary>Under an opaque shape or picture that was painted later.</summary>
    Covered,
    /// <summary>Under a mark, stamp or field that lies over the page.</summary>
    CoveredByAnnotation,
    /// <summary>In the color of what lies under it.</summary>
    SameColor,
    /// <summary>Painted with no ink, where no picture shows it.</summary>
    Invisible,
    /// <summary>In a layer that is off.</summary>
    LayerOff,
    /// <summary>Outside the page, or what is shown of it.</summary>
    OutsidePage,
    /// <summary>Outside the region to which painting was limited.</summary>
    Clipped,
    /// <summary>The end of a line that is longer than the cell or frame which it is in.</summary>
    CutOff,
}
