using Advocacy.Generator.Documents.Hidden;
using Advocacy.Generator.Images;

namespace Advocacy.Generator.Documents.Inspection;

/// <summary>What the pictures inside other files say of where, when and by whom they were taken.</summary>
internal static class EmbeddedPictures
{
    public static bool IsPicture(string name) => Path.GetExtension(name).ToUpperInvariant() is
        ".JPG" or ".JPEG" or ".JFIF" or ".PNG" or ".WEBP" or ".AVIF" or ".HEIC" or ".HEIF" or ".TIF" or ".TIFF" or ".GIF";

    /// <param name="place">Of the picture in its file.</param>
    public static IEnumerable<HiddenContent> Of(byte[] picture, string place = "") => PictureMetadata.Of(picture) switch
    {
        PictureMetadataKind.Place => [Finding.PictureWithPlace(place)],
        PictureMetadataKind.Camera => [Finding.PictureWithCamera(place)],
        _ => [],
    };

    public static IEnumerable<HiddenContent> In(Package package) =>
        package.Contents(IsPicture).SelectMany(picture => Of(picture.Bytes));
}
