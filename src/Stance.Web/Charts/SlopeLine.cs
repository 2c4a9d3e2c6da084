namespace Stance.Web.Charts;

/// <summary>Countries between two days.</summary>
/// <param name="Limit">Half the scale.</param>
/// <param name="From">The first day, in words.</param>
/// <param name="To">The last day, in words.</param>
public sealed record SlopeDrawing(IReadOnlyList<SlopeLine> Lines, double Limit, string From, string To)
{
    /// <summary>Room for every name at the ends.</summary>
    public double LeastHeight => Lines.Count * 19;
}

/// <summary>A country between two days.</summary>
public sealed record SlopeLine(string Name, double Start, double End, bool IsCertain);
