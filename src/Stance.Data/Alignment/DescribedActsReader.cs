using System.Data.Common;
using Microsoft.Extensions.Logging;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.ViewStates;

namespace Stance.Data.Alignment;

/// <summary>Reads the first acts of a view with their titles, or none when the database is away: the lines come from memory and stay on screen.</summary>
public sealed class DescribedActsReader(ActReader acts, ILogger<DescribedActsReader> log)
{
    /// <summary>Enough to name every step of a usual view; steps of other acts are told by kind.</summary>
    public const int Most = 100;

    public async Task<ActList?> ReadAsync(ViewState view, Scope scope, Period period, CancellationToken cancel)
    {
        try
        {
            return await acts.ListAsync(view with { Period = period, Text = null }, scope, Most, null, cancel, onlySpeaking: true);
        }
        catch (DbException problem)
        {
            log.LogWarning("The acts of a view could not be described ({Problem}).", problem.Message);
            return null;
        }
    }
}
