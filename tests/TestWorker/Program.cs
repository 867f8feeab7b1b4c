using Advocacy.TestWorker;
using Microsoft.Extensions.Hosting;

await TestWorkerApp.Compose(args).Build().RunAsync();
