using Stance.Web.Acts;
using Stance.Web.Alignment;
using Stance.Web.Amounts;
using Stance.Web.Diffusion;
using Stance.Web.Dyads;
using Stance.Web.Explanation;
using Stance.Web.Exports;
using Stance.Web.Registers;
using Stance.Web.Shifts;
using Stance.Web.Votes;

namespace Stance.Web.Api;

/// <summary>What can be read through the API.</summary>
public static class ReadEndpoints
{
    public static RouteGroupBuilder MapReads(this RouteGroupBuilder api)
    {
        api.MapAlignment();
        api.MapExports();
        api.MapWhy();
        api.MapActs();
        api.MapToward();
        api.MapShifts();
        api.MapDiffusion();
        api.MapAmounts();
        api.MapRollCalls();
        api.MapRegisters();
        return api;
    }
}
