namespace Stance.Data.Embedded;

/// <summary>One process at a time owns a state folder; the kernel frees the lock also after kill -9.</summary>
internal sealed class OwnerLock : IDisposable
{
    private readonly FileStream file;

    private OwnerLock(FileStream file) => this.file = file;

    /// <summary>Null when another process holds the folder.</summary>
    public static OwnerLock? TryTake(string stateFolder)
    {
        try
        {
            return new OwnerLock(new FileStream(
                Path.Combine(stateFolder, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StanceStartException(StateFolder.NotWritable(stateFolder, e), e);
        }
    }

    public void Dispose() => file.Dispose();

    // EWOULDBLOCK on Linux and on macOS, sharing violation on Windows: a read-only folder must not be called "in use".
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
