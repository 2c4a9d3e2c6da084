using System.Globalization;

namespace Stance.Web.Charts;

/// <summary>Days as per cent of the plot's width, and the rules for what stands on a date axis.</summary>
public readonly record struct TimeScale(DateOnly From, DateOnly To)
{
    private const int LabelsOnPhone = 7;
    private static readonly int[] YearSteps = [1, 2, 5, 10, 20, 25, 50];

    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>0 at the first day, 100 at the last; days outside are held at the edge.</summary>
    public double At(DateOnly day) => Days == 0 ? 50 : Math.Clamp(100.0 * (day.DayNumber - From.DayNumber) / Days, 0, 100);

    public bool Holds(DateOnly day) => day >= From && day <= To;

    /// <summary>Months up to fifteen, then quarters, beyond three years only years; weeks in a period of two months.</summary>
    public IReadOnlyList<AxisLabel> Labels(bool onPhone)
    {
        var labels = Spans(onPhone).ToList();
        var most = onPhone ? LabelsOnPhone : 16;
        var step = (labels.Count + most - 1) / most;
        return step <= 1 ? labels : [.. labels.Where((_, i) => i % step == 0)];
    }

    /// <summary>Where a span ends and the next begins, without the edges.</summary>
    public IReadOnlyList<double> Ticks()
    {
        var scale = this;
        return [.. Starts().Where(d => d > scale.From && d < scale.To).Select(scale.At)];
    }

    private IEnumerable<AxisLabel> Spans(bool onPhone)
    {
        var starts = Starts().ToList();
        var saidYear = 0;
        for (var i = 0; i < starts.Count; i++)
        {
            var start = starts[i] < From ? From : starts[i];
            var end = i + 1 < starts.Count ? starts[i + 1] : To.AddDays(1);
            if (end > To)
                end = To;
            var (left, right) = (At(start), At(end));
            var isWeekly = Days <= WeeklyUpTo;
            if (!isWeekly && right - left < 2.2 && starts.Count > 1)
                continue;
            yield return new AxisLabel(isWeekly ? left : (left + right) / 2, Print(start, starts[i].Year != saidYear, onPhone));
            saidYear = starts[i].Year;
        }
    }

    private const int WeeklyUpTo = 62;
    private const int MonthsUpTo = 460;
    private const int QuartersUpTo = 1100;

    private string Print(DateOnly day, bool withYear, bool onPhone)
    {
        if (Days > QuartersUpTo)
            return day.Year.ToString(CultureInfo.InvariantCulture);
        var pattern = (Days <= WeeklyUpTo, withYear) switch
        {
            (true, true) => onPhone ? "d MMM" : "d MMM yyyy",
            (true, false) => "d MMM",
            (false, true) => onPhone ? "MMM ’yy" : "MMM yyyy",
            (false, false) => "MMM",
        };
        return day.ToString(pattern, CultureInfo.InvariantCulture);
    }

    private IEnumerable<DateOnly> Starts()
    {
        var month = new DateOnly(From.Year, From.Month, 1);
        return Days switch
        {
            <= WeeklyUpTo => Every(From, d => d.AddDays(7)),
            <= MonthsUpTo => Every(month, d => d.AddMonths(1)),
            <= QuartersUpTo => Every(month.AddMonths(-((From.Month - 1) % 3)), d => d.AddMonths(3)),
            _ => Years(),
        };
    }

    private IEnumerable<DateOnly> Years()
    {
        var years = To.Year - From.Year + 1;
        var step = YearSteps.First(s => years / s <= 12);
        return Every(new DateOnly(From.Year - (From.Year % step), 1, 1), d => d.AddYears(step));
    }

    private IEnumerable<DateOnly> Every(DateOnly first, Func<DateOnly, DateOnly> next)
    {
        for (var day = first; day <= To; day = next(day))
            yield return day;
    }
}

/// <param name="X">Per cent of the plot's width.</param>
public readonly record struct AxisLabel(double X, string Text);
