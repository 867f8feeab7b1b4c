namespace Advocacy.Generator.Publishing;

/// <summary>A folder that one process at a time may use. The system lets go of it when the process ends, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <param name="file">Stands for the folder; it stays, for to delete it could take it from under someone who waits for it.</param>
    /// <returns>Null where another has it.</returns>
    public static FolderLock? Take(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return new FolderLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>EWOULDBLOCK of Linux and of macOS; ERROR_SHARING_VIOLATION of Windows.</summary>
    private static bool IsTaken(IOException exception) => (exception.HResult & 0xFFFF) is 11 or 35 or 32;
}
