namespace Advocacy.Generator.Loading;

/// <summary>A file that a writer wrote.</summary>
/// <param name="Relative">Below <c>input/</c>, with forward slashes.</param>
/// <param name="Shown">As problems name it.</param>
/// <param name="IsLink">Whether it only leads to another place, which may be anywhere.</param>
public sealed record InputFile(string File, string Relative, string Shown, bool IsLink)
{
    /// <summary>Walks while others read, since a walk through ten thousand folders takes its time.</summary>
    public static IEnumerable<InputFile> Find(string folder)
    {
        var root = Path.GetFullPath(folder);
        return Below(new DirectoryInfo(root));

        IEnumerable<InputFile> Below(DirectoryInfo here)
        {
            foreach (var item in here.EnumerateFileSystemInfos())
            {
                if (item.Name[0] is '_' or '.')
                    continue;
                var relative = Path.GetRelativePath(root, item.FullName).Replace('\\', '/');
                var source = new InputFile(
                    item.FullName,
                    relative,
                    Path.Combine(folder, relative).Replace('\\', '/'),
                    item.Attributes.HasFlag(FileAttributes.ReparsePoint) && item.LinkTarget is not null);
                if (item is DirectoryInfo inner && !source.IsLink)
                {
                    foreach (var found in Below(inner))
                        yield return found;
                }
                else if (source.IsLink || Address.IsSource(relative))
                {
                    yield return source;
                }
            }
        }
    }
}
