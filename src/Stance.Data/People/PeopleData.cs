using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Stance.Data.People;

/// <summary>Registers what reads and writes people, sessions, links, tokens and the audit.</summary>
public static class PeopleData
{
    public static IServiceCollection AddStancePeopleData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<AuditReader>()
            .AddSingleton<AuditWriter>()
            .AddSingleton<JoinWriter>()
            .AddSingleton<KeyRepository>()
            .AddSingleton<LinkReader>()
            .AddSingleton<LinkWriter>()
            .AddSingleton<PeopleFeed>()
            .AddSingleton<PeopleTransaction>()
            .AddSingleton<PersonReader>()
            .AddSingleton<PersonWriter>()
            .AddSingleton<SessionReader>()
            .AddSingleton<SessionWriter>()
            .AddSingleton<SignInTries>()
            .AddSingleton<TokenReader>()
            .AddSingleton<TokenWriter>();
    }
}
