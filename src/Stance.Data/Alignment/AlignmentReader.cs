using Stance.Acts;
using Stance.Alignment;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.ViewStates;

namespace Stance.Data.Alignment;

/// <summary>
/// Answers what a country's alignment is and was: page, share, API and export call this one class, so their numbers cannot differ.
/// Everything comes from the columns in memory; no statement is sent.
/// </summary>
public sealed class AlignmentReader(ActFeed feed, TimeProvider clock)
{
    /// <exception cref="ArgumentException">The view names an axis that is not in the register.</exception>
    public AlignmentReport Read(ViewState view, Scope scope)
    {
        var resolved = Resolve(view, scope);
        var (snapshot, asked, period, axis) = resolved;
        var countries = resolved.Countries(scope).Select(code => CountryOf(resolved, code)).ToList();
        return new AlignmentReport(
            asked, period, asked.AsOf.Instant ?? clock.GetUtcNow(), axis, countries,
            [.. snapshot.Register.TriggersAsOf(asked.AsOf).Where(t => t.From <= period.To && (t.To ?? t.From) >= period.From)],
            snapshot.Register.Codebook, snapshot.Columns.ChangeNo)
        {
            Sources = SourcesOf(resolved, countries),
            Watched = countries is [var only] ? snapshot.Register.Sweeps.Watched(only.Country.Code, period, asked.AsOf) : null,
        };
    }

    /// <summary>The level of every country with acts on the last day of the view, whichever countries the view names.</summary>
    public MapReport ReadMap(ViewState view, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(view);
        var asked = Resolve(view with { MapDay = null, MapChange = null }, scope);
        return Frames(asked, scope, [asked.Period.To])[0];
    }

    /// <summary>The same on days spread over the period, with the change up to each when the view asks for one.</summary>
    public MapFilm ReadFilm(ViewState view, Scope scope)
    {
        var asked = Resolve(view, scope);
        return new MapFilm(Frames(asked, scope, MapFilm.Days(asked.Period, asked.View.MapDay)));
    }

    /// <summary>The map of the one day the view shows, which is a frame of its film.</summary>
    public MapReport ReadFrame(ViewState view, Scope scope)
    {
        var asked = Resolve(view, scope);
        return Frames(asked, scope, [asked.Period.Nearest(asked.View.MapDay ?? asked.Period.To)])[0];
    }

    /// <param name="days">Ascending.</param>
    private static List<MapReport> Frames(AskedView resolved, Scope scope, IReadOnlyList<DateOnly> days)
    {
        var (snapshot, asked, _, axis) = resolved;
        var back = asked.MapChange ?? 0;
        var whole = new Period(days[0].AddDays(-back), days[^1]);
        var frames = days.Select(_ => new List<CountryLevel>()).ToList();
        foreach (var code in snapshot.Columns.CountriesOn(asked.Axis).Where(scope.Allows))
        {
            var acts = resolved.Slice(code);
            if (acts.Count == 0 || acts[0].Day > whole.To.DayNumber)
                continue;
            var line = Compute(snapshot, asked, whole, code, acts.Evidence);
            var count = 0;
            for (var i = 0; i < days.Count; i++)
            {
                while (count < acts.Count && acts[count].Day <= days[i].DayNumber)
                    count++;
                if (count > 0)
                    frames[i].Add(new CountryLevel(code, count, line.On(days[i]), back > 0 ? line.On(days[i].AddDays(-back)) : null));
            }
        }
        return [.. days.Select((day, i) => new MapReport(asked, day, axis, frames[i], snapshot.Register.Codebook, snapshot.Columns.ChangeNo))];
    }

    /// <summary>How many acts dated inside the period a view draws, over the countries it names or over all when it names none.</summary>
    public int Count(ViewState view, Scope scope)
    {
        var resolved = Resolve(view, scope);
        return resolved.Drawn(scope)
            .Select(resolved.Slice)
            .Sum(acts => ActsUntil(acts, resolved.Period.To) - ActsUntil(acts, resolved.Period.From.AddDays(-1)));
    }

    /// <summary>The first day any act stands on that a view without a period would draw; null = there is none.</summary>
    public DateOnly? EarliestDay(ViewState view, Scope scope)
    {
        var asked = Resolve(view, scope);
        var firsts = asked.Snapshot.Columns.CountriesOn(asked.View.Axis).Where(scope.Allows)
            .Select(asked.Slice)
            .Where(acts => acts.Count > 0)
            .Select(acts => DateOnly.FromDayNumber(acts[0].Day))
            .ToList();
        return firsts.Count == 0 ? null : firsts.Min();
    }

    /// <summary>Every act up to the last day with what it pulls there, for the countries a view names or for all when it names none.</summary>
    public IReadOnlyList<(CountryCode Country, IReadOnlyList<ActMark> Acts)> ReadMarks(ViewState view, Scope scope)
    {
        var resolved = Resolve(view, scope);
        return [.. resolved.Drawn(scope).Select(code => (code, CountryOf(resolved, code).Marks))];
    }

    /// <summary>How sources bear on the lines of the countries a view names, or of all when it names none.</summary>
    public SourceBearing ReadSources(ViewState view, Scope scope)
    {
        var asked = Resolve(view, scope);
        return SourceBearing.Of(asked.Snapshot, asked.View, asked.Period.From, asked.Period.To, asked.Drawn(scope));
    }

    /// <summary>The line of one country as it stands, and with one act added in place of <paramref name="replaces"/>.</summary>
    public LinePreview Preview(ViewState view, Scope scope, CountryCode country, DateOnly day, double score, double weight, params IReadOnlyCollection<Guid> replaces)
    {
        var resolved = Resolve(view, scope);
        var (snapshot, asked, period, _) = resolved;
        var acts = resolved.Slice(country);
        var others = replaces.Aggregate(acts, (left, old) => left.Without(old));
        return new LinePreview(
            Compute(snapshot, asked, period, country, acts.Evidence),
            others.With(day.DayNumber, score, weight, evidence => Compute(snapshot, asked, period, country, evidence)));
    }

    /// <summary>The line of one country, were this its starting value.</summary>
    public AlignmentLine ReadWith(ViewState view, Scope scope, CountryCode country, PriorSteps prior)
    {
        var (snapshot, asked, period, _) = Resolve(view, scope);
        return AlignmentIndex.Compute(snapshot.Slice(asked, period.From, country).Evidence, prior, period, snapshot.Parameters(asked.HalfLife));
    }

    private static SourceBearing SourcesOf(AskedView resolved, IReadOnlyList<CountryAlignment> countries)
    {
        var (snapshot, asked, period, _) = resolved;
        var sources = SourceBearing.Of(snapshot, asked, period.From, period.To, countries.Select(c => c.Country.Code));
        return sources.New.Count == 0 || asked.NewSources == NewSources.Wait || countries is not [var only] ? sources : sources with
        {
            LevelIfWaiting = CountryOf(resolved with { View = asked with { NewSources = NewSources.Wait } }, only.Country.Code).Line.Last.Index,
        };
    }

    private AskedView Resolve(ViewState view, Scope scope) => AskedView.Of(feed.Of(view), view, scope, clock);

    private static CountryAlignment CountryOf(AskedView resolved, CountryCode code)
    {
        var (snapshot, asked, period, _) = resolved;
        var acts = resolved.Slice(code);
        var line = Compute(snapshot, asked, period, code, acts.Evidence);
        var prior = snapshot.Register.Prior(asked.Axis, code).On(period.To);
        return new CountryAlignment(snapshot.Register.Countries[code], prior, line, Marks(snapshot.Columns, acts, line, prior, code));
    }

    private static List<ActMark> Marks(ActColumns columns, ActSelection acts, AlignmentLine line, double prior, CountryCode code)
    {
        var last = line.Last;
        var pull = 1 / (line.Parameters.PriorStrength + last.Weight);
        var marks = new List<ActMark>(acts.Count);
        for (var i = 0; i < acts.Count && acts[i].Day <= last.Date.DayNumber; i++)
        {
            var act = acts[i];
            var left = act.Weight * line.Parameters.HalfLife.Left(last.Date.DayNumber - act.Day);
            marks.Add(new ActMark(
                new ActId(act.Id, act.IsVote ? code : null), DateOnly.FromDayNumber(act.Day), act.Score, act.Weight, act.IsDeed,
                columns.Types[act.Type], left * (act.Score - prior) * pull));
        }
        return marks;
    }

    private static int ActsUntil(ActSelection acts, DateOnly day)
    {
        var count = 0;
        while (count < acts.Count && acts[count].Day <= day.DayNumber)
            count++;
        return count;
    }

    private static AlignmentLine Compute(ActSnapshot snapshot, ViewState asked, Period period, CountryCode code, ActEvidence acts) =>
        AlignmentIndex.Compute(acts, snapshot.Register.Prior(asked.Axis, code), period, snapshot.Parameters(asked.HalfLife));
}
