using Stance.Acts;
using Stance.Alignment;
using Stance.Data.Alignment;
using Stance.Registers;
using Stance.ViewStates;

namespace Stance.Web.Registers;

/// <summary>What one line does if a tie is written or taken back: where it starts, and its index, on one day as they are and as they would be.</summary>
public sealed record LineStart(Axis Axis, double StartBefore, double StartAfter, double Before, double After)
{
    public bool IsMove => StartBefore != StartAfter;

    /// <summary>The country's line on every axis, as it stands and with the tie as it would be.</summary>
    /// <param name="before">Null = it is added.</param>
    /// <param name="now">Null = it is taken back.</param>
    public static IReadOnlyList<LineStart> Of(
        DatedSpell? before, DatedSpell? now, DateOnly day, Register register, AlignmentReader reader, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(reader);
        var book = now is not null ? register.Ties.With(Tie(now), before is null ? null : Tie(before)) : register.Ties.Without(Tie(before!));
        var country = (now ?? before!).Country;
        return [.. register.Axes.Values.OrderBy(a => a.Name, StringComparer.Ordinal).Select(Start)];

        LineStart Start(Axis axis)
        {
            var (start, other) = (register.Prior(axis.Code, country), book.Prior(axis.Code, country));
            var view = new ViewState { Axis = axis.Code, Period = new Period(day, day) };
            return new LineStart(
                axis, start.On(day), other.On(day),
                reader.ReadWith(view, scope, country, start).On(day).Index, reader.ReadWith(view, scope, country, other).On(day).Index);
        }
    }

    private static StructuralTie Tie(DatedSpell spell) => new(spell.Country, spell.Group, spell.From, spell.Until, spell.Source);
}
