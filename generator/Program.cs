using System.Globalization;
using Advocacy.Generator.Cli;
using Advocacy.Generator.Documents;

// What is written for machines must not change with the settings of whoever builds the site.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args is [SeparateReading.Command, var file])
    return SeparateReading.Answer(file, Console.OpenStandardOutput());
return await CommandLine.RunAsync(args, Console.Out, Console.Error, TimeProvider.System, CancellationToken.None,
    new ProgressLine(Console.Error, !Console.IsErrorRedirected, TimeProvider.System));
