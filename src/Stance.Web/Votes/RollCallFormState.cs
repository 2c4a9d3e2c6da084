using System.Globalization;
using System.Text.Json;
using Stance.Events;
using Stance.Votes;

namespace Stance.Web.Votes;

/// <summary>What stands in the form for a roll call, as typed.</summary>
public sealed class RollCallFormState
{
    public string? Body { get; set; } = VotingBody.GeneralAssembly;

    public string? Symbol { get; set; }

    public string? Title { get; set; }

    public string? Date { get; set; }

    public string? Meeting { get; set; }

    public string? Session { get; set; }

    public string? Url { get; set; }

    public string? Yes { get; set; }

    public string? No { get; set; }

    public string? Abstain { get; set; }

    public string? Absent { get; set; }

    /// <summary>What was pasted.</summary>
    public string? Text { get; set; }

    /// <summary>Letters by country code.</summary>
    public SortedDictionary<string, string> Choices { get; init; } = new(StringComparer.Ordinal);

    public string? Reason { get; set; }

    public DateOnly? Day => DateText.TryParseIso(DateText.ToIso(Date?.Trim()), out var day) ? day : null;

    public string Print() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static RollCallFormState? TryRead(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<RollCallFormState>(kept, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static RollCallFormState Of(RollCall rollCall)
    {
        ArgumentNullException.ThrowIfNull(rollCall);
        var state = new RollCallFormState
        {
            Body = rollCall.Body,
            Symbol = rollCall.Symbol,
            Title = rollCall.Title,
            Date = DateText.Words(rollCall.HeldOn),
            Meeting = rollCall.Meeting,
            Session = rollCall.Session,
            Url = rollCall.Url,
            Yes = Typed(rollCall.Tally.Yes),
            No = Typed(rollCall.Tally.No),
            Abstain = Typed(rollCall.Tally.Abstain),
            Absent = Typed(rollCall.Tally.Absent),
        };
        foreach (var vote in rollCall.Votes)
            state.Choices[vote.Country.Value] = vote.Choice.Letter().ToString();
        return state;
    }

    public RollCallDraft ToDraft() => new()
    {
        Body = Body,
        Symbol = Symbol,
        Title = Title,
        Date = DateText.ToIso(Date),
        Meeting = Meeting,
        Session = Session,
        Url = Url,
        Yes = Number(Yes),
        No = Number(No),
        Abstain = Number(Abstain),
        Absent = Number(Absent),
        Votes = [.. Choices.Select(c => new VoteDraft(c.Key, c.Value))],
    };

    /// <summary>What differs from what is on file.</summary>
    public RollCallCorrection ToCorrection(RollCall stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var before = stored.Votes.ToDictionary(v => v.Country.Value, v => v.Choice.Letter().ToString());
        return new RollCallCorrection
        {
            Title = Title ?? "",
            Meeting = Meeting ?? "",
            Session = Session ?? "",
            Url = Url ?? "",
            Yes = Number(Yes),
            No = Number(No),
            Abstain = Number(Abstain),
            Absent = Number(Absent),
            Votes = [.. Choices.Where(c => before.GetValueOrDefault(c.Key) != c.Value).Select(c => new VoteDraft(c.Key, c.Value))],
            Reason = Reason,
        };
    }

    private static string Typed(int number) => number.ToString(CultureInfo.InvariantCulture);

    // What is no number is told as one out of range.
    private static int? Number(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
