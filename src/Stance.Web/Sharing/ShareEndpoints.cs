using Microsoft.Net.Http.Headers;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Sharing;
using Stance.Web.Acts;
using Stance.Web.Alignment;

namespace Stance.Web.Sharing;

/// <summary>The files of a shared view, open to whoever holds its secret, within its scope like the page.</summary>
public static class ShareEndpoints
{
    private const int MostActs = 10_000;

    public static void MapShares(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/s/{secret}/alignment.csv", ReadAlignment).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/s/{secret}/acts.csv", ReadActs).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Kept by nobody, found by no search engine, its address told to no other site, and no cookie left behind.</summary>
    internal static void Seal(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.Remove(HeaderNames.SetCookie);
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Task.CompletedTask;
    });

    internal static int StatusOf(ShareState? state) => state switch
    {
        null => StatusCodes.Status404NotFound,
        ShareState.Open => StatusCodes.Status200OK,
        _ => StatusCodes.Status410Gone,
    };

    private static async Task<IResult> ReadAlignment(
        string secret, HttpContext context, SharedViewReader shared, AlignmentReader alignment, CancellationToken cancel) =>
        await OpenAsync(context, shared, cancel) switch
        {
            (SharedRequest request, _) => AlignmentCsv.File(alignment.Read(request.View, request.Scope)),
            (_, var refusal) => refusal!,
        };

    private static async Task<IResult> ReadActs(
        string secret, HttpContext context, SharedViewReader shared, ActReader reader, CancellationToken cancel)
    {
        var (request, refusal) = await OpenAsync(context, shared, cancel);
        if (request is null)
            return refusal!;
        var acts = new List<ActItem>();
        string? cursor = null;
        do
        {
            var page = await reader.ListAsync(request.View, request.Scope, ActReader.LargestPage, cursor, cancel, onlySpeaking: true);
            acts.AddRange(page.Acts);
            cursor = page.Next;
        }
        while (cursor is not null && acts.Count < MostActs);
        return ActCsv.File(acts, request.View.Axis);
    }

    /// <summary>A file must not quietly answer another question: filters that were not understood or not shared are refused.</summary>
    private static async Task<(SharedRequest? Request, IResult? Refusal)> OpenAsync(
        HttpContext context, SharedViewReader shared, CancellationToken cancel)
    {
        Seal(context.Response);
        var opening = await shared.OpenAsync(context, cancel);
        return opening.Request switch
        {
            null => (null, Plain(opening.State is null ? "No such shared view." : "This view is no longer shared.", StatusOf(opening.State))),
            { Problems.Count: > 0 } wrong => (null, Plain(string.Join('\n', wrong.Problems.Select(p => p.Message)), StatusCodes.Status400BadRequest)),
            var request => (request, null),
        };
    }

    private static IResult Plain(string words, int status) => Results.Text(words + "\n", "text/plain; charset=utf-8", statusCode: status);
}
