using Stance.Data.Sample;

namespace Stance.Web.Hosting.Commands;

/// <summary>Loads the sample content into any database; a second time changes nothing.</summary>
public sealed class SeedCommand : ICommand
{
    public string Name => "seed";

    public async Task<int> RunAsync(IServiceProvider services, IConfiguration arguments, CancellationToken cancel)
    {
        var isNew = await services.GetRequiredService<SampleContent>().LoadAsync(cancel);
        await Console.Out.WriteLineAsync(isNew ? "The sample content is loaded." : "The sample content was there already.");
        return 0;
    }
}
