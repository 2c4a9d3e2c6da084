using Stance.Data.Acts;
using Stance.Web.Hosting.Commands;

namespace Stance.Web.Permalinks;

/// <summary><c>permalinks check</c>: reads some of the addresses on file again; exit code 1 when one gives other numbers.</summary>
public sealed class CheckPermalinksCommand : ICommand
{
    public string Name => "permalinks check";

    public async Task<int> RunAsync(IServiceProvider services, IConfiguration arguments, CancellationToken cancel)
    {
        await services.GetRequiredService<ActFeed>().LoadAsync(cancel);
        var (count, changed) = await services.GetRequiredService<PermalinkKeeper>().CheckAsync(cancel);
        await Console.Out.WriteLineAsync($"{count} checked, {changed.Count} changed");
        foreach (var view in changed)
            await Console.Out.WriteLineAsync($"/?{view}");
        return changed.Count == 0 ? 0 : 1;
    }
}
