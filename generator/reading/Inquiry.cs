namespace Advocacy.Generator.Reading;

/// <summary>
/// What was asked of the rest of the site for one file, and the answers. As long as those are the same, so is what was made of the file.
/// </summary>
/// <typeparam name="T">Whom the questions go to.</typeparam>
public sealed class Inquiry<T>
{
    private readonly List<(Func<T, object?> Question, object? Answer)> _asked = [];

    public TAnswer? Ask<TAnswer>(T whom, Func<T, TAnswer?> question) where TAnswer : class
    {
        var answer = question(whom);
        _asked.Add((question, answer));
        return answer;
    }

    public bool HasSameAnswers(T whom) => _asked.TrueForAll(asked => Equals(asked.Question(whom), asked.Answer));
}
