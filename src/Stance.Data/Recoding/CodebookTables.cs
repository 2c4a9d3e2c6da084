using System.Text.Json;
using System.Text.Json.Serialization;
using Stance.Codebook;
using Stance.Data.Commands;
using Stance.Data.Registers;
using Stance.Recoding;

namespace Stance.Data.Recoding;

/// <summary>The kinds of a codebook as rows of its tables, and what acts on file say in their own fields.</summary>
internal static class CodebookTables
{
    private static readonly string InsertTypes = SqlFile.Read("Recoding/InsertTypes.sql");
    private static readonly string InsertVariants = SqlFile.Read("Recoding/InsertVariants.sql");
    private static readonly string OnFile = SqlFile.Read("Recoding/FieldsOnFile.sql");

    private static readonly JsonSerializerOptions Rows = new(RegisterReader.AttributeJson)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private static readonly JsonSerializerOptions Fields = new(RegisterReader.AttributeJson)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    public static async Task LayDownAsync(CommandWork work, CodebookVersion codebook, CancellationToken cancel)
    {
        var types = codebook.Types.Select((t, i) => new
        {
            t.Code,
            t.Name,
            t.Family,
            t.Definition,
            t.Example,
            Attributes = JsonSerializer.SerializeToElement(t.Attributes, Fields),
            Plover = t.Plover?.Code,
            PloverQuality = t.Plover?.Quality ?? "none",
            Cameo = t.Cameo?.Code,
            CameoQuality = t.Cameo?.Quality ?? "none",
            t.MappingNote,
            t.IsWithdrawn,
            Position = i + 1,
        });
        var variants = codebook.Types.SelectMany(t => t.Variants.Select((v, i) => new
        {
            Type = t.Code,
            Variant = v.Key,
            v.Label,
            v.Base,
            v.Low,
            v.High,
            v.EvidenceWeight,
            Mode = v.IsDeed ? "M" : "D",
            v.TakesExpectation,
            v.DefaultConfidence,
            v.ReasonRequired,
            Position = i + 1,
        }));
        await work.ExecuteAsync(InsertTypes, new { codebook.Version, types = JsonSerializer.Serialize(types, Rows) }, cancel);
        await work.ExecuteAsync(InsertVariants, new { codebook.Version, variants = JsonSerializer.Serialize(variants, Rows) }, cancel);
    }

    /// <summary>What acts on file hold the draft to; asked where nobody writes acts meanwhile.</summary>
    public static async Task<Refused?> RefusedByActsAsync(CommandWork work, CodebookDraft draft, CodebookVersion codebook, CancellationToken cancel)
    {
        var types = draft.Kinds.Select(k => k.Code).ToArray();
        if (types.Length == 0)
            return null;
        var onFile = (await work.ListAsync<FieldsRow>(OnFile, new { types }, cancel))
            .Select(r => new FieldsOnFile(r.Type, r.Event, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(r.Attributes)!));
        return KindRules.CheckOnFile(draft, codebook, onFile) is { Count: > 0 } breaches ? new Refused(breaches) : null;
    }

    private sealed record FieldsRow(string Type, Guid Event, string Attributes);
}
