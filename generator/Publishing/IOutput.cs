namespace Advocacy.Generator.Publishing;

/// <summary>Where the files of a finished site go. Names are below the output, with forward slashes.</summary>
internal interface IOutput : IDisposable
{
    /// <summary>Writes a file; a second call for the same file does nothing.</summary>
    void Write(string file, ReadOnlySpan<byte> bytes);

    /// <summary>Writes the content of another file, in the same way.</summary>
    void Copy(string file, string source);

    /// <summary>Keeps a file as the build before wrote it.</summary>
    /// <returns>False where it is not there.</returns>
    bool Keep(string file);

    /// <returns>How many files differ from the output before, those that are gone not counted.</returns>
    int Finish();
}
