namespace Advocacy.Generator.Images;

/// <summary>What a picture of any kind says beside what it shows, for files that hold pictures and are published as they are.</summary>
internal static class PictureMetadata
{
    /// <summary>Four bytes come by chance, too; where they come so often, somebody wants to keep the build busy.</summary>
    private const int MostTries = 200;

    /// <remarks>
    /// JPEG, PNG, WebP, AVIF, HEIC and TIFF each wrap it in their own way; inside it is the same TIFF or XMP, which is looked for as such.
    /// </remarks>
    public static PictureMetadataKind Of(ReadOnlySpan<byte> picture)
    {
        var kind = picture.IndexOf("<x:xmpmeta"u8) >= 0 || picture.IndexOf("Photoshop 3.0\0"u8) >= 0
            ? PictureMetadataKind.Camera
            : PictureMetadataKind.None;
        // XMP has it as an attribute or as an element.
        if (picture.IndexOf("exif:GPSLatitude"u8) >= 0)
            return PictureMetadataKind.Place;
        foreach (var tiff in (ReadOnlySpan<byte[]>)["II*\0"u8.ToArray(), "MM\0*"u8.ToArray()])
        {
            var tries = 0;
            for (var at = picture.IndexOf(tiff); at >= 0 && tries < MostTries; at = Next(picture, tiff, at), tries++)
            {
                if (Exif.HasPlace(picture[at..]))
                    return PictureMetadataKind.Place;
                if (Exif.HasCamera(picture[at..]))
                    kind = PictureMetadataKind.Camera;
            }
        }
        return kind;
    }

    private static int Next(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> sign, int at) =>
        picture[(at + 1)..].IndexOf(sign) is >= 0 and var next ? at + 1 + next : -1;
}

internal enum PictureMetadataKind
{
    None,

    /// <summary>When, by whom, with which camera or program; not where.</summary>
    Camera,

    /// <summary>Where it was taken.</summary>
    Place,
}
