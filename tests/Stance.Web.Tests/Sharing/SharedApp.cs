using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stance.Acts;
using Stance.Data.Acts;
using Stance.Data.People;
using Stance.Data.Sharing;
using Stance.Sharing;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Web.Tests.Sharing;

/// <summary>The whole application over a database of its own with the sample, and an administrator who shares views.</summary>
internal sealed class SharedApp : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> factory;

    private SharedApp(string connectionString, MovedClock clock, ILoggerProvider? log)
    {
        Clock = clock;
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:Stance", connectionString);
            host.ConfigureServices(services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                if (log is not null)
                    services.AddLogging(logging => logging.AddProvider(log).AddFilter<WrittenLog>(null, LogLevel.Trace));
            });
        });
    }

    public MovedClock Clock { get; }

    public IServiceProvider Services => factory.Services;

    public ActFeed Feed => Services.GetRequiredService<ActFeed>();

    public ShareWriter Writer => Services.GetRequiredService<ShareWriter>();

    public Actor Owner { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SharedApp> StartAsync(PostgresFixture postgres, ILoggerProvider? log = null)
    {
        var app = new SharedApp(await postgres.NewDatabaseAsync(withSample: true), new MovedClock(), log);
        app.Owner = (await TestPeople.JoinAsync(app.Services, Role.Administrator, "Ada")).Actor;
        return app;
    }

    public HttpClient NewClient() => factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    public async Task<(string Secret, Guid Id)> ShareAsync(ViewState view, string label = "A view", DateTimeOffset? expires = null, bool freeze = false)
    {
        var (secret, id) = (ShareSecret.New(), Guid.NewGuid());
        await Writer.CreateAsync(Owner, new ShareDraft(id, label, view, expires, freeze), secret, Cancel);
        return (secret, id);
    }

    public Task<ActList> ListAsync(ViewState view) =>
        Services.GetRequiredService<ActReader>().ListAsync(view, Scope.Everything, ActReader.LargestPage, null, Cancel, onlySpeaking: true);

    public ValueTask DisposeAsync() => factory.DisposeAsync();
}

/// <summary>The time of day, and what the test adds to it.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan moved;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + moved;

    public void Move(TimeSpan by) => moved += by;
}

/// <summary>Keeps every line of every logger, at every level, with its scopes.</summary>
[ProviderAlias("Written")]
internal sealed class WrittenLog : ILoggerProvider, ISupportExternalScope
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = [];
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Line(WrittenLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            log.lines.Enqueue($"{category} {formatter(state, exception)} {exception}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                log.lines.Enqueue(string.Join(' ', values));
            log.scopes.ForEachScope((scope, _) => log.lines.Enqueue(scope is IEnumerable<KeyValuePair<string, object>> pairs ? string.Join(' ', pairs) : scope?.ToString() ?? ""), 0);
        }
    }
}
