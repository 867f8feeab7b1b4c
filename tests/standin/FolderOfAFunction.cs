using Advocacy.Preview.Host;
using Xunit;

namespace Advocacy.Tests.Standin;

public sealed class FolderOfAFunction : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("functions-");

    [Theory]
    [InlineData("""{ "bindings": [ { "type": "httpTrigger", "direction": "in", "name": "a" } ] }""",
        "The host proxies a function only with exactly one httpTrigger in and one http out; take the other bindings away.")]
    [InlineData("""{ "bindings": [ { "type": "httpTrigger", "direction": "in", "name": "a" }, { "type": "http", "direction": "out", "name": "b" }, { "type": "queue", "direction": "out", "name": "c" } ] }""",
        "The host proxies a function only with exactly one httpTrigger in and one http out; take the other bindings away.")]
    [InlineData("""{ "bindings": [ { "type": "queueTrigger", "direction": "in", "name": "a" } ] }""",
        "A function needs exactly one trigger, an httpTrigger or a timerTrigger.")]
    [InlineData("""{ "bindings": [ { "type": "httpTrigger", "direction": "in", "name": "a", "authLevel": "secret" }, { "type": "http", "direction": "out", "name": "b" } ] }""",
        "authLevel “SECRET” is none of anonymous, function and admin.")]
    [InlineData("""{ "bindings": [ { "type": "timerTrigger", "direction": "in", "name": "a" } ] }""",
        "The timerTrigger has no schedule; write one such as \"0 0 * * * *\".")]
    public void WithAWrongFileIsNamed(string json, string message)
    {
        Write("Wrong", json);
        Write("Right", """{ "bindings": [ { "type": "httpTrigger", "direction": "in", "name": "a" }, { "type": "http", "direction": "out", "name": "b" } ] }""");

        var (functions, problems) = FunctionFiles.Read(_folder.FullName);

        Assert.Equal($"Wrong/function.json: {message}", Assert.Single(problems));
        var right = Assert.IsType<Function.Web>(Assert.Single(functions));
        // As Azure has it: the route is the name, any method will do, and a key is needed.
        Assert.Equal(("Right", true, true), (right.Route.TemplateText, right.Methods.IsEmpty, right.NeedsKey));
    }

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(_folder.CreateSubdirectory(name).FullName, "function.json"), json);

    public void Dispose() => _folder.Delete(recursive: true);
}
