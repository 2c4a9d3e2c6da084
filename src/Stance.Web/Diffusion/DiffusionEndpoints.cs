using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Diffusion;
using Stance.Diffusion;
using Stance.ViewStates;
using Stance.Web.Api;
using Stance.Web.People;
using Stance.Web.Shifts;

namespace Stance.Web.Diffusion;

/// <summary>Who moved first after a day, as JSON and CSV: the rows of the page, from the same reader.</summary>
public static class DiffusionEndpoints
{
    public static void MapDiffusion(this IEndpointRouteBuilder api)
    {
        api.MapGet("/diffusion", ReadAsync).WithSummary(
            "The first break of each country on or after a day, in order of lag; of every country with acts on the axis when none is named.");
        api.MapGet("/diffusion.csv", ReadCsvAsync).WithSummary("The same as CSV.").Produces<string>(contentType: "text/csv");
    }

    private static async Task<Results<Ok<DiffusionAnswer>, ValidationProblem>> ReadAsync(
        [AsParameters] ViewParameters parameters, [AsParameters] TriggerParameter trigger,
        DiffusionReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = trigger.ToView(parameters, feed.Register, clock);
        return problems.Count > 0 ? TypedResults.ValidationProblem(problems)
            : TypedResults.Ok(DiffusionAnswer.Of(await reader.ReadAsync(view, user.ScopeOf(), cancel)));
    }

    private static async Task<IResult> ReadCsvAsync(
        [AsParameters] ViewParameters parameters, [AsParameters] TriggerParameter trigger,
        DiffusionReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = trigger.ToView(parameters, feed.Register, clock);
        return problems.Count > 0 ? TypedResults.ValidationProblem(problems)
            : DiffusionCsv.File(await reader.ReadAsync(view, user.ScopeOf(), cancel));
    }
}

public sealed record TriggerParameter(
    [property: FromQuery(Name = "trigger"), Description("The day the lags are counted from, 2022-02-24; by default the first one marked inside the period.")] string? Trigger)
{
    public (ViewState View, Dictionary<string, string[]> Problems) ToView(ViewParameters filters, Register register, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(filters);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(clock);
        var (view, problems) = filters.ToView(register, clock, ("trigger", Trigger));
        if (problems.Count == 0 && register.TriggerOf(view, view.PeriodOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))) is null)
            problems["trigger"] = ["No day is marked inside the period: name the day to count from."];
        return (view, problems);
    }
}

/// <param name="Trigger">The day the lags are counted from; <paramref name="Marked"/> what the register marks on it.</param>
/// <param name="AsOf">The knowledge date asked for, or the instant of the answer.</param>
/// <param name="View">The view as answered, printed.</param>
public sealed record DiffusionAnswer(
    string Axis, string AsOf, string View, DateOnly Trigger, IReadOnlyList<string> Marked, string Finding, IReadOnlyList<LagAnswer> Countries)
{
    public static DiffusionAnswer Of(DiffusionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new DiffusionAnswer(
            report.Axis.Code,
            report.View.AsOf.Printed ?? ViewStates.AsOf.At(report.KnownAt).Printed!,
            ViewStateUrl.Print(report.View),
            report.Trigger!.Value,
            [.. report.Marked.Select(m => m.Title)],
            DiffusionWords.Finding(report),
            [.. report.Rows.Select(LagAnswer.Of)]);
    }
}

/// <param name="Rank">Among those that shifted on or after the day; equal lags share one. Between <paramref name="BestRank"/> and <paramref name="WorstRank"/> the spans of days leave it open.</param>
/// <param name="Reason">Why there is no break after the day: noneFound, tooLittle or notLooked.</param>
/// <param name="Before">The last break before the day, with a negative lag.</param>
public sealed record LagAnswer(
    string Country, int? Rank, int? BestRank, int? WorstRank, LaggedBreakAnswer? After, LaggedBreakAnswer? Before, string? Reason, int Weeks, double Weight)
{
    public static LagAnswer Of(CountryLag row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new LagAnswer(
            row.Country.Code.Value, row.Rank?.Rank, row.Rank?.Best, row.Rank?.Worst, LaggedBreakAnswer.Of(row.After), LaggedBreakAnswer.Of(row.Before),
            ReasonOf(row.Reason), row.Shifts.Weeks, row.Shifts.Weight);
    }

    internal static string? ReasonOf(NoShift? reason) => reason switch
    {
        null => null,
        NoShift.NotLooked => "notLooked",
        NoShift.TooLittle => "tooLittle",
        _ => "noneFound",
    };
}

/// <param name="Days">Lag to the Monday of the most likely week; 0 in the week of the day itself.</param>
/// <param name="FromDays">With <paramref name="ToDays"/>: the days the break can lie on, as lags.</param>
public sealed record LaggedBreakAnswer(int Days, int FromDays, int ToDays, BreakAnswer Break)
{
    public static LaggedBreakAnswer? Of(LaggedBreak? lagged) =>
        lagged is null ? null : new LaggedBreakAnswer(lagged.Days, lagged.From, lagged.To, BreakAnswer.Of(lagged.Found));
}
