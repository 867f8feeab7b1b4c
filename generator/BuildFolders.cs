using Advocacy.Generator.Loading;
using Advocacy.Generator.Publishing;

namespace Advocacy.Generator;

/// <summary>The folders of a build, checked before anything is read. No other build can write the output until this is disposed.</summary>
internal sealed class BuildFolders : IDisposable
{
    private readonly FolderLock? _lock;

    private BuildFolders(FolderLock? folderLock) => _lock = folderLock;

    /// <param name="isWritten">Whether the build writes its output.</param>
    /// <param name="problems">Has the first reason why the build cannot begin.</param>
    public static BuildFolders Open(BuildOptions options, bool isWritten, Problems problems)
    {
        if (isWritten && OutputFolderCheck.ReasonToRefuse(options) is var (what, fix))
        {
            problems.For(options.Output).Add(1, what, fix);
            return new BuildFolders(null);
        }
        var folders = new BuildFolders(isWritten ? FolderLock.Take(LockFile(options)) : null);
        if (isWritten && folders._lock is null)
            problems.For(options.Output).Add(1, "another build writes this folder", "build again when it has ended");
        else if (!Directory.Exists(options.Input))
            problems.Add(1, "the folder is not there", "run the command in the project's folder, or say where with --input");
        else if (!Directory.Exists(options.Theme))
            problems.For(options.Theme)
                .Add(1, "the folder is not there", "run the command in the project's folder, or say where with --theme");
        return folders;
    }

    public void Dispose() => _lock?.Dispose();

    private static string LockFile(BuildOptions options) => Path.Combine(options.Cache, $"{Path.GetFileName(options.Output)}.building");
}
