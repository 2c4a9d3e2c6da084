using System.Security.Claims;
using Stance.Countries;
using Stance.Data.People;

namespace Stance.Web.Search;

/// <summary>The pages that the palette offers.</summary>
internal static class Palette
{
    private static readonly string[] Sharers = [Role.Analyst.Name(), Role.Curator.Name(), Role.Administrator.Name()];
    private static readonly string[] Curators = [Role.Curator.Name(), Role.Administrator.Name()];

    public static IReadOnlyList<PalettePage> Pages { get; } =
    [
        new("Alignment", "/", true, []),
        new("Acts", "/acts", true, []),
        new("Amounts", "/amounts", true, []),
        new("Countries", "/countries", true, []),
        new("Alarms", "/shifts", true, []),
        new("Coverage", "/coverage", true, []),
        new("Cited addresses", "/permalinks", false, []),
        new("Shared views", "/shares", false, Sharers),
        new("New act", "/acts/new", false, Curators),
        new("People", "/people", false, [Role.Administrator.Name()]),
    ];
}

/// <param name="Roles">Empty = open to everybody who is signed in.</param>
internal sealed record PalettePage(string Words, string Path, bool KeepsView, IReadOnlyList<string> Roles)
{
    public bool IsOpenTo(ClaimsPrincipal user) => Roles.Count == 0 || Roles.Any(user.IsInRole);

    public bool Matches(string typed) => CountrySearch.Plain(Words).Contains(CountrySearch.Plain(typed), StringComparison.Ordinal);
}
