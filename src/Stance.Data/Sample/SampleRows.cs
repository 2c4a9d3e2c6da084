namespace Stance.Data.Sample;

/// <summary>The sample's files turned into rows, with ids that follow from their keys.</summary>
internal static class SampleRows
{
    private const string Body = "UN General Assembly";

    public static IEnumerable<object> Collections(SampleFiles files) =>
    [
        files.Article.Collection,
        new SampleCollection(
            SampleContent.RollCallCollection,
            "UN roll calls on Ukraine",
            "The nine texts of the eleventh emergency special session of the UN General Assembly, 2022–2025, as every member voted.",
            "United Nations Dag Hammarskjöld Library, General Assembly Voting Data."),
    ];

    public static IEnumerable<object> RollCalls(SampleFiles files) => files.RollCalls.Select(r => new
    {
        id = SampleId.Of(r.Symbol),
        body = Body,
        r.Symbol,
        r.Title,
        r.HeldOn,
        meeting = r.Meeting is "" ? null : r.Meeting,
        r.Session,
        url = $"https://digitallibrary.un.org/record/{r.UndlId}",
        r.Yes,
        r.No,
        r.Abstain,
        r.Absent,
        r.Axis,
        r.Favoured,
    });

    public static IEnumerable<object> Reports(SampleArticle article) => article.Reports.Append(article.Article).Select(r => new
    {
        id = ReportId(r.Key),
        r.Source,
        r.Title,
        r.Author,
        r.PublishedOn,
        r.Url,
        r.Language,
        r.OriginGroup,
        r.IsPartial,
        r.Sha256,
    });

    public static IEnumerable<object> Parents(SampleArticle article) =>
        article.Parents.Select(p => new { id = ParentId(p.Key), p.Title, p.Note });

    public static IEnumerable<object> Triggers(SampleArticle article) =>
        article.Triggers.Select(t => new { id = SampleId.Of(t.Key), t.Title, t.StartsOn, t.EndsOn, t.Note, t.KnownFrom });

    /// <summary>Passages of the claims on votes; those of coded events are the event writer's.</summary>
    public static IEnumerable<object> Excerpts(SampleArticle article)
    {
        var quoted = article.Votes.SelectMany(v => v.Claims).Select(c => c.Excerpt).ToHashSet();
        return article.Excerpts.Where(x => quoted.Contains(x.Key)).Select(x => new
        {
            id = ExcerptId(x.Key),
            report_id = ReportId(article.Article.Key),
            x.Passage,
            x.HighlightFrom,
            x.HighlightTo,
            x.Pointer,
        });
    }

    /// <summary>Claims on votes, and what other reports say of the coded events.</summary>
    public static IEnumerable<object> Claims(SampleArticle article)
    {
        var ofVotes = article.Votes.SelectMany(v => v.Claims, (v, c) => (v.Country, Event: (Guid?)null, RollCall: (Guid?)SampleId.Of(v.Symbol), Claim: c));
        var ofOthers = article.Events.SelectMany(e => e.Claims, (e, c) => (e.Country, Event: (Guid?)SampleId.Of(e.Key), RollCall: (Guid?)null, Claim: c))
            .Where(r => r.Claim.Report is not null);
        return ofVotes.Concat(ofOthers).Select(r => new
        {
            r.Country,
            id = SampleId.Of("claim " + r.Claim.Key),
            event_id = r.Event,
            roll_call_id = r.RollCall,
            known_from = Midnight(article.Article.PublishedOn),
            r.Claim.Rank,
            r.Claim.ContradictsPreferred,
            r.Claim.Credibility,
            r.Claim.Statement,
            r.Claim.Attributes,
            report_id = ReportId(r.Claim.Report ?? article.Article.Key),
            excerpt_id = r.Claim.Excerpt is null ? (Guid?)null : ExcerptId(r.Claim.Excerpt),
            r.Claim.Reason,
        });
    }

    public static IEnumerable<object> VoteItems(SampleFiles files) =>
        files.Article.Votes.Select(v => Item(files.Article.Collection.Code, v.Country, v.Symbol))
            .Concat(files.Votes.Select(v => Item(SampleContent.RollCallCollection, v.Country, v.Symbol)));

    public static Guid ParentId(string key) => SampleId.Of("parent " + key);

    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static object Item(string code, string country, string symbol) => new { code, country, roll_call_id = SampleId.Of(symbol) };

    private static Guid ExcerptId(string key) => SampleId.Of("excerpt " + key);

    private static Guid ReportId(string key) => SampleId.Of("report " + key);
}
