namespace Stance.Data.Embedded;

/// <summary>Where the embedded server keeps its state and how it runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The state folder: programs, data, password and log lie below it. See <see cref="StateFolder"/>.</summary>
    public required string StateFolder { get; init; }

    /// <summary>The folder with bin, lib and share as npm brought it. See <see cref="NativeFolder"/>.</summary>
    public required string NativeFolder { get; init; }

    /// <summary>False only for throw-away servers: a power cut then costs the data.</summary>
    public bool Durable { get; init; } = true;

    public int MaxConnections { get; init; } = 100;

    /// <summary>Told when the server died while it was needed, and when it runs again.</summary>
    public Action<string>? Report { get; init; }
}
