using System.Globalization;
using Advocacy.Generator.Commands;

// What is written for machines must not change with the settings of whoever builds the site.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
return await CommandLine.RunAsync(args, Console.Out, Console.Error, TimeProvider.System, CancellationToken.None,
    new ProgressLine(Console.Error, !Console.IsErrorRedirected, TimeProvider.System));
