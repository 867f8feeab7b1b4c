using System.Globalization;
using Advocacy.Benchmarks;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["corpus", var releases, var folder]:
        new Corpus(Number(releases)).Write(folder);
        break;
    case ["preview", var releases, var edits, var preview, var theme]:
        await EditInPreview.MeasureAsync(preview, theme, Number(releases), Number(edits));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args);
        break;
}

static int Number(string argument) => int.Parse(argument, CultureInfo.InvariantCulture);
