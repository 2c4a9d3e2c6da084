using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Stance.Amounts;
using Stance.Data.Acts;
using Stance.Data.Amounts;
using Stance.ViewStates;
using Stance.Web.Api;
using Stance.Web.People;

namespace Stance.Web.Amounts;

/// <summary>The numbers that acts carry, as JSON and CSV, from the same reader as the page.</summary>
public static class AmountEndpoints
{
    public static void MapAmounts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/amounts", ReadAsync).WithSummary(
            "A number that acts carry, such as tonnes: a series for each country, kind of act and unit. Numbers that are not known are counted, never taken as zero.");
        api.MapGet("/amounts.csv", ReadCsvAsync).WithSummary("The acts of those series as CSV.").Produces<string>(contentType: "text/csv");
    }

    private static async Task<Results<Ok<AmountAnswer>, ValidationProblem>> ReadAsync(
        [AsParameters] ViewParameters parameters, [FromQuery, Description("Field of the codebook, such as tonnes; by default the one known of most acts.")] string? measure,
        AmountReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (report, problems) = await AnswerAsync(parameters, measure, reader, feed, clock, user, cancel);
        return report is null ? TypedResults.ValidationProblem(problems) : TypedResults.Ok(AmountAnswer.Of(report));
    }

    private static async Task<IResult> ReadCsvAsync(
        [AsParameters] ViewParameters parameters, [FromQuery, Description("Field of the codebook, such as tonnes; by default the one known of most acts.")] string? measure,
        AmountReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (report, problems) = await AnswerAsync(parameters, measure, reader, feed, clock, user, cancel);
        return report is null ? TypedResults.ValidationProblem(problems) : AmountCsv.File(report);
    }

    private static async Task<(AmountReport? Report, Dictionary<string, string[]> Problems)> AnswerAsync(
        ViewParameters parameters, string? measure, AmountReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock, ("measure", measure));
        if (problems.Count > 0)
            return (null, problems);
        var report = await reader.ReadAsync(view, user.ScopeOf(), cancel);
        if (!report.IsCut)
            return (report, problems);
        problems["to"] = [$"More than {AmountReader.Most:N0} acts match: name fewer countries or a shorter period."];
        return (null, problems);
    }
}

/// <param name="View">The view as answered, printed.</param>
/// <param name="EarlierStages">Acts left out because a later stage of the same commitment stands for them.</param>
public sealed record AmountAnswer(string View, string? Measure, IReadOnlyList<MeasureChoice> Choices, int EarlierStages, IEnumerable<AmountSeriesAnswer> Series)
{
    public static AmountAnswer Of(AmountReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new AmountAnswer(
            ViewStateUrl.Print(report.View), report.Measure, report.Choices, report.EarlierStages, report.Series.Select(AmountSeriesAnswer.Of));
    }
}

/// <param name="Unit">Null = a plain count, or a unit that is not known.</param>
/// <param name="Total">The least it came to: acts whose number is not known are not in it. Null where a sum means nothing or none is known.</param>
public sealed record AmountSeriesAnswer(
    string Country, string Type, string? Unit, double? Total, int Known, int NotKnown, IReadOnlyList<AmountPeriod> Periods, IEnumerable<ActAmountAnswer> Acts)
{
    public static AmountSeriesAnswer Of(AmountSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new AmountSeriesAnswer(
            series.Country.Code.Value, series.Kind.Code, series.Unit, series.Total, series.Known, series.NotKnown, series.Periods,
            series.Acts.Select(a => new ActAmountAnswer(a.Id.ToString(), a.Day, a.Title, a.Value, a.Elsewhere)));
    }
}

/// <param name="Value">Null = not known.</param>
/// <param name="Elsewhere">Other numbers in other reports of the act.</param>
public sealed record ActAmountAnswer(string Id, DateOnly Date, string Title, double? Value, IReadOnlyList<double> Elsewhere);
