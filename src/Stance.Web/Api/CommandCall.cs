using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Web.Events;

namespace Stance.Web.Api;

/// <summary>What every request that changes something has in common: its key, its version, its body read strictly, and the answers to what was not written.</summary>
internal static class CommandCall
{
    public const string KeyHeader = "Idempotency-Key";

    public const string KeyDescription = "1 to 200 printable characters, new for each request.";

    /// <param name="what">What the body describes: "act".</param>
    /// <param name="answer">The answer to what was written, and to a conflict.</param>
    public static async Task<IResult> SendAsync<TBody>(
        HttpContext http, string? key, ActFeed feed, string what, Func<TBody, Task<WriteOutcome>> write, Func<WriteOutcome, IResult?> answer, CancellationToken cancel)
        where TBody : class
    {
        if (!KeyedCommand.IsKey(key))
            return TypedResults.Problem(
                key is null ? $"Send the header {KeyHeader}: a text of your own, new for each request and the same when you repeat it." : $"{KeyHeader} takes 1 to 200 printable characters.",
                statusCode: StatusCodes.Status400BadRequest, title: $"{KeyHeader} is missing or malformed.");
        var (body, problems) = await EventBody.ReadAsync<TBody>(http.Request, cancel);
        if (body is null)
            return TypedResults.ValidationProblem(problems!, title: "The body cannot be read.");
        var outcome = await write(body);
        if (outcome is Written written)
        {
            await feed.RefreshAsync(cancel);
            if (written.Replayed)
                http.Response.Headers["Idempotent-Replayed"] = "true";
        }
        return outcome switch
        {
            Refused refused => Refuse(refused, what),
            KeyReused => TypedResults.Problem(
                "Send a new key for a new request; repeat a key only with the very same request.",
                statusCode: StatusCodes.Status409Conflict, title: $"This {KeyHeader} was used for another request."),
            _ => answer(outcome) ?? TypedResults.NotFound(),
        };
    }

    /// <summary>The answer to a command made on an older version, with the newest for whoever met it.</summary>
    public static ProblemHttpResult Changed(string what, object current) => TypedResults.Problem(
        "Read the newer version in current, decide, and send again with its version.",
        statusCode: StatusCodes.Status412PreconditionFailed, title: $"The {what} changed since that version; nothing was stored.",
        extensions: new Dictionary<string, object?> { ["current"] = current });

    public static int? VersionOf(string? ifMatch) =>
        int.TryParse(ifMatch?.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : null;

    public static ProblemHttpResult VersionMissing(string? ifMatch) => TypedResults.Problem(
        "Send the header If-Match with the version you read, such as \"3\".",
        statusCode: ifMatch is null ? StatusCodes.Status428PreconditionRequired : StatusCodes.Status400BadRequest,
        title: "If-Match is missing or is no version.");

    private static JsonHttpResult<HttpValidationProblemDetails> Refuse(Refused refused, string what) => TypedResults.Json(
        new HttpValidationProblemDetails(refused.Breaches.GroupBy(b => b.Field).ToDictionary(g => g.Key, g => g.Select(b => b.Message).ToArray()))
        {
            Title = $"The {what} breaks rules; nothing was stored.",
            Status = StatusCodes.Status422UnprocessableEntity,
            Extensions = { ["rules"] = refused.Breaches },
        },
        contentType: "application/problem+json", statusCode: StatusCodes.Status422UnprocessableEntity);
}
