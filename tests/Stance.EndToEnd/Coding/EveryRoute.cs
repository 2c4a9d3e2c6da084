using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Stance.EndToEnd.Coding;

/// <summary>Whatever the running app answers to somebody who only asks: read off its own table of routes, so that a new one is among them.</summary>
internal static partial class EveryRoute
{
    /// <summary>Filters under which a reader of acts would look for one of Kazakhstan.</summary>
    private const string Asked = "countries=KAZ&from=2022-04-01&to=2022-04-30";

    /// <param name="values">What stands in a route's parameters, by their name; an id is the one given as "id".</param>
    /// <param name="words">What to search for where a route searches.</param>
    public static IReadOnlyList<string> Of(IServiceProvider services, IReadOnlyDictionary<string, string> values, string words) =>
    [
        .. services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { } methods || methods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => !p.StartsWith("/_", StringComparison.Ordinal) && !p.Contains("{*", StringComparison.Ordinal))
            .Select(p => Parameter().Replace(p, m => values.GetValueOrDefault(m.Groups[1].Value.ToLowerInvariant(), values["id"])))
            // A picture is drawn of the same numbers and words as the file in vectors beside it.
            .Where(p => !p.EndsWith(".png", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal)
            .SelectMany(p => new[] { p, $"{p}?{Asked}&q={words}" }),
    ];

    [GeneratedRegex(@"\{([^}:?]+)[^}]*\}")]
    private static partial Regex Parameter();
}
