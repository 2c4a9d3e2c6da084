using System.Security.Claims;
using Stance.Acts;
using Stance.Data.People;
using Stance.Data.Permalinks;
using Stance.Data.Sharing;
using Stance.Sharing;
using Stance.ViewStates;
using Stance.Web.People;

namespace Stance.Web.Search;

/// <summary>A view somebody kept, and where it opens.</summary>
internal sealed record PaletteView(string Words, string Note, string Path);

/// <summary>Finds views by their words: those shared that the person may see, and those handed out in files and citations.</summary>
public sealed class PaletteViews(ShareReader shares, PermalinkReader permalinks, TimeProvider clock)
{
    private const int Most = 5;
    private const int Recent = 200;

    internal async Task<IReadOnlyList<PaletteView>> FindAsync(
        string typed, ClaimsPrincipal user, Scope scope, Register register, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var actor = user.ActorOf();
        var shared = actor.Role < Role.Analyst ? [] : (await shares.ListAsync(actor, cancel))
            .Where(s => s.StateAt(now) == ShareState.Open)
            .Select(s => new PaletteView(s.Label, "shared view", PathOf(s.View)));
        var cited = (await permalinks.RecentAsync(scope, Recent, cancel))
            .Select(printed => ViewStateUrl.Parse(ViewStateUrl.Pairs(printed), now))
            .Where(parsed => parsed.Problems.Count == 0)
            .Select(parsed => new PaletteView(ViewWords.Sentence(parsed.View, register), "cited address", PathOf(parsed.View)));
        return [.. shared.Concat(cited).Where(v => Palette.Holds(v.Words, typed)).DistinctBy(v => v.Path).Take(Most)];
    }

    private static string PathOf(ViewState view) => "/?" + (ViewStateUrl.Print(view) is { Length: > 0 } printed ? printed : $"axis={view.Axis}");
}
