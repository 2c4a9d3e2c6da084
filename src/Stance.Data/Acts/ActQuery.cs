using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>The parameters of <c>Acts.sql</c> and <c>Recipients.sql</c>; null leaves a filter out.</summary>
internal sealed class ActQuery(ViewState view, string[]? countries, DateTime knownAt)
{
    public DateTime KnownAt { get; } = knownAt;

    public string Axis { get; } = view.Axis;

    public string? ActId { get; init; }

    public string[]? Countries { get; } = countries;

    /// <summary>The one country whose recipients are counted.</summary>
    public string? Country { get; init; }

    public string? Recipient { get; init; }

    public DateOnly? FromDay { get; } = view.Period?.From;

    public DateOnly? ToDay { get; } = view.Period?.To;

    public string[]? Families { get; } = view.Families.Count == 0 ? null : [.. view.Families];

    public string? Mode { get; } = view.Form switch { ActForm.Words => "D", ActForm.Deeds => "M", _ => null };

    public string[]? Collections { get; } = view.Collections.Count == 0 ? null : [.. view.Collections];

    public string? Text { get; } = view.Text;

    public bool OnlySpeaking { get; init; }

    public string Order { get; } = ActCursor.NameOf(view.Order);

    public double? AfterKey { get; init; }

    public string? AfterId { get; init; }

    public int Limit { get; init; }
}
