using System.Security.Claims;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Dyads;
using Stance.Web.Acts;
using Stance.Web.Api;
using Stance.Web.People;

namespace Stance.Web.Dyads;

/// <summary>The acts of two countries toward each other as a file: the two tables of their page.</summary>
public static class TowardEndpoints
{
    public static void MapToward(this IEndpointRouteBuilder api) =>
        api.MapGet("/countries/{code}/toward/{other}.csv", ReadCsv)
            .WithSummary($"The acts of two countries toward each other, newest first, at most {ActReader.LargestPage} a direction.").Produces<string>(contentType: "text/csv");

    /// <summary>The path of the file of a pair.</summary>
    public static string PathOf(CountryCode code, CountryCode other) => $"{StanceApi.Root}/countries/{code}/toward/{other}.csv";

    private static async Task<IResult> ReadCsv(
        string code, string other, [AsParameters] ViewParameters parameters, TowardReader reader, ActFeed feed, TimeProvider clock,
        ClaimsPrincipal user, CancellationToken cancel)
    {
        var (view, problems) = parameters.ToView(feed.Register, clock);
        if (problems.Count == 0 && view.Countries.Count + view.Blocs.Count > 0)
            problems["countries"] = ["The two countries stand in the path."];
        if (problems.Count > 0)
            return TypedResults.ValidationProblem(problems);
        var (there, back) = (Find(code, feed), Find(other, feed));
        if (there is null || back is null || there == back)
            return TypedResults.NotFound();
        var dyad = await reader.ReadAsync(there, back, view, user.ScopeOf(), cancel);
        return Csv.File($"{there.Code}-{back.Code}.csv", [.. ActCsv.Columns, "toward", "toward_score"], Rows(dyad.There, view.Axis).Concat(Rows(dyad.Back, view.Axis)));
    }

    /// <summary>The score toward the other country stands beside the score on the axis; they are two questions.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Rows(TowardList list, string axis) =>
        ActCsv.Rows(list.Acts.Select(a => a.Act), axis).Zip(list.Acts, (row, act) => (IReadOnlyList<object?>)[.. row, list.To.Code.Value, act.IsScored ? act.Score : null]);

    private static Country? Find(string text, ActFeed feed) =>
        CountryCode.TryParse(text, out var code) ? feed.Register.Countries.GetValueOrDefault(code) : null;
}
