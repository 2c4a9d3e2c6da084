using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Stance.Web.Api;

/// <summary>
/// Refuses query parameters that the endpoint does not declare, and single ones given twice: a misspelt filter must not
/// quietly answer another question.
/// </summary>
public sealed class KnownParameters : IEndpointFilter
{
    private readonly ConcurrentDictionary<Endpoint, IReadOnlyDictionary<string, bool>> declared = new();

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var http = context.HttpContext;
        if (http.Request.Query.Count == 0 || http.GetEndpoint() is not { } endpoint)
            return next(context);
        var known = declared.GetOrAdd(endpoint, Declared);
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in http.Request.Query)
        {
            if (!known.TryGetValue(name, out var mayRepeat))
                problems[name] = [Unknown(known)];
            else if (values.Count > 1 && !mayRepeat)
                problems[name] = ["This parameter may be given once only."];
        }
        return problems.Count == 0
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.ValidationProblem(problems, title: "The request has parameters that are not understood."));
    }

    private static string Unknown(IReadOnlyDictionary<string, bool> known) => known.Count == 0
        ? "There is no such parameter; this address takes none."
        : $"There is no such parameter. Known here: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.";

    /// <summary>Query parameters are those of the handler that are bound from text and are not part of the path.</summary>
    private static IReadOnlyDictionary<string, bool> Declared(Endpoint endpoint)
    {
        var path = (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(p => p.Name) ?? [];
        var known = endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(p => IsQuery(p) && !path.Contains(p.Name, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(QueryName, p => p.ParameterInfo.ParameterType.IsArray, StringComparer.OrdinalIgnoreCase);
        foreach (var name in endpoint.Metadata.GetOrderedMetadata<TakesParameters>().SelectMany(p => p.Names))
            known[name] = false;
        return known;
    }

    private static bool IsQuery(IParameterBindingMetadata parameter)
    {
        var attributes = parameter.ParameterInfo.GetCustomAttributes(inherit: true);
        if (attributes.OfType<IFromQueryMetadata>().Any())
            return true;
        return !attributes.Any(a => a is IFromRouteMetadata or IFromHeaderMetadata or IFromBodyMetadata or IFromFormMetadata or IFromServiceMetadata)
            && (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string) || parameter.ParameterInfo.ParameterType.IsArray);
    }

    private static string QueryName(IParameterBindingMetadata parameter) => parameter.ParameterInfo
        .GetCustomAttributes(inherit: true)
        .OfType<IFromQueryMetadata>()
        .FirstOrDefault()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
}

/// <summary>Names the query parameters of an endpoint whose handler reads the query itself.</summary>
public sealed class TakesParameters(params string[] names)
{
    public IReadOnlyList<string> Names { get; } = names;
}
