using Stance.Codebook;
using Stance.Events;
using Stance.Texts;
using Stance.Web.Events;
using Stance.Wording;

namespace Stance.Web.Texts;

/// <summary>Takes what a passage proposes into the form. Taking all leaves alone whatever is typed already; taking one thing says which, and replaces it.</summary>
internal static class Acceptance
{
    private const int LongestTitle = 120;

    public static void TakeAll(Sitting sitting, ActEntry entry)
    {
        if (sitting.Pin is not { } pin)
            return;
        entry.Change(state =>
        {
            if (state.Type is null && sitting.Kinds.Count > 0)
                SetKind(state, sitting.Kinds[0].Type, pin);
            state.Country ??= sitting.Parties?.Actor?.Code.Value;
            if (state.Recipient is null && sitting.Parties?.Recipient?.Code.Value is { } recipient && recipient != state.Country)
                state.Recipient = recipient;
            if (string.IsNullOrWhiteSpace(state.From) && string.IsNullOrWhiteSpace(state.To) && sitting.Dates is { Unresolved: null, Proposals: [var first, ..] })
                SetDate(state, first);
            if (string.IsNullOrWhiteSpace(state.Title))
                state.Title = TitleOf(pin);
        });
        TakeFields(sitting, entry, onlyEmpty: true);
    }

    public static void TakeKind(Sitting sitting, ActEntry entry, int place)
    {
        if (sitting.Pin is { } pin && place < sitting.Kinds.Count)
            entry.Change(state => SetKind(state, sitting.Kinds[place].Type, pin));
    }

    public static void TakeParties(Sitting sitting, ActEntry entry) => entry.Change(state =>
    {
        if (sitting.Parties?.Actor is { } actor)
            state.Country = actor.Code.Value;
        if (sitting.Parties?.Recipient is { } recipient)
            state.Recipient = recipient.Code.Value;
    });

    public static void Swap(ActEntry entry) => entry.Change(state => (state.Country, state.Recipient) = (state.Recipient, state.Country));

    public static void TakeDate(ActEntry entry, DateProposal date) => entry.Change(state => SetDate(state, date));

    public static void TakeFields(Sitting sitting, ActEntry entry, bool onlyEmpty = false) => entry.Change(state =>
    {
        foreach (var field in sitting.FieldsOf(entry.Register.Codebook.Find(state.Type ?? "")))
        {
            if (!onlyEmpty || string.IsNullOrWhiteSpace(state.Attributes.GetValueOrDefault(field.Key)))
                state.Attributes[field.Key] = field.Value;
        }
    });

    public static void TakeTitle(Sitting sitting, ActEntry entry)
    {
        if (sitting.Pin is { } pin)
            entry.Change(state => state.Title = TitleOf(pin));
    }

    /// <summary>The chosen words as they stand, to be put into the curator's own.</summary>
    public static string TitleOf(TextPin pin)
    {
        var words = string.Join(' ', pin.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('“', '”', '"', ',', '.', ' ');
        if (words.Length > LongestTitle)
            words = words[..(words.LastIndexOf(' ', LongestTitle) is > 40 and var cut ? cut : LongestTitle)] + " …";
        return NumberWords.Capital(words);
    }

    private static void SetKind(ActFormState state, EventType type, TextPin pin)
    {
        if (state.Type == type.Code)
            return;
        (state.Type, state.Variant, state.Intensity) = (type.Code, KindScoring.WayOf(type, pin.Words)?.Key, null);
    }

    private static void SetDate(ActFormState state, DateProposal date)
    {
        state.Precision = EventDates.Print(date.Precision);
        state.From = date.From is not { } from ? null : date.Precision == DatePrecision.Month ? from.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture) : DateText.Words(from);
        state.To = date.Precision is DatePrecision.Interval or DatePrecision.Before ? DateText.Words(date.To) : null;
        state.ScoredOn = null;
    }
}
