using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stance.Web.Events;

/// <summary>Reads a request's JSON strictly: unknown, repeated and mistyped members are refused by their path.</summary>
public static class EventBody
{
    /// <summary>Room for every field at its longest, in any script, several claims over.</summary>
    public const long MostBytes = 512 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 16,
    };

    /// <summary>The body, or what is wrong with it by JSON path.</summary>
    public static async Task<(T? Body, IDictionary<string, string[]>? Problems)> ReadAsync<T>(HttpRequest request, CancellationToken cancel)
        where T : class
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("Send JSON: Content-Type: application/json.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, cancel);
            return body is null ? (null, Problem("", "The body is empty.")) : (body, null);
        }
        catch (JsonException fault)
        {
            return (null, Problem(Field(fault.Path), Say(fault)));
        }
        catch (InvalidOperationException)
        {
            return (null, Problem("", "The body holds text that is not Unicode."));
        }
    }

    private static Dictionary<string, string[]> Problem(string field, string message) => new() { [field] = [message] };

    private static string Field(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    private static string Say(JsonException fault) => fault.Message switch
    {
        var m when m.Contains("could not be mapped", StringComparison.Ordinal) => "There is no such field here.",
        var m when m.Contains("uplicate", StringComparison.Ordinal) => "This field is given twice.",
        var m when m.Contains("could not be converted", StringComparison.Ordinal) => "This is not the kind of value the field takes.",
        _ => "This is not well-formed JSON.",
    };
}
