using System.Globalization;
using Stance.Acts;
using Stance.Codebook;
using Stance.Recoding;
using Stance.Web.Events;

namespace Stance.Web.Recoding;

/// <summary>The next codebook as it is typed: only what differs from the one in force, by field.</summary>
public sealed class CodebookEntry(Register register) : IFormEntry
{
    private readonly IReadOnlyDictionary<string, string> was = register.Codebook.Types.SelectMany(KindText.Of).ToDictionary(StringComparer.Ordinal);
    private Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public event Action? Changed;

    public bool IsClean => typed.Count == 0;

    public IReadOnlyCollection<string> Fields => typed.Keys;

    private CodebookVersion Codebook => register.Codebook;

    /// <summary>What stands in a field: what was typed, or what is in force.</summary>
    public string? Text(string field, string? old = null) => typed.GetValueOrDefault(field) ?? old;

    public void Type(string field, string? text, string? old = null)
    {
        if (string.IsNullOrEmpty(text) && old is null || text == old)
            typed.Remove(field);
        else
            typed[field] = text ?? "";
        Changed?.Invoke();
    }

    /// <summary>What stands in a field of a kind's words, variants or own fields.</summary>
    public string Word(string field) => typed.GetValueOrDefault(field) ?? was.GetValueOrDefault(field, "");

    public void SetWord(string field, string? text) => Type(field, text ?? "", was.GetValueOrDefault(field, ""));

    /// <summary>The family of all kinds that begin alike.</summary>
    internal string Family(string code) => typed.GetValueOrDefault($"families.{code[..3]}") ?? FamilyNow(code) ?? "";

    public string? FamilyNow(string code) => Codebook.Types.FirstOrDefault(t => t.FamilyCode == code[..3])?.Family;

    /// <summary>Every kind as the draft has it, the new ones last.</summary>
    public IReadOnlyList<EventType> Kinds => [.. Codebook.Types.Select(t => t.Code).Concat(Added("kinds.")).Select(Kind)];

    public EventType Kind(string code) => KindText.Read(code, Codebook.Find(code), this);

    /// <summary>The kinds, variants or fields that are added under a path.</summary>
    internal IEnumerable<string> Added(string path) =>
        typed.Keys.Where(k => k.StartsWith(path, StringComparison.Ordinal) && k.EndsWith(".new", StringComparison.Ordinal))
            .Select(k => k[path.Length..^4]).Where(k => !k.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Every kind of tie on every axis with what it adds there now, by name; 0 also where the codebook names nothing.</summary>
    public IReadOnlyList<TieWeight> Ties { get; } = [.. register.Axes.Keys
        .SelectMany(axis => register.Ties.Kinds.Select(k => new TieWeight(axis, k.Code, register.Ties.WeightOf(axis, k.Code) ?? 0)))
        .OrderBy(t => CodebookDiff.NameOf(t.Axis, t.Kind, register), StringComparer.Ordinal)];

    public static string FieldOf(TieWeight tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return $"weights.{tie.Axis}.{tie.Kind}";
    }

    public string Print() => TypedFields.PrintOf(typed);

    public bool TryRestore(string kept)
    {
        if (TypedFields.Read(kept) is not { } words)
            return false;
        typed = words;
        Changed?.Invoke();
        return typed.Count > 0;
    }

    public void Discard()
    {
        typed.Clear();
        Changed?.Invoke();
    }

    /// <summary>Begins again with a draft that was announced and withdrawn.</summary>
    public void Take(CodebookDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        typed.Clear();
        (typed["version"], typed["note"]) = (draft.Version, draft.Note);
        Put("sigma", draft.Sigma, Codebook.Sigma);
        Put("priorStrength", draft.PriorStrength, Codebook.PriorStrength);
        foreach (var (numbers, old) in draft.Variants.Select(v => (v, Old: Codebook.Find(v.Type)?.FindVariant(v.Variant))).Where(v => v.Old is not null))
        {
            var field = $"variants.{numbers.Type}.{numbers.Variant}";
            Put($"{field}.base", numbers.Base, old!.Base);
            Put($"{field}.low", numbers.Low, old.Low);
            Put($"{field}.high", numbers.High, old.High);
            Put($"{field}.evidenceWeight", numbers.EvidenceWeight, old.EvidenceWeight);
        }
        foreach (var kind in draft.Kinds)
            Take(kind);
        foreach (var weight in draft.Weights)
            Put($"weights.{weight.Axis}.{weight.Kind}", weight.Weight, double.NaN);
        Changed?.Invoke();

        void Put(string field, double number, double old)
        {
            if (number != old)
                typed[field] = Print(number);
        }
    }

    private void Take(EventType kind)
    {
        var old = Codebook.Find(kind.Code);
        if (old is null)
            typed[$"kinds.{kind.Code}.new"] = KindText.Yes;
        foreach (var variant in kind.Variants.Where(v => old?.FindVariant(v.Key) is null))
        {
            typed[$"kinds.{kind.Code}.variants.{variant.Key}.new"] = KindText.Yes;
            var field = $"variants.{kind.Code}.{variant.Key}";
            (typed[$"{field}.base"], typed[$"{field}.low"], typed[$"{field}.high"], typed[$"{field}.evidenceWeight"]) =
                (Print(variant.Base), Print(variant.Low), Print(variant.High), Print(variant.EvidenceWeight));
        }
        foreach (var field in kind.Attributes.Where(a => old?.Attributes.All(o => o.Key != a.Key) ?? true))
            typed[$"kinds.{kind.Code}.fields.{field.Key}.new"] = KindText.Yes;
        foreach (var gone in old?.Attributes.Where(o => kind.Attributes.All(a => a.Key != o.Key)) ?? [])
            typed[$"kinds.{kind.Code}.fields.{gone.Key}.removed"] = KindText.Yes;
        if (kind.Family != FamilyNow(kind.Code))
            typed[$"families.{kind.FamilyCode}"] = kind.Family;
        foreach (var (field, text) in KindText.Of(kind).Where(f => !f.Key.EndsWith(".family", StringComparison.Ordinal) && f.Value != was.GetValueOrDefault(f.Key, "")))
            typed[field] = text;
    }

    public string? ProblemOf(string field) => null;

    public void Leave(string field)
    {
    }

    public CodebookDraft Draft => new(
        Codebook.Version, Text("version")?.Trim() ?? "", Text("note") ?? "", Number("sigma", Codebook.Sigma), Number("priorStrength", Codebook.PriorStrength))
    {
        Variants = [.. Codebook.Types.SelectMany(t => t.Variants.Select(v => Numbers(t, v))).OfType<VariantNumbers>()],
        Kinds = [.. Kinds.Where(k => Codebook.Find(k.Code) is not { } old || KindText.Differs(old, k))],
        Weights = [.. Ties.Select(t => (Old: t, Now: t with { Weight = Number(FieldOf(t), t.Weight) })).Where(t => t.Now != t.Old).Select(t => t.Now)],
    };

    /// <summary>What the draft changes.</summary>
    public CodebookDiff Diff
    {
        get
        {
            var draft = Draft;
            return CodebookDiff.Between(Codebook, register.Ties.AllWeights, draft.Over(Codebook), draft.Over(register.Ties.AllWeights), register);
        }
    }

    public static string Print(double number) => double.IsNaN(number) ? "no number" : number.ToString("0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    private VariantNumbers? Numbers(EventType type, EventTypeVariant variant)
    {
        var (field, old) = ($"variants.{type.Code}.{variant.Key}", VariantNumbers.Of(type, variant));
        var now = new VariantNumbers(
            type.Code, variant.Key, Number($"{field}.base", old.Base), Number($"{field}.low", old.Low), Number($"{field}.high", old.High),
            Number($"{field}.evidenceWeight", old.EvidenceWeight));
        return now == old ? null : now;
    }

    /// <summary>What is no number breaks every range and so is said at its field.</summary>
    internal double Number(string field, double old) => !typed.TryGetValue(field, out var text) ? old
        : double.TryParse(text.Trim().Replace('−', '-').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
