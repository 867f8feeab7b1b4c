using System.Globalization;
using Advocacy.Generator;
using Advocacy.Generator.Cli;
using Advocacy.Preview;
using Advocacy.Preview.Server;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

var (options, answer) = PreviewOptions.Parse(args);
if (options is null)
    return await PreviewOptions.Program.AnswerAsync(answer!, Console.Out, Console.Error);
if (LanguageData.Problem() is { } missing)
    return await RefuseAsync(missing, ExitCode.Usage);
try
{
    return await PreviewProgram.RunAsync(options) is { } refusal ? await RefuseAsync(refusal, ExitCode.Usage) : ExitCode.Done;
}
catch (Exception e) when (MachineFailure.Of(e, options.Output ?? Environment.CurrentDirectory) is { } problem)
{
    return await RefuseAsync(problem.ToString(), ExitCode.Problems);
}

static async Task<int> RefuseAsync(string text, int code)
{
    await Console.Error.WriteLineAsync(text);
    return code;
}
