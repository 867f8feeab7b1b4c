namespace Advocacy.TestKit;

/// <summary>A real folder for one test, gone with it.</summary>
public abstract class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("advocacy-").FullName;

    protected string Cache => PathOf("cache");

    protected string PathOf(string name) => Path.Combine(_path, name);

    protected string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public void Dispose()
    {
        Directory.Delete(_path, recursive: true);
        GC.SuppressFinalize(this);
    }
}
