using Stance.Data;
using Stance.Data.People;
using Stance.Web.Hosting.Commands;

namespace Stance.Web.People;

/// <summary><c>token create --name N --role analyst</c>: prints a new token of the API alone on standard output.</summary>
public sealed class TokenCommand : ICommand
{
    public string Name => "token create";

    public async Task<int> RunAsync(IServiceProvider services, IConfiguration arguments, CancellationToken cancel)
    {
        if (arguments["name"] is not { } name || arguments["role"] is not { } role)
            throw new StanceStartException("token create needs --name NAME and --role analyst, curator or administrator.");
        try
        {
            var token = await services.GetRequiredService<TokenWriter>().CreateAsync(Actor.Console, name, role, cancel);
            await Console.Out.WriteLineAsync(token.AsMemory(), cancel);
            return 0;
        }
        catch (PeopleRuleException refused)
        {
            throw new StanceStartException(refused.Message, refused);
        }
    }
}
