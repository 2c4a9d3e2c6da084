using Microsoft.AspNetCore.Components;
using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Data.Alignment;
using Stance.ViewStates;
using Stance.Web.App;
using Stance.Wording;

namespace Stance.Web.Acts;

/// <summary>Says how the score and the weight of an act came about, and what the index would be without it.</summary>
public sealed partial class ScoringPanel : ComponentBase
{
    /// <summary>Days of the line drawn ahead of the act, and the fewest it must have after it.</summary>
    private const int Lead = 45;

    private const int ShortestLine = 7;

    [Inject] private AlignmentReader Alignment { get; set; } = default!;

    [CascadingParameter] public required ViewAddress Address { get; set; }

    [Parameter, EditorRequired] public required ActDetail Detail { get; set; }

    private ActItem Act => Detail.Act;

    /// <summary>The axis of the view first.</summary>
    private IReadOnlyList<AxisScoring> Scorings =>
        [.. Detail.Scorings.Where(s => Address.Register.Axes.ContainsKey(s.Axis)).OrderBy(s => s.Axis != Address.View.Axis).ThenBy(s => s.Axis)];

    private EventTypeVariant? Variant => Address.Register.Codebook.Find(Act.Type)?.FindVariant(Act.Variant);

    /// <summary>The day the view ends on; without a period, or with one that ends earlier, the day the act counts from.</summary>
    private DateOnly Day => Address.View.Period is { } period && period.To >= Act.ScoredOn ? period.To : Act.ScoredOn;

    private List<SumTerm> ScoreTerms(AxisScoring scoring, Axis axis)
    {
        var terms = new List<SumTerm>();
        if (scoring is { BaseScore: { } own, PoleWeight: { } pole })
        {
            terms.Add(new(null, NumberWords.Score(own), BaseWords(), Tone(own)));
            terms.Add(new("×", NumberWords.Score(pole), PoleWords(axis, pole)));
            if (scoring.Expectation != 0)
                terms.Add(new(scoring.Expectation < 0 ? NumberWords.Minus.ToString() : "+", NumberWords.Score(Math.Abs(scoring.Expectation))[1..], "a formal ally withholds the support expected of it"));
        }
        terms.Add(new(terms.Count > 0 && scoring.Override is null ? "=" : null, NumberWords.Score(scoring.Score), $"score, {Toward(axis, scoring.Score)}", Tone(scoring.Score)));
        return scoring.Override is null ? terms : [terms[^1]];
    }

    private List<SumTerm> WeightTerms(AxisScoring scoring)
    {
        var terms = new List<SumTerm>
        {
            new(null, NumberWords.Weight(Act.Confidence), "confidence in the report"),
            new("×", NumberWords.Weight(Act.EvidenceWeight), EvidenceWords()),
        };
        if (Influence(scoring) is { } influence && influence.Day > Act.ScoredOn && influence.Left < 1)
        {
            terms.Add(new("×", NumberWords.Weight(influence.Left), $"left after {NumberWords.Count(influence.Day.DayNumber - Act.ScoredOn.DayNumber, "day")} of fading"));
            terms.Add(new("=", NumberWords.Weight(influence.Weight), $"weight on {DateWords.LongDay(influence.Day)}"));
        }
        else
        {
            terms.Add(new("=", NumberWords.Weight(scoring.Weight), $"weight on {DateWords.LongDay(Act.ScoredOn)}, the day it counts from"));
        }
        return terms;
    }

    /// <summary>Null when the act is not in the line of the view: filtered out, retracted or silent.</summary>
    private ActInfluence? Influence(AxisScoring scoring)
    {
        var view = Address.View with { Axis = scoring.Axis, Countries = [Act.Country], Blocs = [], Period = new Period(Day, Day) };
        return Alignment.Read(view, Address.Scope).Countries is [var country] && country.Marks.FirstOrDefault(m => m.Id == Act.Id) is { } mark
            ? ActInfluence.Of(country.Line.Last, country.Prior, mark.Day, mark.Score, mark.Weight)
            : null;
    }

    /// <summary>The line around the act up to the day the view ends; null when there is nothing to see yet.</summary>
    private AlignmentLine? Line(AxisScoring scoring)
    {
        if (Address.View.Period is not { } period || Day.DayNumber - Act.ScoredOn.DayNumber < ShortestLine)
            return null;
        var before = Act.ScoredOn.AddDays(-Lead);
        var from = before > period.From ? before : period.From < Act.ScoredOn ? period.From : Act.ScoredOn;
        var view = Address.View with { Axis = scoring.Axis, Countries = [Act.Country], Blocs = [], Period = new Period(from, Day) };
        return Alignment.Read(view, Address.Scope).Countries is [var country] ? country.Line : null;
    }

    private double Prior(AxisScoring scoring, ActInfluence influence) => Address.Register.Prior(scoring.Axis, Act.Country).On(influence.Day);

    /// <summary>Leaving it out moves the line the other way than its share suggests.</summary>
    private static bool Crosses(ActInfluence influence) =>
        Math.Sign(Math.Round(influence.Index - influence.Without, 2)) is var effect && effect != 0 && effect != Math.Sign(influence.Share);

    private string BaseWords()
    {
        var kind = Address.Register.Codebook.Find(Act.Type)?.Name ?? Act.Type;
        var variant = Variant is { Key: not "default" } own ? $": {own.Label}" : "";
        return $"{kind}{variant}, {(Act.Recipient is { } recipient ? $"toward {Address.Register.NameOf(recipient)}" : "as coded")}";
    }

    private string PoleWords(Axis axis, double pole)
    {
        var recipient = Act.Recipient is { } code ? Address.Register.NameOf(code) : "the side favoured";
        return pole == 0 ? $"{recipient} is on neither side" : $"{recipient} is on {Stance.Alignment.PoleWords.Of(axis).SideOf(pole < 0 ? Side.Negative : Side.Positive)}";
    }

    private string EvidenceWords() => Act.EvidenceWeight switch
    {
        >= 1 => Act.IsDeed ? "a deed counts in full" : "a recorded vote or formal statement counts in full",
        >= 0.7 => "a leader’s pledge or statement",
        >= 0.5 => "reported inclination, or left undone",
        >= 0.3 => "one elite voice",
        _ => "an evasive answer",
    };

    private static string Toward(Axis axis, double score) => score == 0 ? "toward neither side" : Stance.Alignment.PoleWords.Of(axis).Toward(score);

    private static string? Tone(double value) => value < 0 ? "neg" : value > 0 ? "pos" : null;
}
