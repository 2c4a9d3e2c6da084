namespace Stance.Web.Hosting.Commands;

/// <summary>Something to do instead of serving pages, named by the first words after `--`.</summary>
public interface ICommand
{
    /// <summary>As typed: `seed`, `token create`.</summary>
    string Name { get; }

    /// <summary>Standard output carries the answer alone; the server may be shared with a running app.</summary>
    /// <returns>The exit code.</returns>
    Task<int> RunAsync(IServiceProvider services, IConfiguration arguments, CancellationToken cancel);
}
