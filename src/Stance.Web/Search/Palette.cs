using System.Security.Claims;
using Stance.Countries;
using Stance.Data.People;
using Stance.ViewStates;

namespace Stance.Web.Search;

/// <summary>What the palette offers without asking the database: pages, and the layouts of the view at hand.</summary>
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
        new("Templates of acts", "/desk/templates", false, Curators),
        new("People", "/people", false, [Role.Administrator.Name()]),
    ];

    /// <summary>The same view otherwise laid out; several names find it.</summary>
    public static IReadOnlyList<PaletteLayout> Layouts { get; } =
    [
        new("Line", "line chart over time", view => view with { Tab = ViewTab.Line }),
        new("Months", "heat table of months", view => view with { Tab = ViewTab.Heat }),
        new("Side by side", "small multiples", view => view with { Tab = ViewTab.Multiples }),
        new("Start and end", "slope, two ends", view => view with { Tab = ViewTab.Slope }),
        new("Map", "world map of the period", view => view with { MapChange = null }, "#map"),
        new("Map of the change over 90 days", "world map", view => view with { MapChange = 90 }, "#map"),
        new("Assume other numbers", "what-if sliders", view => view with { Tab = ViewTab.Line }, "#what-if"),
    ];

    public static bool Holds(string words, string typed) =>
        CountrySearch.Plain(typed).Split(' ').All(word => (" " + CountrySearch.Plain(words)).Contains(" " + word, StringComparison.Ordinal));
}

/// <param name="Also">What else it may be called.</param>
/// <param name="Part">The part of the page it stands in.</param>
internal sealed record PaletteLayout(string Words, string Also, Func<ViewState, ViewState> Of, string Part = "")
{
    public bool Matches(string typed) => typed.Length > 0 && Palette.Holds($"{Words} {Also}", typed);
}

/// <param name="Roles">Empty = open to everybody who is signed in.</param>
internal sealed record PalettePage(string Words, string Path, bool KeepsView, IReadOnlyList<string> Roles)
{
    public bool IsOpenTo(ClaimsPrincipal user) => Roles.Count == 0 || Roles.Any(user.IsInRole);

    public bool Matches(string typed) => CountrySearch.Plain(Words).Contains(CountrySearch.Plain(typed), StringComparison.Ordinal);
}
