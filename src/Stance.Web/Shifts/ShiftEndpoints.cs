using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
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
    public static void MapShifts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/shifts", Read).WithSummary("The breaks of countries: when their acts went to another level, and how stable that finding is.");
        api.MapGet("/alarms", ReadAlarms).WithSummary(
            $"The alarms raised for weeks of the period, newest week first, at most {ShiftAlarmReader.Most}; of every country when none is named.");
    }

    private static Results<Ok<ShiftAnswer>, ValidationProblem> Read(
        [AsParameters] ViewParameters parameters, ShiftReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock);
        if (problems.Count == 0 && view.Countries.Count + view.Blocs.Count == 0)
            problems["countries"] = ["Name at least one country or bloc."];
        return problems.Count > 0 ? TypedResults.ValidationProblem(problems) : TypedResults.Ok(ShiftAnswer.Of(reader.Read(view, user.ScopeOf())));
    }

    private static async Task<Results<Ok<AlarmAnswer>, ValidationProblem>> ReadAlarms(
        [AsParameters] AlarmParameters parameters, ShiftAlarmReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = parameters.ToView().ToView(feed.Register, clock);
        if (problems.Count > 0)
            return TypedResults.ValidationProblem(problems);
        var countries = view.Countries.Count + view.Blocs.Count == 0
            ? [.. feed.Register.Countries.Keys]
            : feed.Register.CountriesOf(view, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return TypedResults.Ok(AlarmAnswer.Of(view, await reader.ReadAsync(view, countries, user.ScopeOf(), cancel)));
    }
}

/// <summary>What decides which alarms are told: a filter of acts would not, so it is not taken.</summary>
public sealed record AlarmParameters(
    [property: FromQuery(Name = "axis"), Description("Code of the axis, such as RUW.")] string? Axis,
    [property: FromQuery(Name = "countries"), Description("ISO 3166-1 alpha-3 codes, comma-separated.")] string? Countries,
    [property: FromQuery(Name = "blocs"), Description("Codes of blocs, comma-separated; their members at the end of the period.")] string? Blocs,
    [property: FromQuery(Name = "from"), Description("First day, 2022-01-01.")] string? From,
    [property: FromQuery(Name = "to"), Description("Last day, included.")] string? To,
    [property: FromQuery(Name = "asOf"), Description("Alarms raised by this day (its end, UTC) or instant; never in the future.")] string? AsOf)
{
    public ViewParameters ToView() => new(Axis, Countries, Blocs, From, To, null, null, null, null, AsOf, null, null);
}

/// <param name="View">The view as answered, printed.</param>
public sealed record AlarmAnswer(string View, IReadOnlyList<RaisedAlarmAnswer> Alarms)
{
    public static AlarmAnswer Of(ViewState view, AlarmReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new AlarmAnswer(ViewStateUrl.Print(view), [.. report.Alarms.Select(a => RaisedAlarmAnswer.Of(a, report))]);
    }
}

/// <param name="Method">departures (CUSUM) or fresh-level (BOCPD).</param>
/// <param name="Week">Monday of the week whose acts raised it.</param>
/// <param name="Since">Monday of the first week that speaks at the new level.</param>
/// <param name="Value">The sum of departures in standard deviations, or P(run ≤ 4 weeks).</param>
/// <param name="Before">Weighted mean of raw scores before; <paramref name="After"/> since.</param>
/// <param name="Acts">Those that led it, strongest first.</param>
public sealed record RaisedAlarmAnswer(
    string Country, string Axis, string Method, DateOnly Week, DateOnly Since, double Value, double Before, double After, DateTimeOffset RaisedAt,
    IReadOnlyList<AlarmActAnswer> Acts)
{
    public static RaisedAlarmAnswer Of(RaisedAlarm raised, AlarmReport report)
    {
        ArgumentNullException.ThrowIfNull(raised);
        ArgumentNullException.ThrowIfNull(report);
        var alarm = raised.Alarm;
        return new RaisedAlarmAnswer(
            raised.Country.Value, raised.Axis, alarm.Method == AlarmMethod.Departures ? "departures" : "fresh-level", alarm.Monday, alarm.Since,
            alarm.Value, alarm.Before, alarm.After, raised.RaisedAt, [.. raised.Acts.Select(a => new AlarmActAnswer(a.ToString(), report.Names.GetValueOrDefault(a)?.Title))]);
    }
}

/// <param name="Title">Null = no longer on file.</param>
public sealed record AlarmActAnswer(string Id, string? Title);

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
