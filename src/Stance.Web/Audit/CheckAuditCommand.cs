using Stance.Data.People;
using Stance.Web.Hosting.Commands;

namespace Stance.Web.Audit;

/// <summary><c>audit check</c>: walks the chain of the audit; exit code 1 when a line was changed, taken out or put in.</summary>
public sealed class CheckAuditCommand : ICommand
{
    public string Name => "audit check";

    public async Task<int> RunAsync(IServiceProvider services, IConfiguration arguments, CancellationToken cancel)
    {
        var check = await services.GetRequiredService<AuditReader>().CheckAsync(cancel);
        await Console.Out.WriteLineAsync(AuditWords.Finding(check));
        return check.Holds ? 0 : 1;
    }
}
