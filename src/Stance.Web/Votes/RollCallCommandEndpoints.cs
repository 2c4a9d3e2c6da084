using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Votes;
using Stance.Votes;
using Stance.Web.Api;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Votes;

/// <summary>Entering, correcting and scoring roll calls by API: the same rules and the same writers as the pages.</summary>
public static class RollCallCommandEndpoints
{
    private const string What = "roll call";

    public static void MapRollCallCommands(this IEndpointRouteBuilder api)
    {
        var calls = api.MapGroup("/roll-calls").RequireAuthorization(Policies.CanCurate)
            .WithMetadata(new RequestSizeLimitAttribute(EventBody.MostBytes))
            .ProducesValidationProblem().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status409Conflict);
        calls.MapPost("/", Enter).Accepts<RollCallBody>("application/json").Produces<RollCallReceipt>(StatusCodes.Status201Created)
            .WithSummary("Enter a roll call with all its votes, or the text of its record. The votes must come to the official tally.");
        calls.MapPost("/{id:guid}/corrections", Correct).Accepts<RollCallCorrection>("application/json").Produces<RollCallReceipt>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Correct votes, words or the tally of a roll call, with a reason. If-Match names the version corrected.");
        calls.MapPut("/{id:guid}/scorings/{axis}", Propose).Accepts<ScoringBody>("application/json").Produces<RollCallReceipt>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Propose which side the text takes on an axis; nothing counts until it is published.");
        calls.MapPost("/{id:guid}/scorings/{axis}/decision", Decide).Accepts<DecisionBody>("application/json").Produces<RollCallReceipt>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Publish or decline the proposal that waits on an axis.");
    }

    private static Task<IResult> Enter(
        [FromHeader(Name = CommandCall.KeyHeader), Description(CommandCall.KeyDescription)] string? key,
        HttpContext http, RollCallWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel) =>
        CommandCall.SendAsync<RollCallBody>(
            http, key, feed, What,
            async body =>
            {
                var (draft, breaches) = body.ToDraft(feed.Register);
                return draft is null ? new Refused(breaches) : await writer.EnterAsync(new EnterRollCall(draft), user.ActorOf(), key!, cancel);
            },
            outcome => Answer(http, outcome, isNew: true), cancel);

    private static Task<IResult> Correct(
        Guid id,
        [FromHeader(Name = CommandCall.KeyHeader), Description(CommandCall.KeyDescription)] string? key,
        [FromHeader(Name = "If-Match"), Description("The version corrected, such as \"3\".")] string? ifMatch,
        HttpContext http, RollCallWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel) =>
        SendAsync<RollCallCorrection>(
            http, key, ifMatch, feed, (body, version) => writer.CorrectAsync(new CorrectRollCall(id, version, body), user.ActorOf(), key!, cancel), cancel);

    private static Task<IResult> Propose(
        Guid id, string axis,
        [FromHeader(Name = CommandCall.KeyHeader), Description(CommandCall.KeyDescription)] string? key,
        [FromHeader(Name = "If-Match"), Description("The version of the roll call the proposal is about, such as \"3\".")] string? ifMatch,
        HttpContext http, ScoringWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel) =>
        SendAsync<ScoringBody>(
            http, key, ifMatch, feed,
            (body, version) => writer.ProposeAsync(new ProposeScoring(id, version, axis, body.Favoured, body.Reason), user.ActorOf(), key!, cancel), cancel);

    private static Task<IResult> Decide(
        Guid id, string axis,
        [FromHeader(Name = CommandCall.KeyHeader), Description(CommandCall.KeyDescription)] string? key,
        [FromHeader(Name = "If-Match"), Description("The version of the roll call that was looked at, such as \"3\".")] string? ifMatch,
        HttpContext http, ScoringWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel) =>
        SendAsync<DecisionBody>(
            http, key, ifMatch, feed,
            async (body, version) => body switch
            {
                { Proposal: null } => Refused.For("proposal", "required", "Name the proposal you looked at by its id."),
                { Publish: null } => Refused.For("publish", "required", "Say true to publish it, false to decline it."),
                _ => await writer.DecideAsync(
                    new DecideScoring(id, version, axis, body.Proposal.Value, body.Publish.Value, body.Reason), user.ActorOf(), key!, cancel),
            },
            cancel);

    private static Task<IResult> SendAsync<TBody>(
        HttpContext http, string? key, string? ifMatch, ActFeed feed, Func<TBody, int, Task<WriteOutcome>> write, CancellationToken cancel)
        where TBody : class => CommandCall.VersionOf(ifMatch) is { } version
            ? CommandCall.SendAsync<TBody>(http, key, feed, What, body => write(body, version), outcome => Answer(http, outcome, isNew: false), cancel)
            : Task.FromResult<IResult>(CommandCall.VersionMissing(ifMatch));

    private static IResult? Answer(HttpContext http, WriteOutcome outcome, bool isNew)
    {
        switch (outcome)
        {
            case RollCallWritten written:
                var receipt = new RollCallReceipt(written.Id, written.Version);
                http.Response.Headers.ETag = $"\"{written.Version}\"";
                return isNew ? TypedResults.Created($"{StanceApi.Root}/roll-calls/{written.Id}", receipt) : TypedResults.Ok(receipt);
            case RollCallConflict conflict:
                return CommandCall.Changed(What, CurrentRollCall.Of(conflict.Current));
            default:
                return null;
        }
    }
}
