using System.Globalization;
using Advocacy.Benchmarks;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["corpus", var releases, var folder]:
        new Corpus(int.Parse(releases, CultureInfo.InvariantCulture)).Write(folder);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args);
        break;
}
