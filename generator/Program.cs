using System.Globalization;
using Advocacy.Generator.Cli;
using Advocacy.Generator.Documents;
using Advocacy.Generator.Documents.Reading;

// What is written for machines must not depend on the language settings of the computer that builds the site.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args is [SeparateReading.Command, var file])
    return SeparateReading.Answer(file, Console.OpenStandardOutput());
if (LanguageData.Problem() is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return ExitCode.Usage;
}
return await CommandLine.RunAsync(args, Console.Out, Console.Error, TimeProvider.System, CancellationToken.None,
    new ProgressLine(Console.Error, !Console.IsErrorRedirected, TimeProvider.System));
