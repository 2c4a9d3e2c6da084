using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Events;
using Stance.Texts;

namespace Stance.Data.Texts;

/// <summary>A report on file and as much of its text as may be read.</summary>
/// <param name="Keeps">whole, passages or hash; null for a report of which no text was ever brought.</param>
/// <param name="Text">The text on file, or else the reader's own copy among the drafts; null when there is neither.</param>
/// <param name="IsOwnCopy">It is the reader's own copy, dropped when the sitting ends.</param>
/// <param name="TextSha256">The hash of the text on file, also where its words are not.</param>
public sealed record StoredText(
    Guid Id,
    Source Source,
    Report Report,
    string? Keeps,
    int Version,
    string? FileKind,
    string? FileName,
    string? StoredBy,
    DateTimeOffset? StoredAt,
    string? Text,
    bool IsOwnCopy,
    string? TextSha256,
    string? Sha256);

/// <summary>A passage of a report that an act on file rests on.</summary>
/// <param name="Pin">Null where it was typed, not pinned.</param>
/// <param name="IsBroken">The text has changed since it was pinned.</param>
public sealed record CodedPassage(string ActId, string Title, string Passage, int HighlightFrom, int HighlightTo, string Pointer, Pin? Pin, bool IsBroken, string? Translation = null);

/// <summary>A text on file in the list of texts.</summary>
public sealed record TextOnList(
    Guid Id, string Title, string Source, string Reliability, DateOnly PublishedOn, string Language, bool IsPartial, string? Keeps, DateTimeOffset? StoredAt,
    string? StoredBy, int Acts, int Broken);

/// <summary>Answers what texts are on file and what was coded from them; to curators.</summary>
public sealed class StoredTextReader(NpgsqlDataSource database)
{
    private const int MostPrecedents = 40;

    private static readonly string Text = SqlFile.Read("Texts/StoredText.sql");
    private static readonly string Texts = SqlFile.Read("Texts/TextsOnFile.sql");
    private static readonly string Coded = SqlFile.Read("Texts/CodedPassages.sql");
    private static readonly string Names = SqlFile.Read("Texts/NamesInTexts.sql");
    private static readonly string Like = SqlFile.Read("Texts/ActsLikeThis.sql");
    private static readonly string Same = SqlFile.Read("Texts/SameText.sql");
    private static readonly string Draft = SqlFile.Read("Events/Draft.sql");

    /// <param name="user">Whose own copy may be read; null = nobody's.</param>
    public async Task<StoredText?> FindAsync(Guid id, Guid? user, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await connection.QuerySingleOrDefaultAsync<TextRow>(new CommandDefinition(Text, new { id }, cancellationToken: cancel)) is not { } row)
            return null;
        var own = row.StoredText is null && user is { } mine
            ? await connection.QuerySingleOrDefaultAsync<DraftRow>(
                new CommandDefinition(Draft, new { user = mine, subject = StoredTextWriter.DraftOf(id) }, cancellationToken: cancel))
            : null;
        return row.ToText(own?.Body);
    }

    /// <summary>The report on file with these very bytes or words; null when there is none.</summary>
    public async Task<TextOnFile?> OnFileAsync(ImportedText read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var same = await connection.QueryAsync<StoredTextWriter.SameRow>(new CommandDefinition(
            Same, new { sha256 = Convert.ToHexStringLower(read.Sha256), textSha256 = ReadableText.Hash(read.Text) }, cancellationToken: cancel));
        return same.FirstOrDefault()?.ToOutcome();
    }

    public async Task<IReadOnlyList<TextOnList>> ListAsync(Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<ListRow>(new CommandDefinition(Texts, new { countries = Codes(scope) }, cancellationToken: cancel));
        return [.. rows.Select(r => r.ToText())];
    }

    public async Task<IReadOnlyList<CodedPassage>> CodedAsync(Guid report, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<CodedRow>(new CommandDefinition(Coded, new { report, countries = Codes(scope) }, cancellationToken: cancel));
        return [.. rows.Select(r => r.ToPassage())];
    }

    /// <summary>The names that countries go by in texts.</summary>
    public async Task<CountryNames> NamesAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<NameRow>(new CommandDefinition(Names, cancellationToken: cancel));
        return new CountryNames(rows.Select(r => new CountryName(new CountryCode(r.Code), r.Words, r.Kind switch
        {
            "adjective" => NameKind.Adjective,
            "seat of government" => NameKind.Capital,
            _ => NameKind.Name,
        })));
    }

    /// <summary>Acts on file whose title or passage shares words with this one, the likest first.</summary>
    public async Task<IReadOnlyList<Precedent>> LikeAsync(string words, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var stems = WordStems.Words(words).Select(w => w.Word).Distinct(StringComparer.OrdinalIgnoreCase).Take(40).ToArray();
        if (stems.Length == 0)
            return [];
        await using var connection = await database.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<LikeRow>(
            new CommandDefinition(Like, new { words = stems, countries = Codes(scope), limit = MostPrecedents }, cancellationToken: cancel));
        return [.. rows.Select(r => new Precedent(r.ActId, r.Title, r.Type, r.Passage))];
    }

    private static string[]? Codes(Scope scope) => scope.Countries is { } allowed ? [.. allowed.Select(c => c.Value)] : null;

    private static DateTimeOffset? Utc(DateTime? at) => at is { } told ? new DateTimeOffset(DateTime.SpecifyKind(told, DateTimeKind.Utc)) : null;

    private sealed record DraftRow(string Body, DateTime SavedAt);

    private sealed record NameRow(string Code, string Words, string Kind);

    private sealed record LikeRow(string ActId, string Title, string Type, string Passage);

    private sealed record CodedRow(
        string ActId, string Title, string Passage, int HighlightFrom, int HighlightTo, string Pointer, int? TextFrom, int? TextTo, string? TextSha256, bool IsBroken,
        string? Translation)
    {
        public CodedPassage ToPassage() => new(
            ActId, Title, Passage, HighlightFrom, HighlightTo, Pointer, TextSha256 is null ? null : new Pin(TextFrom!.Value, TextTo!.Value, TextSha256), IsBroken, Translation);
    }

    private sealed record ListRow(
        Guid Id, string Title, string Source, string Reliability, DateOnly PublishedOn, string Language, bool IsPartial, string? Keeps, DateTime? StoredAt,
        string? StoredBy, int Acts, int Broken)
    {
        public TextOnList ToText() => new(Id, Title, Source, Reliability, PublishedOn, Language, IsPartial, Keeps, Utc(StoredAt), StoredBy, Acts, Broken);
    }

    private sealed record TextRow(
        Guid Id, Guid SourceId, string SourceName, string Reliability, string? SourceUrl, string Title, string? Author, DateOnly PublishedOn, string? Url,
        string Language, string? OriginGroup, bool IsPartial, string? Keeps, int Version, string? FileKind, string? FileName, string? StoredBy,
        DateTime? StoredAt, string? StoredText, string? TextSha256, string? Sha256)
    {
        public StoredText ToText(string? own) => new(
            Id, new Source(SourceId, SourceName, Reliability[0], SourceUrl),
            new Report(Title, Author, PublishedOn, Url, Language, OriginGroup, IsPartial),
            Keeps, Version, FileKind, FileName, StoredBy, Utc(StoredAt), StoredText ?? own, StoredText is null && own is not null, TextSha256, Sha256);
    }
}
