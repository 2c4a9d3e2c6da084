using Stance.Acts;
using Stance.ViewStates;
using Stance.Wording;

namespace Stance.Sharing;

/// <summary>A view about to be shared.</summary>
/// <param name="Id">Made by the sender, so that a repeated call shares once.</param>
/// <param name="Freeze">Shows for good what is known at the moment of sharing. A view as of an earlier date is frozen at that date anyway.</param>
public sealed record ShareDraft(Guid Id, string Label, ViewState View, DateTimeOffset? ExpiresAt, bool Freeze)
{
    /// <summary>The map colours every country, also those whose lines and acts are not shared.</summary>
    public bool ShowsWorld { get; init; }

    public const int LongestLabel = 120;

    /// <summary>What hinders sharing it, by field, in plain words; empty when nothing does.</summary>
    public IReadOnlyList<ViewStateProblem> Problems(Register register, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(register);
        var problems = new List<ViewStateProblem>();
        var label = Label.Trim();
        if (label.Length == 0)
            problems.Add(new("label", "Give the shared view a title; it is its headline."));
        else if (label.Length > LongestLabel)
            problems.Add(new("label", $"A title has at most {LongestLabel} characters; this one has {label.Length:N0}."));
        else if (PlainText.FirstRefused(label, lines: false) is { } refused)
            problems.Add(new("label", $"Remove the invisible character {refused.Name} from the title."));
        if (ExpiresAt <= now)
            problems.Add(new("expires", "The link would have expired already. Choose a later day."));
        problems.AddRange(register.Unknown(View));
        // No country would mean every country.
        if (problems.Count == 0 && View.Blocs.Count > 0 && Resolve(register, now).Countries.Count == 0)
            problems.Add(new("blocs", "The bloc has no member at the end of the period. Choose countries."));
        return problems;
    }

    /// <summary>The view to keep: blocs as their members stand now, frozen when asked for, words of the list left as they are, without a change to explain and without what is assumed.</summary>
    public ViewState Resolve(Register register, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(register);
        return View with
        {
            Countries = [.. register.CountriesOf(View, DateOnly.FromDateTime(now.UtcDateTime)).Order()],
            Blocs = [],
            Period = IsFrozen ? View.PeriodOn(DateOnly.FromDateTime(now.UtcDateTime)) : View.Period,
            AsOf = View.AsOf.Instant is null && Freeze ? AsOf.At(now) : View.AsOf,
            Why = null,
            WhatIf = null,
            Compare = [],
        };
    }

    private bool IsFrozen => Freeze || View.AsOf.Instant is not null;
}
