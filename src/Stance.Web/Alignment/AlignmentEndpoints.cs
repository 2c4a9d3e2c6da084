using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Stance.Acts;
using Stance.Alignment;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.ViewStates;
using Stance.Web.Api;
using Stance.Web.People;

namespace Stance.Web.Alignment;

/// <summary>The index by day, as JSON and CSV: the numbers of the page, from the same reader.</summary>
public static class AlignmentEndpoints
{
    /// <summary>Countries × days of one answer; more is a matter of several calls.</summary>
    internal const int MostPoints = 400_000;

    public static void MapAlignment(this IEndpointRouteBuilder api)
    {
        api.MapGet("/alignment", Read).WithSummary("The alignment index of countries, day by day.");
        api.MapGet("/alignment.csv", ReadCsv).WithSummary("The same as CSV.").Produces<string>(contentType: "text/csv");
    }

    private static Results<Ok<AlignmentAnswer>, ValidationProblem> Read(
        [AsParameters] ViewParameters parameters, AlignmentReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user)
    {
        var (report, problems) = Answer(parameters, reader, feed, clock, user);
        return report is null ? TypedResults.ValidationProblem(problems) : TypedResults.Ok(AlignmentAnswer.Of(report));
    }

    private static IResult ReadCsv(
        [AsParameters] ViewParameters parameters, AlignmentReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user)
    {
        var (report, problems) = Answer(parameters, reader, feed, clock, user);
        return report is null ? TypedResults.ValidationProblem(problems) : AlignmentCsv.File(report);
    }

    private static (AlignmentReport? Report, Dictionary<string, string[]> Problems) Answer(
        ViewParameters parameters, AlignmentReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user)
    {
        var (view, problems) = Asked(parameters, feed, clock);
        return problems.Count > 0 ? (null, problems) : (reader.Read(view, user.ScopeOf()), problems);
    }

    /// <summary>The view asked for, when its line can be worked out in one answer; else what is wrong, by parameter.</summary>
    internal static (ViewState View, Dictionary<string, string[]> Problems) Asked(
        ViewParameters parameters, ActFeed feed, TimeProvider clock, params (string Key, string? Value)[] own)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock, own);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (problems.Count == 0 && view.Countries.Count + view.Blocs.Count == 0)
            problems["countries"] = ["Name at least one country or bloc."];
        if (problems.Count == 0 && (long)feed.Register.CountriesOf(view, today).Count * view.PeriodOn(today).Days > MostPoints)
            problems["to"] = [$"At most {MostPoints:N0} points in one answer: name fewer countries or a shorter period."];
        return (view, problems);
    }
}

/// <param name="AsOf">The knowledge date asked for, or the instant of the answer.</param>
/// <param name="Codebook">The version whose σ, k₀ and starting values count; every act is scored by it where the view names it.</param>
/// <param name="View">The view as answered, printed.</param>
public sealed record AlignmentAnswer(string Axis, string AsOf, string Codebook, string View, SourcesAnswer Sources, IReadOnlyList<CountryAnswer> Countries)
{
    public static AlignmentAnswer Of(AlignmentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new AlignmentAnswer(
            report.Axis.Code,
            report.View.AsOf.Printed ?? ViewStates.AsOf.At(report.KnownAt).Printed!,
            report.Codebook.Version,
            ViewStateUrl.Print(report.View),
            SourcesAnswer.Of(report.Sources),
            [.. report.Countries.Select(c => new CountryAnswer(c.Country.Code.Value, c.Prior, c.Line.Points.Select(PointAnswer.Of)))]);
    }
}

/// <param name="New">Sources read since a day inside the period and not coded back to its first, with acts in the lines.</param>
/// <param name="Waiting">Acts of new sources that do not count until these are coded back.</param>
/// <param name="LeftOut">Acts that only sources left out tell of.</param>
public sealed record SourcesAnswer(IReadOnlyList<NewSourceAnswer> New, int Waiting, int LeftOut)
{
    public static SourcesAnswer Of(SourceBearing sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new SourcesAnswer(
            [.. sources.New.Select(s => new NewSourceAnswer(SourceName.Print(s.Reading.Source), s.Name, s.Reading.Since, s.Reading.CodedBackTo, s.Acts))],
            sources.Waiting, sources.LeftOut);
    }
}

/// <param name="Acts">Acts that it tells of, and no older source.</param>
public sealed record NewSourceAnswer(string Id, string Name, DateOnly ReadSince, DateOnly? CodedBackTo, int Acts);

/// <param name="Prior">Starting value on the last day.</param>
public sealed record CountryAnswer(string Country, double Prior, IEnumerable<PointAnswer> Points);

/// <summary>One day; bands are unclipped.</summary>
public sealed record PointAnswer(
    DateOnly Date, double Index, double StandardError, double Low90, double High90, double Low50, double High50, double Weight, double Flow)
{
    public static PointAnswer Of(AlignmentPoint p) =>
        new(p.Date, p.Index, p.StandardError, p.Low90, p.High90, p.Low50, p.High50, p.Weight, p.Flow);
}
