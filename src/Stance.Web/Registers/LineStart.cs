using Stance.Acts;
using Stance.Alignment;
using Stance.Data.Alignment;
using Stance.Registers;
using Stance.ViewStates;

namespace Stance.Web.Registers;

/// <summary>What one line does if a tie is written: where it starts, and its index, on one day as they are and as they would be.</summary>
public sealed record LineStart(Axis Axis, double StartBefore, double StartAfter, double Before, double After)
{
    public bool IsMove => StartBefore != StartAfter;

    /// <summary>The country's line on every axis, as it stands and with the tie added, or in place of what it stood as.</summary>
    public static IReadOnlyList<LineStart> Of(
        DatedSpell tie, DatedSpell? insteadOf, DateOnly day, Register register, AlignmentReader reader, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(tie);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(reader);
        var book = register.Ties.With(Tie(tie), insteadOf is null ? null : Tie(insteadOf));
        return [.. register.Axes.Values.OrderBy(a => a.Name, StringComparer.Ordinal).Select(Start)];

        LineStart Start(Axis axis)
        {
            var (before, after) = (register.Prior(axis.Code, tie.Country), book.Prior(axis.Code, tie.Country));
            var view = new ViewState { Axis = axis.Code, Period = new Period(day, day) };
            return new LineStart(
                axis, before.On(day), after.On(day),
                reader.ReadWith(view, scope, tie.Country, before).On(day).Index, reader.ReadWith(view, scope, tie.Country, after).On(day).Index);
        }
    }

    private static StructuralTie Tie(DatedSpell spell) => new(spell.Country, spell.Group, spell.From, spell.Until, spell.Source);
}
