using System.Globalization;
using Advocacy.Benchmarks;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["corpus", var releases, var folder]:
        new Corpus(int.Parse(releases, CultureInfo.InvariantCulture)).Write(folder);
        break;
    case ["preview", var releases, var edits, var preview, var theme]:
        await EditInPreview.MeasureAsync(preview, theme, int.Parse(releases, CultureInfo.InvariantCulture), int.Parse(edits, CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args);
        break;
}
