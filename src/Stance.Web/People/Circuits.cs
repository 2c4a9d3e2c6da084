using System.Collections.Concurrent;

namespace Stance.Web.People;

/// <summary>The live windows of signed-in people, by session: so that ending a session also ends what is already open.</summary>
public sealed class Circuits
{
    /// <summary>Time for the browser to leave for the sign-in page before its connection is cut.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, OpenCircuit> open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<HttpContext, string> connections = new();
    private readonly ConcurrentDictionary<string, byte> used = new(StringComparer.Ordinal);

    public int Count => open.Count;

    public IReadOnlySet<string> Sessions =>
        open.Values.Select(c => c.Session).Concat(connections.Values).ToHashSet(StringComparer.Ordinal);

    /// <param name="signOut">Takes the circuit's rights away, so that its pages show nothing more.</param>
    public void Add(string circuit, string session, Action signOut) => open[circuit] = new OpenCircuit(session, signOut);

    public void Remove(string circuit) => open.TryRemove(circuit, out _);

    public void NoteUse(string session) => used.TryAdd(session, 0);

    /// <returns>The sessions used since the last call.</returns>
    public IReadOnlyList<byte[]> TakeUsed() =>
        [.. used.Keys.Where(session => used.TryRemove(session, out _)).Select(Convert.FromHexString)];

    /// <summary>Closes every window whose session is not among <paramref name="live"/>.</summary>
    public async Task CloseAllButAsync(IReadOnlySet<string> live, IReadOnlySet<string> asked)
    {
        bool Ended(string session) => asked.Contains(session) && !live.Contains(session);
        foreach (var (circuit, window) in open)
        {
            if (Ended(window.Session) && open.TryRemove(circuit, out _))
                window.SignOut();
        }
        if (!connections.Values.Any(Ended))
            return;
        await Task.Delay(Farewell);
        foreach (var (connection, session) in connections)
        {
            if (Ended(session))
                connection.Abort();
        }
    }

    /// <summary>Remembers which connections carry circuits; a browser that will not leave is cut off there.</summary>
    public async Task Track(HttpContext context, RequestDelegate next)
    {
        var session = context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) ? context.User.SessionOf() : null;
        if (session is null)
        {
            await next(context);
            return;
        }
        connections[context] = session;
        try
        {
            await next(context);
        }
        finally
        {
            connections.TryRemove(context, out _);
        }
    }

    private sealed record OpenCircuit(string Session, Action SignOut);
}
