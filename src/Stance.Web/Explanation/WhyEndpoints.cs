using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Stance.Data.Acts;
using Stance.Data.Explanation;
using Stance.Explanation;
using Stance.ViewStates;
using Stance.Web.People;

namespace Stance.Web.Explanation;

/// <summary>Why a country's index moved, as JSON and CSV: the bars of the page, from the same reader.</summary>
public static class WhyEndpoints
{
    public static void MapWhy(this IEndpointRouteBuilder api)
    {
        api.MapGet("/alignment/why", Read).WithSummary("The change of a country's index between two days, split exactly among its acts.");
        api.MapGet("/alignment/why.csv", ReadCsv).WithSummary("The same as CSV.").Produces<string>(contentType: "text/csv");
    }

    private static async Task<Results<Ok<WhyAnswer>, ValidationProblem>> Read(
        [AsParameters] WhyParameters parameters, ChangeExplanationReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (report, problems) = await AnswerAsync(parameters, reader, feed, clock, user, cancel);
        return report is null ? TypedResults.ValidationProblem(problems) : TypedResults.Ok(WhyAnswer.Of(report));
    }

    private static async Task<IResult> ReadCsv(
        [AsParameters] WhyParameters parameters, ChangeExplanationReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (report, problems) = await AnswerAsync(parameters, reader, feed, clock, user, cancel);
        return report is null ? TypedResults.ValidationProblem(problems) : WhyCsv.File(report);
    }

    private static async Task<(ChangeReport? Report, Dictionary<string, string[]> Problems)> AnswerAsync(
        WhyParameters parameters, ChangeExplanationReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock);
        var scope = user.ScopeOf();
        if (problems.Count == 0 && !scope.Allows(view.Why!.Country))
            problems["country"] = ["This country may not be read here."];
        return problems.Count > 0 ? (null, problems) : (await reader.ReadAsync(view, scope, cancel), problems);
    }
}

/// <summary>The two ends and the parts between them: <c>index</c> at the end minus <c>index</c> at the start equals the sum of the parts.</summary>
/// <param name="View">The view as answered, printed.</param>
public sealed record WhyAnswer(string Country, string Axis, string View, WhyEnd Start, WhyEnd End, double Change, IEnumerable<WhyPart> Parts)
{
    public static WhyAnswer Of(ChangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new WhyAnswer(
            report.Country.Code.Value, report.Axis.Code, ViewStateUrl.Print(report.View), WhyEnd.Of(report.From), WhyEnd.Of(report.To), report.Change.Change,
            report.Change.Parts.Select(p => WhyPart.Of(p, report)));
    }
}

/// <param name="Prior">Starting value on the day.</param>
/// <param name="KnownAt">The knowledge date asked for, or now.</param>
public sealed record WhyEnd(DateOnly Date, double Index, double Prior, string KnownAt)
{
    public static WhyEnd Of(ChangeEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        return new WhyEnd(end.Day, end.Index, end.Prior, end.Known.ToString());
    }
}

/// <param name="Kind">new, withdrawn, revised, recoded, faded, diluted or startingValue.</param>
/// <param name="Change">Index points.</param>
/// <param name="Act">Null for the starting value.</param>
public sealed record WhyPart(string Kind, double Change, string? Act, string? Title, string? Type, DateOnly? ScoredOn)
{
    public static WhyPart Of(ChangePart part, ChangeReport report)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(report);
        var name = part.Act is { } act ? report.Names.GetValueOrDefault(act) : null;
        return new WhyPart(KindOf(part.Kind), part.Change, part.Act?.ToString(), name?.Title, name?.Type, name?.ScoredOn);
    }

    internal static string KindOf(ChangeKind kind) => kind == ChangeKind.StartingValue ? "startingValue" : kind.ToString().ToLowerInvariant();
}
