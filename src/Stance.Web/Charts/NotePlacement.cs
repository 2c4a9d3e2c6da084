namespace Stance.Web.Charts;

/// <summary>Finds a free place for each note, above or below the band, never across its edge or another text; what finds none is left out.</summary>
public sealed class NotePlacement
{
    private const double LetterWidth = 6.1;
    private const double LineHeight = 16;
    private const double Clear = 7;

    /// <summary>Right of the plot there is room for a note's end, as far as no end label stands there.</summary>
    private const double RightMargin = 112;

    private readonly LineDrawing _drawing;
    private readonly LinePaths _paths;
    private readonly double _width;
    private readonly double _height;
    private readonly bool _onPhone;
    private readonly List<Box> _taken = [];

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <param name="width">The narrowest plot these places must hold for.</param>
    public NotePlacement(LineDrawing drawing, LinePaths paths, double width, double height, bool onPhone)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        (_drawing, _paths, _width, _height, _onPhone) = (drawing, paths, width, height, onPhone);
        if (!onPhone)
        {
            _taken.Add(new Box(0, 0, 12 + (drawing.Poles.Positive.Length * 7), 24));
            _taken.Add(new Box(0, height - 24, 12 + (drawing.Poles.Negative.Length * 7), height));
        }
        if (drawing.Series is [{ Points.Count: > 0 } only] && !onPhone)
        {
            var last = only.Points[^1];
            _taken.Add(new Box(width + 8, (paths.Y(last.High90) / 100 * height) - 26, width + RightMargin, (paths.Y(last.Low90) / 100 * height) + 24));
        }
        Triggers = [.. drawing.Triggers.Where(t => t.From <= drawing.To && (t.To ?? t.From) >= drawing.From).Take(onPhone ? 2 : 6).Select(PlaceTrigger)];
        Breaks = [.. drawing.Breaks.Where(b => b.Day >= drawing.From && b.Day <= drawing.To).Take(onPhone ? 1 : 4).Select(b => PlaceTrigger(new TriggerMark(b.Day, null, $"{(onPhone ? "Break" : b.Title)}, {b.Stability} stable")))];
        Notes = [.. drawing.Notes.Where(n => n.Date >= drawing.From && n.Date <= drawing.To).Select(Place).OfType<PlacedNote>().Take(onPhone ? 2 : 5)];
    }

    public IReadOnlyList<PlacedTrigger> Triggers { get; }

    /// <summary>The words beside a break.</summary>
    public IReadOnlyList<PlacedTrigger> Breaks { get; }

    public IReadOnlyList<PlacedNote> Notes { get; }

    private PlacedTrigger PlaceTrigger(TriggerMark trigger)
    {
        var when = Wording.DateWords.Day(trigger.From, _drawing.From.Year == _drawing.To.Year ? _drawing.From.Year : null);
        var lines = _onPhone ? Wrap(trigger.Title, 15) : [trigger.Title];
        var x = _paths.X(trigger.From);
        var isAtEnd = x > 72;
        var first = _onPhone ? 4.0 : 18.0;
        var tops = Enumerable.Range(0, 40).Select(i => first + (i * 8)).Where(top => TextBox(x, top, isAtEnd, when, lines).Bottom < _height - 4).ToList();
        bool IsFree(double top) => !_taken.Any(TextBox(x, top, isAtEnd, when, lines).Meets);
        var top = tops.Where(t => IsFree(t) && !IsCrossed(TextBox(x, t, isAtEnd, when, lines))).Concat(tops.Where(IsFree)).Append(first).First();
        _taken.Add(TextBox(x, top, isAtEnd, when, lines));
        return new PlacedTrigger(trigger, x, trigger.To is { } to ? _paths.X(to) : null, top, isAtEnd, when, lines);
    }

    /// <summary>A line, or a band where bands are drawn, runs through the box.</summary>
    private bool IsCrossed(Box box)
    {
        var hasBands = _drawing.Series.Count <= 3;
        foreach (var point in _drawing.Series.SelectMany(s => s.Points))
        {
            var x = _paths.X(point.Date) / 100 * _width;
            if (x < box.Left || x > box.Right)
                continue;
            var high = _paths.Y(hasBands ? point.High90 : point.Index) / 100 * _height;
            var low = _paths.Y(hasBands ? point.Low90 : point.Index) / 100 * _height;
            if (box.Top < low + 3 && box.Bottom > high - 3)
                return true;
        }
        return false;
    }

    private PlacedNote? Place(LineNote note)
    {
        var series = _drawing.Series.FirstOrDefault(s => s.Country == note.Country);
        var point = series?.Points.FirstOrDefault(p => p.Date >= note.Date) ?? default;
        if (series is null || point == default)
            return null;
        var title = _onPhone ? note.ShortTitle ?? note.Title : note.Title;
        var lines = _onPhone ? Wrap(title, 18) : [title];
        var x = _paths.X(note.Date);
        var y = _paths.Y(point.Index) / 100 * _height;
        var best = ((bool[])[false, true])
            .SelectMany(isAtEnd => ((bool[])[true, false]).Select(isAbove => Try(note.When, lines, x, isAtEnd, isAbove)))
            .OfType<(Box Box, bool IsAtEnd, bool IsAbove)>()
            .OrderBy(c => Math.Abs((c.IsAbove ? c.Box.Bottom : c.Box.Top) - y) + (c.IsAtEnd ? 24 : 0))
            .FirstOrDefault();
        if (best.Box == default)
            return null;
        _taken.Add(best.Box);
        var edge = best.IsAbove ? best.Box.Bottom : best.Box.Top;
        return new PlacedNote(note, series, x, y, best.Box.Top, edge, best.IsAtEnd, note.When, lines);
    }

    private (Box, bool, bool)? Try(string when, string[] lines, double x, bool isAtEnd, bool isAbove)
    {
        var probe = TextBox(x, 0, isAtEnd, when, lines);
        if (probe.Left < -4 || probe.Right > _width + (_onPhone ? 16 : RightMargin))
            return null;
        var (high, low) = Reach(probe.Left, probe.Right);
        for (var step = 0; step < 8; step++)
        {
            var top = isAbove ? high - Clear - probe.Bottom - (step * 18) : low + Clear + (step * 18);
            var box = probe with { Top = top, Bottom = top + probe.Bottom };
            if (box.Top < 0 || box.Bottom > _height)
                return null;
            if (!_taken.Any(box.Meets))
                return (box, isAtEnd, isAbove);
        }
        return null;
    }

    /// <summary>Highest and lowest ink of the bands and lines over a stretch, in pixels from the top.</summary>
    private (double High, double Low) Reach(double left, double right)
    {
        var hasBands = _drawing.Series.Count <= 3;
        var (high, low) = (_height, 0.0);
        foreach (var point in _drawing.Series.SelectMany(s => s.Points))
        {
            var x = _paths.X(point.Date) / 100 * _width;
            if (x < left - 2 || x > right + 2)
                continue;
            high = Math.Min(high, _paths.Y(hasBands ? point.High90 : point.Index) / 100 * _height);
            low = Math.Max(low, _paths.Y(hasBands ? point.Low90 : point.Index) / 100 * _height);
        }
        return (high, low);
    }

    private Box TextBox(double x, double top, bool isAtEnd, string when, string[] lines)
    {
        var width = LetterWidth * Math.Max(when.Length + 1, lines.Max(l => l.Length));
        var at = x / 100 * _width;
        var height = (lines.Length + 1) * LineHeight;
        return isAtEnd ? new Box(at - width - 6, top, at + 2, top + height) : new Box(at - 4, top, at + width + 6, top + height);
    }

    private static string[] Wrap(string text, int most)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < most)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }
        return [.. lines.Take(3)];
    }
}

/// <param name="X">Per cent; the other places are pixels from the top of the plot.</param>
/// <param name="Edge">Where the hairline meets the text.</param>
public sealed record PlacedNote(
    LineNote Note, LineSeries Series, double X, double LineY, double Top, double Edge, bool IsAtEnd, string When, IReadOnlyList<string> Lines);

public sealed record PlacedTrigger(
    TriggerMark Trigger, double X, double? RightX, double Top, bool IsAtEnd, string When, IReadOnlyList<string> Lines);
