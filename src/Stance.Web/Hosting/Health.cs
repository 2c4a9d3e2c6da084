using System.Data.Common;
using Stance.Data;

namespace Stance.Web.Hosting;

/// <summary>For whoever watches over the app: is it alive, and can it answer with data?</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(Migrator migrator, CancellationToken cancel)
    {
        try
        {
            return await migrator.IsCurrentAsync(cancel)
                ? Results.Text("ready")
                : Results.Text("the database is not up to date", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
