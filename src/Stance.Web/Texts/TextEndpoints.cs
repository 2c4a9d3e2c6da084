using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Stance.Data.Commands;
using Stance.Data.Texts;
using Stance.Events;
using Stance.Web.Events;
using Stance.Web.People;

namespace Stance.Web.Texts;

/// <summary>Putting texts on file by API, and reading them: the same rules and the same writer as the desk.</summary>
public static class TextEndpoints
{
    private const string KeyHeader = "Idempotency-Key";

    // Half a million characters in any script, escaped.
    private const long MostBytes = 4 * 1024 * 1024;

    public static void MapTexts(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").RequireAuthorization(Policies.CanCurate);
        reports.MapPost("/", StoreAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Accepts<ReportBody>("application/json").Produces<ReportReceipt>(StatusCodes.Status201Created)
            .ProducesValidationProblem().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Put a report on file with its text. A text that is on file already is answered with 409 and the report that holds it.");
        reports.MapGet("/{id:guid}", FindAsync).Produces<ReportEntry>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A report, as much of its text as is kept, and the passages acts rest on.");
    }

    private static async Task<IResult> StoreAsync(
        [FromHeader(Name = KeyHeader), Description("1 to 200 printable characters, new for each report.")] string? key,
        HttpContext http, StoredTextWriter writer, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (!KeyedCommand.IsKey(key))
            return TypedResults.Problem(
                key is null ? $"Send the header {KeyHeader}: a text of your own, new for each request and the same when you repeat it." : $"{KeyHeader} takes 1 to 200 printable characters.",
                statusCode: StatusCodes.Status400BadRequest, title: $"{KeyHeader} is missing or malformed.");
        var (body, problems) = await EventBody.ReadAsync<ReportBody>(http.Request, cancel);
        if (body is null)
            return TypedResults.ValidationProblem(problems!, title: "The body cannot be read.");
        try
        {
            var read = await TextImport.ReadAsync(TextImport.Pasted(body.Text ?? ""), cancel);
            return Answer(http, await writer.StoreAsync(StoreText.Of(body.Source, body.Report, body.Keeps, read, null), user.ActorOf(), key!, cancel));
        }
        catch (UnreadableTextException fault)
        {
            return Refuse([new RuleBreach("text", "unreadable", fault.Message)]);
        }
    }

    private static async Task<IResult> FindAsync(Guid id, StoredTextReader reader, ClaimsPrincipal user, CancellationToken cancel)
    {
        var actor = user.ActorOf();
        return await reader.FindAsync(id, actor.IsPerson ? actor.Id : null, cancel) is { } stored
            ? TypedResults.Ok(ReportEntry.Of(stored, await reader.CodedAsync(id, user.ScopeOf(), cancel)))
            : TypedResults.NotFound();
    }

    private static IResult Answer(HttpContext http, WriteOutcome outcome)
    {
        switch (outcome)
        {
            case TextWritten written:
                if (written.Replayed)
                    http.Response.Headers["Idempotent-Replayed"] = "true";
                return TypedResults.Created($"/api/v1/reports/{written.Id}", new ReportReceipt(written.Id, written.Version));
            case TextOnFile known:
                return TypedResults.Problem(
                    "Code from the report on file, or send the text with another publisher and the origin it is copied from.",
                    statusCode: StatusCodes.Status409Conflict, title: "This text is on file already.",
                    extensions: new Dictionary<string, object?> { ["report"] = new { known.Id, known.Title, known.Source, known.PublishedOn } });
            case Refused refused:
                return Refuse(refused.Breaches);
            default:
                return TypedResults.Problem(
                    "Send a new key for a new request; repeat a key only with the very same request.",
                    statusCode: StatusCodes.Status409Conflict, title: $"This {KeyHeader} was used for another request.");
        }
    }

    private static JsonHttpResult<HttpValidationProblemDetails> Refuse(IReadOnlyList<RuleBreach> breaches) => TypedResults.Json(
        new HttpValidationProblemDetails(breaches.GroupBy(b => b.Field).ToDictionary(g => g.Key, g => g.Select(b => b.Message).ToArray()))
        {
            Title = "The report breaks rules; nothing was stored.",
            Status = StatusCodes.Status422UnprocessableEntity,
            Extensions = { ["rules"] = breaches },
        },
        contentType: "application/problem+json", statusCode: StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Keeps">How much of the text may be kept: whole, passages or hash.</param>
/// <param name="Text">Plain words; an empty line parts paragraphs.</param>
public sealed record ReportBody(SourceDraft? Source = null, ReportDraft? Report = null, string? Keeps = null, string? Text = null);

/// <summary>What was written; a repeated request gets the same.</summary>
public sealed record ReportReceipt(Guid Id, int Version);

/// <summary>A report as curators read it.</summary>
/// <param name="Text">Null where its words are not kept.</param>
public sealed record ReportEntry(
    Guid Id, SourceDraft Source, ReportDraft Report, string? Keeps, int Version, string? Text, string? TextSha256, string? Sha256, string? StoredBy,
    DateTimeOffset? StoredAt, IReadOnlyList<CodedPassage> Passages)
{
    public static ReportEntry Of(StoredText stored, IReadOnlyList<CodedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var (source, report) = (stored.Source, stored.Report);
        return new ReportEntry(
            stored.Id, new SourceDraft(source.Id, source.Name, source.Reliability.ToString(), source.Url),
            new ReportDraft(report.Title, report.Url, DateText.Iso(report.PublishedOn), report.Language, report.OriginGroup, report.Author, report.IsPartial),
            stored.Keeps, stored.Version, stored.Text, stored.TextSha256, stored.Sha256, stored.StoredBy, stored.StoredAt, passages);
    }
}
