using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Stance.Data.Acts;
using Stance.Data.Shifts;
using Stance.Shifts;
using Stance.ViewStates;
using Stance.Web.Api;
using Stance.Web.People;

namespace Stance.Web.Shifts;

/// <summary>Breaks as JSON, from the same reader as the page.</summary>
public static class ShiftEndpoints
{
    public static void MapShifts(this IEndpointRouteBuilder api) =>
        api.MapGet("/shifts", Read).WithSummary("The breaks of countries: when their acts went to another level, and how stable that finding is.");

    private static Results<Ok<ShiftAnswer>, ValidationProblem> Read(
        [AsParameters] ViewParameters parameters, ShiftReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock);
        if (problems.Count == 0 && view.Countries.Count + view.Blocs.Count == 0)
            problems["countries"] = ["Name at least one country or bloc."];
        return problems.Count > 0 ? TypedResults.ValidationProblem(problems) : TypedResults.Ok(ShiftAnswer.Of(reader.Read(view, user.ScopeOf())));
    }
}

/// <param name="AsOf">The knowledge date asked for, or the instant of the answer.</param>
/// <param name="View">The view as answered, printed.</param>
public sealed record ShiftAnswer(string Axis, string AsOf, string View, IReadOnlyList<CountryShiftAnswer> Countries)
{
    public static ShiftAnswer Of(ShiftReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ShiftAnswer(
            report.Axis.Code,
            report.View.AsOf.Printed ?? ViewStates.AsOf.At(report.KnownAt).Printed!,
            ViewStateUrl.Print(report.View),
            [.. report.Countries.Select(CountryShiftAnswer.Of)]);
    }
}

/// <param name="Weeks">Weeks with acts up to the last day; <paramref name="Enough"/> = two levels fit into them at all.</param>
/// <param name="Spread">The week-to-week spread of the means, null when they have none.</param>
public sealed record CountryShiftAnswer(string Country, int Weeks, double Weight, bool Enough, double? Spread, IReadOnlyList<BreakAnswer> Breaks)
{
    public static CountryShiftAnswer Of(CountryShifts country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return new CountryShiftAnswer(
            country.Country.Code.Value, country.Weeks, country.Weight, country.HasEnough, country.Spread, [.. country.Breaks.Select(BreakAnswer.Of)]);
    }
}

/// <param name="Week">Monday of the first week at the new level.</param>
/// <param name="From">With <paramref name="To"/>: the days the break can lie on.</param>
/// <param name="Stability">Share of the log-penalty range that keeps it.</param>
public sealed record BreakAnswer(
    DateOnly Week, DateOnly From, DateOnly To, double Stability, double Before, double After, IReadOnlyList<LeadingActAnswer> Acts)
{
    public static BreakAnswer Of(FoundBreak found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var point = found.Point;
        return new BreakAnswer(point.Monday, point.From, point.To, point.Stability, point.Before, point.After, [.. found.Acts.Select(LeadingActAnswer.Of)]);
    }
}

public sealed record LeadingActAnswer(string Id, DateOnly Date, string Type, double Score, double Weight)
{
    public static LeadingActAnswer Of(LeadingAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return new LeadingActAnswer(act.Id.ToString(), act.Day, act.Type, act.Score, act.Weight);
    }
}
