using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Stance.Data.Votes;
using Stance.ViewStates;
using Stance.Web.People;

namespace Stance.Web.Votes;

/// <summary>Roll calls as JSON, from the same reader as the pages.</summary>
public static class RollCallEndpoints
{
    public static void MapRollCalls(this IEndpointRouteBuilder api)
    {
        api.MapGet("/roll-calls", List).WithSummary("Recorded votes of bodies, newest first, a page at a time.");
        api.MapGet("/roll-calls/{id:guid}", Find).WithSummary("One roll call with every vote, its scorings, its versions and its corrections.").WithName("roll-call");
    }

    private static async Task<Results<Ok<RollCallsAnswer>, ValidationProblem>> List(
        [FromQuery(Name = "q"), Description("Words of the title or the symbol, in any order; the start of a word is enough.")] string? q,
        [FromQuery(Name = "from"), Description("First day, 2022-01-01.")] string? from,
        [FromQuery(Name = "to"), Description("Last day, included.")] string? to,
        [FromQuery(Name = "asOf"), Description("Knowledge date (the end of that day, UTC) or instant; never in the future.")] string? asOf,
        [Description("Roll calls on a page, 1 to 200.")] int? limit,
        [Description("From the answer before: next.")] string? cursor,
        RollCallReader reader, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = Parse(clock, ("q", q), ("from", from), ("to", to), ("asOf", asOf));
        if (limit is < 1 or > RollCallReader.MostPerPage)
            problems["limit"] = [$"A page has 1 to {RollCallReader.MostPerPage} roll calls."];
        if (problems.Count > 0)
            return TypedResults.ValidationProblem(problems);
        try
        {
            var page = await reader.ListAsync(view, user.ScopeOf(), limit ?? 100, cursor, cancel);
            return TypedResults.Ok(new RollCallsAnswer([.. page.RollCalls.Select(RollCallSummary.Of)], page.Next));
        }
        catch (FormatException refusal)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["cursor"] = [refusal.Message] });
        }
    }

    private static async Task<Results<Ok<RollCallAnswer>, NotFound, ValidationProblem>> Find(
        Guid id, [FromQuery(Name = "asOf")] string? asOf, HttpContext http, RollCallReader reader, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = Parse(clock, ("asOf", asOf));
        if (problems.Count > 0)
            return TypedResults.ValidationProblem(problems);
        if (await reader.FindAsync(id, user.ScopeOf(), view.AsOf, cancel) is not { } detail)
            return TypedResults.NotFound();
        http.Response.Headers.ETag = $"\"{detail.Version}\"";
        return TypedResults.Ok(RollCallAnswer.Of(detail));
    }

    private static (ViewState View, Dictionary<string, string[]> Problems) Parse(TimeProvider clock, params (string Key, string? Value)[] asked)
    {
        var (view, problems) = ViewStateUrl.Parse(asked.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Key, a.Value)), clock.GetUtcNow());
        return (view, problems.GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray()));
    }
}
