using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Stance.Data.Acts;
using Stance.Data.Commands;
using Stance.Data.Imports;
using Stance.Imports;
using Stance.Web.People;

namespace Stance.Web.Imports;

/// <summary>Files of acts by API: the same reading, rules and writer as the page.</summary>
public static class ImportEndpoints
{
    private const string KeyHeader = "Idempotency-Key";
    private const int MostMappingBytes = 128 * 1024;
    private const int MostRowsSaid = 1000;

    public static void MapImports(this IEndpointRouteBuilder api) =>
        api.MapPost("/imports", Import).RequireAuthorization(Policies.CanCurate)
            .WithMetadata(new RequestSizeLimitAttribute(ImportLimits.Usual.FileBytes + MostMappingBytes))
            .Accepts<IFormFile>("multipart/form-data", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .Produces<ImportReceipt>(StatusCodes.Status201Created).Produces<ImportTrial>()
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Import acts from CSV or XLSX: the whole file or nothing. Headers are matched to fields by name; a form part \"mapping\" (JSON) says otherwise.");

    private static async Task<IResult> Import(
        [FromHeader(Name = KeyHeader), Description("1 to 200 printable characters, new for each import; not needed for a dry run.")] string? key,
        [FromQuery, Description("true: say what would change, write nothing.")] bool? dryRun,
        [FromQuery, Description("How many bad rows to leave out: exactly as many as a dry run named. 0 = none.")] int? leaveOut,
        [FromQuery, Description("Whose keys the file holds; the same key of two senders means two acts.")] string? sender,
        HttpContext http, ImportWriter writer, ActFeed feed, ClaimsPrincipal user, CancellationToken cancel)
    {
        var isTrial = dryRun ?? false;
        if (!isTrial && !KeyedCommand.IsKey(key))
            return TypedResults.Problem(
                $"Send the header {KeyHeader}: 1 to 200 printable characters of your own, new for each import and the same when you repeat it.",
                statusCode: StatusCodes.Status400BadRequest, title: $"{KeyHeader} is missing or malformed.");
        try
        {
            var (file, chosen) = await ReceiveAsync(http.Request, cancel);
            await using var content = file.Content;
            var mapping = ImportMapping.Of(TableFile.Headers(file.Content, ImportLimits.Usual), feed.Register.Codebook).With(chosen);
            mapping = mapping with { Sender = sender ?? mapping.Sender };
            var outcome = isTrial
                ? await writer.TryAsync(file, mapping, user.ActorOf(), null, cancel)
                : await writer.LoadAsync(file, new LoadFile(file.Sha256, mapping, leaveOut ?? 0), user.ActorOf(), key!, null, cancel);
            if (outcome is ImportWritten)
                await feed.RefreshAsync(cancel);
            return Answer(http, outcome, isTrial);
        }
        catch (ImportFileException fault)
        {
            return TypedResults.Problem(fault.Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: "The file cannot be read; nothing was stored.");
        }
    }

    private static IResult Answer(HttpContext http, WriteOutcome outcome, bool isTrial)
    {
        switch (outcome)
        {
            case ImportWritten written:
                if (written.Replayed)
                    http.Response.Headers["Idempotent-Replayed"] = "true";
                return TypedResults.Created($"/desk/imports/{written.Id}", new ImportReceipt(written.Id, written.Rows, written.New, written.Changed, written.Unchanged, written.LeftOut));
            case ImportStopped { Report: var report } when http.Request.Headers.Accept.ToString().Contains("text/csv", StringComparison.Ordinal):
                return RefusedRows.File(report.Breaches);
            case ImportStopped { Report: var report } when isTrial || (report.RefusedRows == 0 && !report.ChangesSomething):
                return TypedResults.Ok(ImportTrial.Of(report));
            case ImportStopped { Report: var report }:
                return TypedResults.Problem(
                    FormattableString.Invariant($"Mend the {report.RefusedRows} rows, or leave them out with leaveOut={report.RefusedRows}."),
                    statusCode: StatusCodes.Status422UnprocessableEntity, title: "Rows break rules; nothing was stored.",
                    extensions: new Dictionary<string, object?> { ["refused"] = report.RefusedRows, ["rows"] = report.Breaches.Take(MostRowsSaid) });
            case Refused refused:
                return TypedResults.Problem(
                    refused.Breaches[0].Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: "The columns do not say enough; nothing was stored.",
                    extensions: new Dictionary<string, object?> { ["rules"] = refused.Breaches });
            default:
                return TypedResults.Problem(
                    "Send a new key for a new request; repeat a key only with the very same request.",
                    statusCode: StatusCodes.Status409Conflict, title: $"This {KeyHeader} was used for another request.");
        }
    }

    private static async Task<(ReceivedFile File, ImportMapping? Mapping)> ReceiveAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return (await ReceivedFiles.ReceiveAsync("file", request.Body, null, cancel), null);
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
            throw new ImportFileException("The form has no boundary between its parts.");
        ReceivedFile? file = null;
        ImportMapping? mapping = null;
        try
        {
            var parts = new MultipartReader(boundary, request.Body);
            while (await parts.ReadNextSectionAsync(cancel) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                    continue;
                if (disposition.IsFileDisposition() && file is null)
                    file = await ReceivedFiles.ReceiveAsync(disposition.FileName.Value ?? "file", part.Body, null, cancel);
                else if (disposition.Name.Value?.Trim('"') == "mapping")
                    mapping = await MappingAsync(part.Body, cancel);
            }
            return (file ?? throw new ImportFileException("The form holds no file."), mapping);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException || (fault is IOException && fault is not BadHttpRequestException))
        {
            if (file is not null)
                await file.Content.DisposeAsync();
            throw new ImportFileException(fault is JsonException ? "The mapping is no JSON of this kind: {\"columns\": {\"Header\": \"field\"}, \"constants\": {\"field\": \"value\"}, \"sender\": \"…\"}." : "The form is broken off or malformed.", fault);
        }
    }

    private static async Task<ImportMapping?> MappingAsync(Stream part, CancellationToken cancel)
    {
        var bytes = new byte[MostMappingBytes + 1];
        var length = await part.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (length > MostMappingBytes)
            throw new ImportFileException("The mapping is too long.");
        var body = JsonSerializer.Deserialize<MappingBody>(bytes.AsSpan(0, length), JsonSerializerOptions.Web);
        return body is null ? null : new ImportMapping(body.Columns ?? [], body.Constants ?? [], body.Sender ?? ImportMapping.AnySender);
    }

    private sealed record MappingBody(Dictionary<string, string?>? Columns, Dictionary<string, string>? Constants, string? Sender);
}

/// <summary>What was imported; a repeated request gets the same.</summary>
public sealed record ImportReceipt(Guid Id, int Rows, int New, int Changed, int Unchanged, int LeftOut);

/// <summary>What a file would change.</summary>
public sealed record ImportTrial(
    int Rows, int New, int Changed, int Unchanged, int Refused, IReadOnlyList<RowBreach> Breaches, IReadOnlyList<RowDifference> Differences,
    IReadOnlyList<LikelyDuplicate> Duplicates, IReadOnlyList<AlikeRow> Alike)
{
    internal static ImportTrial Of(ImportReport report) => new(
        report.Rows, report.New, report.Changed, report.Unchanged, report.RefusedRows, report.Breaches, report.Differences, report.Duplicates, report.Alike);
}
