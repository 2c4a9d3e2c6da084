namespace Stance.Imports;

/// <summary>An act of several states on file.</summary>
/// <param name="Key">The sender's key for it; null where it was entered otherwise.</param>
/// <param name="Stands">Whether any act of it stands.</param>
public sealed record KnownWhole(Guid Id, string? Key, string Title, bool Stands);

/// <summary>
/// The acts of several states that a file names: by a key of its sender's, or by the address of one on file. A whole is no row of the file and no act;
/// it is what the rows that name it are parts of. Filled before the rows are checked, so that any row may give its title.
/// </summary>
public sealed class WholeBook
{
    private readonly Dictionary<string, (string? Title, int Row)> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Guid Id, string Title, int? Row)> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> byId = [];

    /// <summary>What to look for on file: every key the file names, among them addresses.</summary>
    public IReadOnlyCollection<string> Keys => named.Keys;

    /// <summary>Those to be put on file, should a row become a part of them.</summary>
    public IReadOnlyList<KnownWhole> New { get; private set; } = [];

    /// <summary>A row names a whole; the first title given for a key is its title.</summary>
    public void Name(int row, string key, string? title)
    {
        if (!named.TryGetValue(key, out var before) || (before.Title is null && title is not null))
            named[key] = (title, row);
    }

    /// <summary>Settles what each key means. One that stands on file keeps its title; one of which nothing stands may be called anew.</summary>
    /// <param name="onFile">Of one key the newest last.</param>
    public void Settle(IEnumerable<KnownWhole> onFile, Func<Guid> fresh)
    {
        ArgumentNullException.ThrowIfNull(onFile);
        ArgumentNullException.ThrowIfNull(fresh);
        foreach (var whole in onFile)
        {
            byId[whole.Id] = whole.Title;
            if (whole.Key is { } key && named.TryGetValue(key, out var here) && (whole.Stands || here.Title is null || here.Title == whole.Title))
                byKey[key] = (whole.Id, whole.Title, null);
        }
        foreach (var (key, (title, row)) in named)
        {
            if (title is not null && Find(key) is null)
                byKey[key] = (fresh(), title, row);
        }
        New = [.. byKey.Where(k => k.Value.Row is not null).Select(k => new KnownWhole(k.Value.Id, k.Key, k.Value.Title, false))];
    }

    /// <summary>The whole a key or an address means, with its title and the row that gave it, null = it is on file; null when there is none.</summary>
    public (Guid Id, string Title, int? Row)? Find(string key) =>
        byKey.TryGetValue(key, out var whole) ? whole
        : Guid.TryParse(key, out var id) && byId.TryGetValue(id, out var title) ? (id, title, null)
        : null;
}
