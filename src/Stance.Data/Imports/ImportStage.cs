using Stance.Acts;
using Stance.Data.Commands;
using Stance.Events;
using Stance.Imports;

namespace Stance.Data.Imports;

/// <summary>
/// Sorts checked rows into new, changed, unchanged and refused, and takes the first two into the tables of the batch by binary COPY, chunk by
/// chunk: what is held in memory is one chunk and a short print of each key, report and passage.
/// </summary>
internal sealed class ImportStage(CommandWork work, Register register, ImportMapping mapping)
{
    private const int MostBreaches = 20_000;

    private static readonly string Open = SqlFile.Read("Imports/OpenStage.sql");
    private static readonly string KeysOnFile = SqlFile.Read("Imports/KeysOnFile.sql");

    private sealed record KeyRow(string Key, string Country, Guid Event, int Version, byte[] Content, int Newest, DateTime KnownFrom, bool IsRetracted, string? ChangedBy, string Type);

    private readonly Dictionary<Guid, int> rowOfKey = [];
    private readonly Dictionary<string, (char Grade, int Row)> gradeOfName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> reports = [];
    private readonly HashSet<Guid> passages = [];
    private readonly List<RowBreach> breaches = [];
    private readonly StageTables tables = new(work);

    public int Rows { get; private set; }

    public int New { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int RefusedRows { get; private set; }

    public IReadOnlyList<RowBreach> Breaches => breaches;

    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    /// <summary>The acts of several states that the file brings.</summary>
    public IReadOnlyList<KnownWhole> Wholes { get; set; } = [];

    /// <summary>The same as parameters of a statement.</summary>
    public object WholesAsRows => new
    {
        ids = Wholes.Select(w => w.Id).ToArray(),
        titles = Wholes.Select(w => w.Title).ToArray(),
        keys = Wholes.Select(w => w.Key).ToArray(),
        sender = mapping.Sender,
        at = work.Now,
        by = work.By,
    };

    /// <summary>Which act counts as whose part of an act of several states, and the row that brings it; null = it is on file.</summary>
    public Dictionary<(Guid Whole, string Country), (Guid Act, int? Row)> Parts { get; } = [];

    public Task OpenAsync(CancellationToken cancel) => work.ExecuteAsync(Open, new { }, cancel);

    public async Task TakeAsync(IReadOnlyList<PreparedRow> rows, CancellationToken cancel)
    {
        Rows += rows.Count;
        var sound = rows.Where(IsSound).ToList();
        var onFile = (await work.ListAsync<KeyRow>(KeysOnFile, new { sender = mapping.Sender, keys = sound.Select(r => r.Row.Key).ToArray() }, cancel)).ToDictionary(k => k.Key, StringComparer.Ordinal);
        foreach (var row in sound)
        {
            if (Place(row.Row, onFile.GetValueOrDefault(row.Row.Key)) is not { } place)
                continue;
            if (reports.Add(row.Report))
                tables.Report(row);
            if (passages.Add(row.Passage))
                tables.Passage(row);
            tables.Act(row, place);
            Countries.Add(row.Row.Act!.Country.Value);
        }
        await tables.SendAsync(cancel);
    }

    /// <summary>Each source the file names, once its rows are all read.</summary>
    public Task CopySourcesAsync(CancellationToken cancel)
    {
        foreach (var source in sources.Values)
            tables.Source(source);
        return tables.SendAsync(cancel);
    }

    public void Refuse(int row, string field, string value, string rule, string message)
    {
        RefusedRows++;
        Keep(new RowBreach(row, ImportFields.LabelOf(field, register.Codebook), field, value, rule, message));
    }

    private void Keep(RowBreach breach)
    {
        if (breaches.Count < MostBreaches)
            breaches.Add(breach);
    }

    private bool IsSound(PreparedRow prepared)
    {
        var row = prepared.Row;
        if (row.Act is not { } act)
        {
            RefusedRows++;
            row.Breaches.ToList().ForEach(Keep);
            return false;
        }
        if (!rowOfKey.TryAdd(prepared.Key, row.Number))
        {
            Refuse(row.Number, ImportFields.Key, row.Key, "twice", FormattableString.Invariant($"This key stands in row {rowOfKey[prepared.Key]} already. Give each row a key of its own."));
            return false;
        }
        var source = act.Claims[0].Source!;
        // Kept by exact name, as the database tells them apart; graded by any spelling.
        if (gradeOfName.TryGetValue(source.Name.ToLowerInvariant(), out var first) && first.Grade != source.Reliability)
        {
            Refuse(row.Number, "source.reliability", source.Reliability.ToString(), "twice", FormattableString.Invariant($"{source.Name} is {first.Grade} in row {first.Row}. Give a source one grade."));
            return false;
        }
        gradeOfName.TryAdd(source.Name.ToLowerInvariant(), (source.Reliability, row.Number));
        sources.TryAdd(source.Name, source);
        return true;
    }

    private void IsPart(CheckedRow row, Guid id)
    {
        if (row.Act is { Parent: { } whole, IsScored: true } act)
            Parts[(whole, act.Country.Value)] = (id, row.Number);
    }

    /// <summary>Where the row goes: null when it says nothing new, or meets an act it may not change.</summary>
    private StagedPlace? Place(CheckedRow row, KeyRow? known)
    {
        var isSame = known?.Content.AsSpan().SequenceEqual(row.Content) ?? false;
        if (!isSame && EventRules.Withdrawn(row.Act!.Type, known?.Type) is { } withdrawn)
        {
            Refuse(row.Number, withdrawn.Field, row.Act.Type.Code, withdrawn.Rule, withdrawn.Message);
            return null;
        }
        if (isSame)
        {
            Unchanged++;
            return null;
        }
        var id = known?.Event ?? Guid.CreateVersion7(work.Now);
        if (row.Act is { Parent: { } whole, IsScored: true } act && Parts.TryGetValue((whole, act.Country.Value), out var part) && part.Act != id)
        {
            Refuse(row.Number, "country", act.Country.Value, "twice", FormattableString.Invariant(
                $"{register.NameOf(act.Country)} has its part in this act of several states already, {(part.Row is { } first ? $"in row {first}" : "on file")}, and counts once. Correct that one, or leave this empty."));
            return null;
        }
        if (known is null)
        {
            New++;
            IsPart(row, id);
            return new(id, 1, work.Now, null);
        }
        if (known.Newest != known.Version)
        {
            var who = known.ChangedBy is { } name ? $" by {name}" : "";
            Refuse(row.Number, ImportFields.Key, row.Key, "edited", known.IsRetracted
                ? $"This act was retracted{who} since the last file. Leave the row out, or give it a new key."
                : $"This act was edited{who} since the last file. Correct it on its page, or leave the row out.");
            return null;
        }
        if (known.Country != row.Act!.Country.Value)
        {
            Refuse(row.Number, "country", row.Act.Country.Value, "fixed", $"Under this key stands an act of {register.NameOf(new(known.Country))}. Give another country's act a key of its own.");
            return null;
        }
        Changed++;
        IsPart(row, id);
        return new(id, known.Newest + 1, work.After(new DateTimeOffset(DateTime.SpecifyKind(known.KnownFrom, DateTimeKind.Utc))), known.Content);
    }
}
