using Advocacy.Content.Documents;

namespace Advocacy.Content.Settings;

/// <param name="Credit">Who made it.</param>
/// <param name="License">What others may do with it.</param>
/// <param name="IsPicture">Whether a browser can show it.</param>
public sealed record PressKitFile(string Title, string Credit, string License, Download File, bool IsPicture);
