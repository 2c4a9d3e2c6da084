using Stance.Data.Search;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>The parameters of <c>ActsInOrder.sql</c> and <c>Recipients.sql</c>; null leaves a filter out.</summary>
internal sealed record ActQuery
{
    // Not positional: every property is a parameter of the statements.
    /// <param name="uncounted">Sources whose acts are left out where no other source tells of them.</param>
    public ActQuery(ViewState view, string[]? countries, DateTime knownAt, IReadOnlySet<Guid> uncounted)
    {
        KnownAt = knownAt;
        Axis = view.Axis;
        Countries = countries;
        FromDay = view.Period?.From;
        ToDay = view.Period?.To;
        Families = view.Families.Count == 0 ? null : [.. view.Families];
        Mode = view.Form switch { ActForm.Words => "D", ActForm.Deeds => "M", _ => null };
        Collections = view.Collections.Count == 0 ? null : [.. view.Collections];
        Uncounted = uncounted.Count == 0 ? null : [.. uncounted];
        WithoutVotes = uncounted.Contains(SourceName.VoteRecord);
        Order = ActCursor.NameOf(view.Order);
    }

    public DateTime KnownAt { get; }

    public string Axis { get; }

    /// <summary>The coded events looked among, and the roll calls.</summary>
    public Guid[]? Events { get; init; }

    public Guid[]? RollCalls { get; init; }

    public string[]? Countries { get; }

    /// <summary>The one country whose recipients are counted.</summary>
    public string? Country { get; init; }

    public string? Recipient { get; init; }

    public DateOnly? FromDay { get; }

    public DateOnly? ToDay { get; }

    public string[]? Families { get; }

    public string? Mode { get; }

    public string[]? Collections { get; }

    public Guid[]? Uncounted { get; }

    public bool WithoutVotes { get; }

    /// <summary>Kinds of act by code.</summary>
    public string[]? Types { get; init; }

    /// <summary>Conditions on fields, as JSON paths that must be true.</summary>
    public string[]? Paths { get; init; }

    public string[]? TextKeys { get; init; }

    public string[]? TextPatterns { get; init; }

    /// <summary>Text queries, each of which the act or a passage of it must meet.</summary>
    public string[]? Queries { get; init; }

    public bool OnlySpeaking { get; init; }

    public string Order { get; private init; }

    public DateOnly? AfterDay { get; private init; }

    public double? AfterScore { get; private init; }

    public Guid? AfterUuid { get; private init; }

    public string? AfterCountry { get; private init; }

    public int Limit { get; init; }

    /// <summary>The acts that follow where the page before ended.</summary>
    public ActQuery After(ActCursor? last) => last is null ? this : this with
    {
        AfterDay = last.IsByDate ? last.Day : null,
        AfterScore = last.IsByDate ? null : last.SortKey,
        AfterUuid = last.Act.Id,
        AfterCountry = last.Country,
    };

    public bool IsByDate => Order is "date" or "-date";

    /// <summary>The same acts from the first on, by date whatever order was asked for, the newest first.</summary>
    public ActQuery Whole(int limit) => this with
    {
        Order = ActCursor.NameOf(ActOrder.DateDescending),
        AfterDay = null,
        AfterScore = null,
        AfterUuid = null,
        AfterCountry = null,
        Limit = limit,
    };

    public ActQuery With(FoundWords words) => this with
    {
        Events = words.Among?.Events,
        RollCalls = words.Among?.RollCalls,
        Types = words.Types,
        Paths = words.Paths,
        TextKeys = words.TextKeys,
        TextPatterns = words.TextPatterns,
        Queries = words.Queries,
    };
}
