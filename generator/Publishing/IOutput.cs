namespace Advocacy.Generator.Publishing;

/// <summary>Where the files of a finished site go. Names are below the output, with forward slashes.</summary>
internal interface IOutput : IDisposable
{
    /// <summary>Writes a file once, whoever asks again.</summary>
    void Write(string file, ReadOnlySpan<byte> bytes);

    /// <summary>Writes what is in another file, the same way.</summary>
    void Copy(string file, string source);

    /// <summary>Leaves a file as the build before wrote it.</summary>
    /// <returns>False where it is not there.</returns>
    bool Keep(string file);

    /// <returns>How many files differ from the output before, those that are gone not counted.</returns>
    int Finish();
}
