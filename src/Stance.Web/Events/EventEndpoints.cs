using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Events;
using Stance.Data.People;
using Stance.Events;
using Stance.Web.Api;
using Stance.Web.People;

namespace Stance.Web.Events;

/// <summary>Entering, correcting and retracting acts by API: the same rules and the same writer as the form.</summary>
public static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        var acts = api.MapGroup("/acts").RequireAuthorization(Policies.CanCurate)
            .WithMetadata(new RequestSizeLimitAttribute(EventBody.MostBytes))
            .ProducesValidationProblem().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status409Conflict);
        acts.MapPost("/", Create).Accepts<StanceEventDraft>("application/json").Produces<ActReceipt>(StatusCodes.Status201Created)
            .WithSummary("Enter an act. Repeating the request with its Idempotency-Key gives the first answer again.");
        acts.MapPost("/together", CreateTogether).Accepts<StanceEventDraft>("application/json").Produces<TogetherReceipt>(StatusCodes.Status201Created)
            .WithSummary("Enter an act of several states: the country and those in also get one act each, parts of one whole that does not score. All of them or none.");
        acts.MapPut("/{id:guid}", Edit).Accepts<StanceEventDraft>("application/json").Produces<ActReceipt>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Correct an act. If-Match names the version corrected; a newer one is answered with 412 and that version.");
        acts.MapPost("/{id:guid}/retraction", Retract).Accepts<RetractionBody>("application/json").Produces<ActReceipt>()
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Take an act back, with a reason; it stays readable as known before.");
    }

    private static Task<IResult> Create(
        [FromHeader(Name = CommandCall.KeyHeader), Description("1 to 200 printable characters, new for each act.")] string? key,
        HttpContext http, EventWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel) =>
        WriteAsync<StanceEventDraft>(
            http, key, feed, (draft, by) => writer.CreateAsync(new CreateAct(draft), by, key!, cancel), user, isNew: true, cancel);

    private static Task<IResult> CreateTogether(
        [FromHeader(Name = CommandCall.KeyHeader), Description("1 to 200 printable characters, new for each act of several states.")] string? key,
        HttpContext http, EventWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel) =>
        WriteAsync<StanceEventDraft>(
            http, key, feed, (draft, by) => writer.CreateTogetherAsync(new CreateTogether(draft), by, key!, cancel), user, isNew: true, cancel);

    private static Task<IResult> Edit(
        Guid id,
        [FromHeader(Name = CommandCall.KeyHeader), Description("1 to 200 printable characters, new for each correction.")] string? key,
        [FromHeader(Name = "If-Match"), Description("The version corrected, such as \"3\".")] string? ifMatch,
        HttpContext http, EventWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel) =>
        CommandCall.VersionOf(ifMatch) is not { } version
            ? Task.FromResult<IResult>(CommandCall.VersionMissing(ifMatch))
            : WriteAsync<StanceEventDraft>(
                http, key, feed, (draft, by) => writer.EditAsync(new EditAct(id, version, draft), by, key!, cancel), user, isNew: false, cancel);

    private static Task<IResult> Retract(
        Guid id,
        [FromHeader(Name = CommandCall.KeyHeader), Description("1 to 200 printable characters, new for each retraction.")] string? key,
        [FromHeader(Name = "If-Match"), Description("The version taken back, such as \"3\".")] string? ifMatch,
        HttpContext http, EventWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel) =>
        CommandCall.VersionOf(ifMatch) is not { } version
            ? Task.FromResult<IResult>(CommandCall.VersionMissing(ifMatch))
            : WriteAsync<RetractionBody>(
                http, key, feed, (body, by) => writer.RetractAsync(new RetractAct(id, version, body.Reason), by, key!, cancel), user, isNew: false, cancel);

    private static Task<IResult> WriteAsync<T>(
        HttpContext http, string? key, ActFeed feed, Func<T, Actor, Task<WriteOutcome>> write, ClaimsPrincipal user, bool isNew, CancellationToken cancel)
        where T : class =>
        CommandCall.SendAsync<T>(http, key, feed, "act", body => write(body, user.ActorOf()), outcome => Answer(http, outcome, isNew), cancel);

    private static IResult? Answer(HttpContext http, WriteOutcome outcome, bool isNew)
    {
        switch (outcome)
        {
            case ActWritten written:
                var receipt = new ActReceipt(written.Id, written.Country.Value, written.Version);
                http.Response.Headers.ETag = $"\"{written.Version}\"";
                return isNew ? TypedResults.Created($"/api/v1/acts/{written.Id}", receipt) : TypedResults.Ok(receipt);
            case TogetherWritten together:
                return TypedResults.Created(
                    $"/api/v1/acts/together/{together.Id}",
                    new TogetherReceipt(together.Id, together.Title, [.. together.Acts.Select(a => new ActReceipt(a.Id, a.Country.Value, a.Version))]));
            case ActConflict conflict:
                return CommandCall.Changed("act", new CurrentAct(conflict.Current.Version, conflict.Current.IsRetracted, conflict.Current.Draft));
            default:
                return null;
        }
    }
}

/// <summary>What was written; a repeated request gets the same.</summary>
public sealed record ActReceipt(Guid Id, string Country, int Version);

/// <param name="Id">Of the whole: what its parts give as their parent.</param>
public sealed record TogetherReceipt(Guid Id, string Title, IReadOnlyList<ActReceipt> Acts);

/// <param name="Reason">Why the act is taken back.</param>
public sealed record RetractionBody(string? Reason = null);

/// <summary>The newest version, for whoever met it.</summary>
public sealed record CurrentAct(int Version, bool Retracted, StanceEventDraft Act);
