namespace Stance.Testing;

/// <summary>How often a test of many cases goes round: a share at every run, all of them when STANCE_FULL is set, as before a release.</summary>
public static class Rounds
{
    public static bool IsFullRun { get; } = Environment.GetEnvironmentVariable("STANCE_FULL") is { Length: > 0 };

    public static int Of(int usual, int full) => IsFullRun ? full : usual;
}
