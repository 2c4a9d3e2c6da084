using System.Net;
using System.Net.Sockets;
using Stance.Data;

namespace Stance.Web.Hosting;

/// <summary>Where the app listens: --urls or ASPNETCORE_URLS, else one loopback address.</summary>
public static class Addresses
{
    private const string Default = "http://127.0.0.1:5080";
    private const string Remedy = "start Stance with --urls http://127.0.0.1:PORT and a free port";

    public static void UseDefault(WebApplicationBuilder builder)
    {
        if (Configured(builder.Configuration).Count == 0 && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>Asked before anything is started, so that a second Stance does not set up a database first.</summary>
    public static void EnsureFree(IConfiguration configuration)
    {
        foreach (var address in Configured(configuration))
            EnsureFree(Parse(address), configuration);
    }

    public static string InUse(IConfiguration configuration) =>
        $"The address {string.Join(" or ", Configured(configuration))} is in use: stop the program that uses it, or {Remedy}.";

    /// <summary>The address to put into a browser on this machine.</summary>
    public static Uri ForBrowser(IEnumerable<string> bound)
    {
        var address = BindingAddress.Parse(bound.First());
        var host = address.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "localhost" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}{address.PathBase}/");
    }

    private static List<string> Configured(IConfiguration configuration) =>
    [
        .. Split(configuration["urls"]),
        .. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"),
        .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}"),
    ];

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static BindingAddress Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException e)
        {
            throw new StanceStartException($"'{address}' is not an address to listen on: {Remedy}.", e);
        }
    }

    private static void EnsureFree(BindingAddress address, IConfiguration configuration)
    {
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
            return;
        var host = IPAddress.TryParse(address.Host, out var ip) ? ip : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(host, address.Port);
            listener.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StanceStartException(InUse(configuration), e);
        }
        catch (SocketException e)
        {
            throw new StanceStartException($"Stance cannot listen on {address} ({e.Message}): {Remedy}.", e);
        }
    }
}
