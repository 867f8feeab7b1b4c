namespace Advocacy.Generator.Incremental;

/// <summary>
/// What was asked of the rest of the site for one file, and the answers. As long as those are the same, so is what was made of the file.
/// </summary>
/// <typeparam name="T">Whom the questions go to.</typeparam>
public sealed class DependencyRecorder<T>
{
    private readonly List<(Func<T, object?> Question, object? Answer)> _asked = [];

    public TAnswer? Ask<TAnswer>(T whom, Func<T, TAnswer?> question) where TAnswer : class
    {
        var answer = question(whom);
        _asked.Add((question, answer));
        return answer;
    }

    /// <summary>Whether another inquiry, in which the same was asked, came out the same.</summary>
    public bool HasSameAnswers(DependencyRecorder<T> other) => _asked.Count == other._asked.Count && _asked.Zip(other._asked).All(both => Equals(both.First.Answer, both.Second.Answer));

    public bool HasSameAnswers(T whom) => _asked.TrueForAll(asked => Equals(asked.Question(whom), asked.Answer));
}
