using Stance.Data;
using Stance.Web.Audit;
using Stance.Web.People;
using Stance.Web.Permalinks;

namespace Stance.Web.Hosting.Commands;

/// <summary>Tells a command from the start of the app.</summary>
public static class CommandLine
{
    private static readonly ICommand[] Commands = [new SeedCommand(), new TokenCommand(), new CheckPermalinksCommand(), new CheckAuditCommand()];

    /// <summary>Null when the words name no command, and the app is to serve.</summary>
    public static ICommand? Find(string[] args)
    {
        var words = string.Join(' ', args.TakeWhile(word => !word.StartsWith('-')));
        if (words.Length == 0)
            return null;
        return Commands.FirstOrDefault(command => command.Name == words) ?? throw new StanceStartException(
            $"There is no command '{words}': say {string.Join(" or ", Commands.Select(command => command.Name))}, or nothing to start the app.");
    }
}
