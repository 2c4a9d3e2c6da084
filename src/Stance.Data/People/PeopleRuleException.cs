namespace Stance.Data.People;

/// <summary>A change to people that the rules do not allow; the message may be shown beside the control that asked for it.</summary>
public sealed class PeopleRuleException : Exception
{
    public PeopleRuleException(string message)
        : base(message)
    {
    }

    public PeopleRuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PeopleRuleException()
    {
    }
}
