using Stance.Data.Commands;
using Stance.Events;

namespace Stance.Data.Imports;

/// <summary>Which version of which act a row becomes, since when it is known, and what its key stood for before.</summary>
internal sealed record StagedPlace(Guid Id, int Version, DateTimeOffset KnownFrom, byte[]? Before);

/// <summary>The tables of a batch, filled chunk by chunk.</summary>
internal sealed class StageTables(CommandWork work)
{
    private readonly CopyRows acts = new("Imports/CopyStage.sql");
    private readonly CopyRows scores = new("Imports/CopyScores.sql");
    private readonly CopyRows sources = new("Imports/CopySources.sql");
    private readonly CopyRows reports = new("Imports/CopyReports.sql");
    private readonly CopyRows passages = new("Imports/CopyPassages.sql");

    public void Act(PreparedRow prepared, StagedPlace place)
    {
        var (row, act) = (prepared.Row, prepared.Row.Act!);
        acts.Row()
            .Add(row.Number).Add(row.Key).Add(row.Content).Add(act.Country.Value)
            .Add(place.Id).Add(place.Version).Add(place.KnownFrom)
            .Add(act.Title).Add(act.Recipient?.Value).Add(act.Type.Code).Add(act.Variant.Key)
            .Add(act.Dates.From).Add(act.Dates.To).Add(EventDates.Print(act.Dates.Precision)).Add(act.Dates.ScoredOn)
            .Add(act.Intensity).Add(act.IntensityReason)
            .AddJson(prepared.Attributes)
            .Add(act.Confidence).Add(act.ConfidenceReason)
            .Add(act.Variant.EvidenceWeight).Add(act.Variant.IsDeed ? "M" : "D")
            .Add(act.Note)
            .Add((short)act.Claims[0].Credibility).Add(act.Claims[0].Statement)
            .Add(prepared.Passage).Add(act.Collections).Add(place.Before).Add(act.Parent);
        foreach (var score in prepared.Scores)
        {
            scores.Row()
                .Add(act.Country.Value).Add(place.Id).Add(place.Version)
                .Add(score.Axis).Add(score.BaseScore).Add(score.PoleWeight).Add(score.Expectation).Add(score.Score).Add(score.Weight);
        }
    }

    public void Source(Source source) => sources.Row().Add(source.Name).Add(source.Reliability.ToString()).Add(source.Url);

    public void Report(PreparedRow prepared)
    {
        var (source, report) = (prepared.Row.Act!.Claims[0].Source!, prepared.Row.Act.Claims[0].Report!);
        reports.Row()
            .Add(prepared.Report).Add(Guid.CreateVersion7(work.Now))
            .Add(source.Name).Add(report.Title).Add(report.Author).Add(report.PublishedOn).Add(report.Url).Add(report.Language).Add(report.OriginGroup);
    }

    public void Passage(PreparedRow prepared)
    {
        var excerpt = prepared.Row.Act!.Claims[0].Excerpt!;
        passages.Row()
            .Add(prepared.Passage).Add(prepared.Report).Add(Guid.CreateVersion7(work.Now))
            .Add(excerpt.Passage).Add(excerpt.HighlightFrom).Add(excerpt.HighlightTo).Add(excerpt.Pointer).Add(excerpt.Translation);
    }

    public async Task SendAsync(CancellationToken cancel)
    {
        foreach (var rows in new[] { acts, scores, sources, reports, passages })
            await rows.SendAsync(work.Connection, cancel);
    }
}
