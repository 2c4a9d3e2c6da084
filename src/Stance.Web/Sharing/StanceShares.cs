namespace Stance.Web.Sharing;

/// <summary>Registers what shared views need.</summary>
public static class StanceShares
{
    public static IServiceCollection AddStanceShares(this IServiceCollection services) => services
        .AddSingleton<IHttpContextFactory, ShareSecretPath>()
        .AddSingleton<SharedViewReader>();
}
