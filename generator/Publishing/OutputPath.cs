namespace Advocacy.Generator.Publishing;

/// <summary>The last guard of the output: nothing is written elsewhere, whatever an address says.</summary>
public static class OutputPath
{
    /// <param name="folder">A whole path.</param>
    /// <exception cref="InvalidOperationException">The file is not below the folder. Checks refuse such an address long before.</exception>
    public static string Of(string folder, string file)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidOperationException($"\"{file}\" is not below the output.");
    }
}
