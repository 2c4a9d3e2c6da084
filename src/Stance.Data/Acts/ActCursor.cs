using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Stance.Acts;
using Stance.ViewStates;

namespace Stance.Data.Acts;

/// <summary>Where a page of acts ended: the order, the sort key and its last act.</summary>
internal sealed record ActCursor(ActOrder Order, double SortKey, ActId Act)
{
    /// <summary>Sort keys of dates count from here, as <c>ActsInOrder.sql</c> does.</summary>
    private static readonly DateOnly FirstDay = new(1800, 1, 1);

    public bool IsByDate => Order is ActOrder.DateAscending or ActOrder.DateDescending;

    public DateOnly Day => DayOf(SortKey);

    /// <summary>The day a sort key of dates means.</summary>
    public static DateOnly DayOf(double sortKey) => FirstDay.AddDays((int)Math.Abs(sortKey));

    /// <summary>The country of a vote; events are told apart by their ids alone.</summary>
    public string Country => Act.Voter?.Value ?? "";

    public static string NameOf(ActOrder order) => order switch
    {
        ActOrder.DateAscending => "date",
        ActOrder.ScoreAscending => "score",
        ActOrder.ScoreDescending => "-score",
        _ => "-date",
    };

    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{NameOf(Order)} {SortKey:R} {Act}")));

    /// <exception cref="FormatException">Not a cursor of this order.</exception>
    public static ActCursor Parse(string text, ActOrder order)
    {
        const string Refusal = "The cursor does not belong to this list; ask for the first page again.";
        if (text.Length > 200 || !Base64Url.IsValid(text))
            throw new FormatException(Refusal);
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
        return parts is [var name, var key, var id]
            && name == NameOf(order)
            && double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var sortKey)
            && Math.Abs(sortKey) < 200_000
            && ActId.TryParse(id, out var act)
                ? new ActCursor(order, sortKey, act)
                : throw new FormatException(Refusal);
    }
}
