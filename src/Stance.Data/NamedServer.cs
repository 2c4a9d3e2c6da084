using Npgsql;

namespace Stance.Data;

/// <summary>The server that a connection string names: reached once at the start, so that a fault is said before anything else happens.</summary>
public static class NamedServer
{
    /// <returns>The connection string, with the application's name.</returns>
    /// <exception cref="StanceStartException">It cannot be read, refuses the connection, or does not answer.</exception>
    public static async Task<string> ReachAsync(string given, CancellationToken cancel)
    {
        var target = Parse(given);
        await using var connection = new NpgsqlConnection(target.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return target.ConnectionString;
        }
        catch (PostgresException e)
        {
            throw new StanceStartException(
                $"The PostgreSQL server at {target.Host}:{target.Port} refuses the connection ({e.MessageText}): correct ConnectionStrings__Stance.", e);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new StanceStartException(
                $"The PostgreSQL server at {target.Host}:{target.Port} does not answer ({Cause(e)}): start it, or correct ConnectionStrings__Stance.", e);
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string given)
    {
        try
        {
            var target = new NpgsqlConnectionStringBuilder(given);
            target.ApplicationName ??= "Stance";
            return target.Host is { Length: > 0 } ? target : throw new ArgumentException("Host is missing");
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // The message of a parser may repeat the value, and the value holds a password.
            throw new StanceStartException(
                "ConnectionStrings__Stance cannot be read: write it like Host=server;Database=stance;Username=stance;Password=…");
        }
    }

    private static string Cause(Exception e) => (e.InnerException ?? e).Message.TrimEnd('.');
}
