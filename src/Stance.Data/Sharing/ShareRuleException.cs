namespace Stance.Data.Sharing;

/// <summary>A shared view cannot be made or revoked like this; the message may be shown.</summary>
public sealed class ShareRuleException : Exception
{
    public ShareRuleException(string message)
        : base(message)
    {
    }

    public ShareRuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ShareRuleException()
    {
    }
}
