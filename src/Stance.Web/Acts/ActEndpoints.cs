using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Stance.Acts;
using Stance.Commitments;
using Stance.Data.Acts;
using Stance.ViewStates;
using Stance.Web.Api;
using Stance.Web.People;

namespace Stance.Web.Acts;

/// <summary>The acts behind the numbers, page by page and one in full.</summary>
public static class ActEndpoints
{
    public static void MapActs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/acts", List).WithSummary("The acts in view, a page at a time; without dates, of all time.");
        api.MapGet("/acts.csv", ListCsv).WithSummary("The first 500 acts in view as CSV.").Produces<string>(contentType: "text/csv");
        api.MapGet("/acts/together/{id:guid}", FindTogether).WithSummary("One act of several states: what it is called, and the act of each state. Only those score.");
        api.MapGet("/acts/{id}", Find).WithSummary("One act in full.").WithName("act");
    }

    private static async Task<Results<Ok<ActsAnswer>, ValidationProblem>> List(
        [AsParameters] ViewParameters parameters,
        [Description("Acts on a page, 1 to 500.")] int? limit,
        [Description("From the answer before: next.")] string? cursor,
        ActReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock);
        if (limit is < 1 or > ActReader.LargestPage)
            problems["limit"] = [$"A page has 1 to {ActReader.LargestPage} acts."];
        if (problems.Count > 0)
            return TypedResults.ValidationProblem(problems);
        try
        {
            var page = await reader.ListAsync(view, user.ScopeOf(), limit ?? 100, cursor, cancel);
            return TypedResults.Ok(new ActsAnswer([.. page.Acts.Select(ActAnswer.Of)], page.Next));
        }
        catch (FormatException refusal)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["cursor"] = [refusal.Message] });
        }
    }

    private static async Task<IResult> ListCsv(
        [AsParameters] ViewParameters parameters, ActReader reader, ActFeed feed, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock);
        if (problems.Count > 0)
            return TypedResults.ValidationProblem(problems);
        var page = await reader.ListAsync(view, user.ScopeOf(), ActReader.LargestPage, null, cancel);
        return ActCsv.File(page.Acts, view.Axis);
    }

    private static async Task<Results<Ok<TogetherAnswer>, NotFound, ValidationProblem>> FindTogether(
        Guid id, [FromQuery(Name = "asOf")] string? asOf, TogetherReader reader, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        try
        {
            var known = asOf is null ? AsOf.Now : AsOf.Parse(asOf, clock.GetUtcNow());
            return await reader.FindAsync(id, user.ScopeOf(), known, cancel) is { } whole
                ? TypedResults.Ok(new TogetherAnswer(whole.Id, whole.Title, whole.Note, [.. whole.Parts.Select(p => ActAnswer.Of(p.Act))], whole.TakenBack))
                : TypedResults.NotFound();
        }
        catch (FormatException refusal)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["asOf"] = [refusal.Message] });
        }
    }

    private static async Task<Results<Ok<ActDetailAnswer>, NotFound, ValidationProblem>> Find(
        string id, [FromQuery(Name = "asOf")] string? asOf, ActReader reader, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (!ActId.TryParse(id, out var actId))
            return TypedResults.NotFound();
        try
        {
            var known = asOf is null ? AsOf.Now : AsOf.Parse(asOf, clock.GetUtcNow());
            return await reader.FindAsync(actId, user.ScopeOf(), known, cancel) is { } act
                ? TypedResults.Ok(ActDetailAnswer.Of(act))
                : TypedResults.NotFound();
        }
        catch (FormatException refusal)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["asOf"] = [refusal.Message] });
        }
    }
}

/// <param name="TakenBack">How many more parts were taken back.</param>
public sealed record TogetherAnswer(Guid Id, string Title, string? Note, IReadOnlyList<ActAnswer> Acts, int TakenBack);

/// <param name="Next">The cursor of the following page; null after the last.</param>
public sealed record ActsAnswer(IReadOnlyList<ActAnswer> Acts, string? Next);

/// <param name="Date">The day used in the sum.</param>
/// <param name="Mode">D = declaratory (words), M = material (deeds).</param>
/// <param name="Scores">By axis; an axis on which the act is silent is left out.</param>
/// <param name="Weight">Starting weight: confidence × evidence weight.</param>
public record ActAnswer(
    string Id, string Country, string? Recipient, string Type, string Variant, DateOnly Date, DateOnly From, DateOnly To, string Precision,
    string Title, string Mode, JsonElement Attributes, IReadOnlyDictionary<string, double> Scores, double Confidence, double Weight,
    IReadOnlyList<ClaimBrief> Claims, bool Disputed, string State)
{
    public static ActAnswer Of(ActItem act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return new ActAnswer(
            act.Id.ToString(), act.Country.Value, act.Recipient?.Value, act.Type, act.Variant, act.ScoredOn, act.From, act.To, act.Precision,
            act.Title, act.IsDeed ? "M" : "D", JsonElement.Parse(act.Attributes), act.Scores, act.Confidence, act.Weight,
            act.Claims, act.IsDisputed, act.State);
    }
}

/// <summary>What the list tells of an act, and everything else: how it scores, each claim with its passage, its versions.</summary>
public sealed record ActDetailAnswer : ActAnswer
{
    private ActDetailAnswer(ActDetail act)
        : base(Of(act.Act))
    {
        Version = act.Version;
        Note = act.Note;
        Intensity = act.Intensity;
        IntensityReason = act.IntensityReason;
        ConfidenceReason = act.ConfidenceReason;
        Parent = act.Whole?.Title;
        ParentId = act.Whole?.Id;
        Stage = act.Stage;
        IsScored = act.IsScored;
        Stages = act.Stages;
        Scorings = act.Scorings;
        Claims = act.Claims;
        Collections = [.. act.Collections.Select(c => c.Code)];
        Versions = act.Versions;
    }

    public int Version { get; }

    public string? Note { get; }

    public double Intensity { get; }

    public string? IntensityReason { get; }

    public string? ConfidenceReason { get; }

    public string? Parent { get; }

    public Guid? ParentId { get; }

    public string? Stage { get; }

    public bool IsScored { get; }

    /// <summary>Of the commitment it is a stage of, itself among them; none where it is a stage of nothing.</summary>
    public IReadOnlyList<ActStage> Stages { get; }

    public IReadOnlyList<AxisScoring> Scorings { get; }

    public new IReadOnlyList<ActClaim> Claims { get; }

    public IReadOnlyList<string> Collections { get; }

    public IReadOnlyList<ActVersion> Versions { get; }

    public static ActDetailAnswer Of(ActDetail act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return new ActDetailAnswer(act);
    }
}
