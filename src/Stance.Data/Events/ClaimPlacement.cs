using System.Text.Json;
using Stance.Data.Commands;
using Stance.Events;

namespace Stance.Data.Events;

/// <summary>Puts claims on file with their sources, reports and passages, inside the writer's transaction; what is there already is used again.</summary>
internal static class ClaimPlacement
{
    private static readonly string FindSource = SqlFile.Read("Events/FindSource.sql");
    private static readonly string InsertSource = SqlFile.Read("Events/InsertSource.sql");
    private static readonly string SourcesById = SqlFile.Read("Events/SourcesById.sql");
    private static readonly string PlaceReport = SqlFile.Read("Events/PlaceReport.sql");
    private static readonly string PlaceExcerpt = SqlFile.Read("Events/PlaceExcerpt.sql");
    private static readonly string PinnedWords = SqlFile.Read("Events/PinnedWords.sql");
    private static readonly string InsertClaim = SqlFile.Read("Events/InsertClaim.sql");

    /// <summary>The draft with every source that is named by id filled in from the file; an unknown id loses name and grade and so breaks a rule.</summary>
    public static async Task<StanceEventDraft> WithSourcesAsync(
        CommandWork work, StanceEventDraft draft, CancellationToken cancel)
    {
        var ids = (draft.FurtherClaims ?? []).Select(c => c?.Source?.Id).Append(draft.Source?.Id).OfType<Guid>().Distinct().ToArray();
        if (ids.Length == 0)
            return draft;
        var rows = await work.ListAsync<EventReader.SourceRow>(SourcesById, new { ids }, cancel);
        var known = rows.ToDictionary(r => r.Id);
        return draft with
        {
            Source = Filled(draft.Source),
            FurtherClaims = draft.FurtherClaims is null ? null : [.. draft.FurtherClaims.Select(c => c is null ? c! : c with { Source = Filled(c.Source) })],
        };

        SourceDraft? Filled(SourceDraft? source) => source?.Id is not { } id
            ? source
            : known.TryGetValue(id, out var row) ? new SourceDraft(id, row.Name, row.Reliability, row.Url) : new SourceDraft(id);
    }

    /// <summary>Where a new source bears the name of one on file but another grade; null when all fit.</summary>
    public static async Task<RuleBreach?> ClashAsync(
        CommandWork work, StanceEvent act, CancellationToken cancel)
    {
        foreach (var (source, path) in act.Claims.Select((c, i) => (c.Source, Path: i == 0 ? "source" : $"furtherClaims[{i - 1}].source")))
        {
            if (source is not { Id: null } || await FindAsync(work, source.Name, cancel) is not { } row || row.Reliability[0] == source.Reliability)
                continue;
            return new RuleBreach(
                path + ".reliability", "onFile",
                $"{row.Name} is on file as {SourceGrade.NameOfReliability(row.Reliability[0])} ({row.Reliability}). Choose it there, or give this source another name.");
        }
        return null;
    }

    /// <summary>Where a passage is pinned in a stored text and does not stand there; null when all do.</summary>
    public static async Task<RuleBreach?> LoosePinAsync(CommandWork work, StanceEvent act, CancellationToken cancel)
    {
        foreach (var (excerpt, path) in act.Claims.Select((c, i) => (c.Excerpt, Path: i == 0 ? "excerpt" : $"furtherClaims[{i - 1}].excerpt")))
        {
            if (excerpt?.Pin is not { } pin)
                continue;
            var words = await work.ListAsync<string>(PinnedWords, new { pin.From, pin.To, sha256 = pin.TextSha256 }, cancel);
            if (words.Count > 0 && !words.Contains(excerpt.Passage))
                return new RuleBreach(path + ".pin", "elsewhere", "The passage does not stand at this place of the text. Select it in the text and pin it anew.");
        }
        return null;
    }

    public static async Task PlaceAsync(
        CommandWork work, StanceEvent act, Claim claim, Guid eventId, Guid? claimId, DateTimeOffset knownFrom,
        CancellationToken cancel)
    {
        Guid? report = null, excerpt = null;
        if (claim is { Source: { } source, Report: { } told })
        {
            var sourceId = source.Id ?? await SourceAsync(work, source, cancel);
            report = await work.SingleAsync<Guid>(
                PlaceReport,
                new { source = sourceId, told.Title, told.Author, told.PublishedOn, told.Url, told.Language, told.OriginGroup, told.IsPartial },
                cancel);
        }
        if (claim.Excerpt is { } pinned && report is not null)
        {
            excerpt = await work.SingleAsync<Guid>(
                PlaceExcerpt,
                new
                {
                    report,
                    pinned.Passage,
                    from = pinned.HighlightFrom,
                    to = pinned.HighlightTo,
                    pinned.Pointer,
                    textFrom = pinned.Pin?.From,
                    textTo = pinned.Pin?.To,
                    textSha256 = pinned.Pin?.TextSha256,
                    pinned.Translation,
                },
                cancel);
        }
        await work.ExecuteAsync(
            InsertClaim,
            new
            {
                country = act.Country.Value,
                id = claimId,
                @event = eventId,
                knownFrom,
                rank = Print(claim.Rank),
                contradicts = claim.ContradictsPreferred,
                claim.Credibility,
                claim.Statement,
                attributes = JsonSerializer.Serialize(claim.Attributes),
                report,
                excerpt,
                claim.Reason,
            },
            cancel);
    }

    private static string Print(ClaimRank rank) => rank switch
    {
        ClaimRank.Preferred => "preferred",
        ClaimRank.Deprecated => "deprecated",
        _ => "normal",
    };

    internal static async Task<Guid> SourceAsync(CommandWork work, Source source, CancellationToken cancel)
    {
        if (await FindAsync(work, source.Name, cancel) is { } known)
            return known.Id;
        var placed = await work.FindAsync<Guid?>(
            InsertSource, new { source.Name, reliability = source.Reliability.ToString(), source.Url }, cancel);
        return placed ?? (await FindAsync(work, source.Name, cancel))!.Id;
    }

    internal static Task<EventReader.SourceRow?> FindAsync(CommandWork work, string name, CancellationToken cancel) =>
        work.FindAsync<EventReader.SourceRow>(FindSource, new { name }, cancel);
}
