using Stance.Data.People;

namespace Stance.Web.People;

/// <summary>The link that lets the first administrator in, for the console of the machine only.</summary>
public sealed class BootstrapLink(LinkWriter links)
{
    /// <returns>The address, good once and for an hour; null when there is an administrator. Links made before stop working.</returns>
    public async Task<string?> CreateAsync(Uri baseUrl, CancellationToken cancel = default) =>
        await links.ForFirstAdministratorAsync(cancel) is { } secret ? Welcome(baseUrl, secret) : null;

    internal static string Welcome(Uri baseUrl, string secret) => new Uri(baseUrl, $"welcome/{secret}").ToString();
}
