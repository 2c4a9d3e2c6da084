using System.Runtime.CompilerServices;
using Bunit;

namespace Stance.Web.Tests;

/// <summary>How long a test waits for a page to come to what it must show: only a broken page waits so long, however busy the machine is.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
}
