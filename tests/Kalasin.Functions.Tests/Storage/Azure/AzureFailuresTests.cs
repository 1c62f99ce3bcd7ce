using Azure;
using Azure.Identity;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Azure;

namespace Kalasin.Functions.Tests.Storage.Azure;

public sealed class AzureFailuresTests
{
    private readonly AzureFailures failures = new("https://kalasin46.blob.core.windows.net/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Exception, string> Failures => new()
    {
        { new RequestFailedException("No such host is known."), "KAL7022" },
        { new AggregateException(new RequestFailedException(503, ""), new RequestFailedException("reset")), "KAL7022" },
        { new TaskCanceledException("the request's own limit"), "KAL7022" },
        { new IOException("reset"), "KAL7022" },
        { new CredentialUnavailableException("nobody is signed in"), "KAL7023" },
        { new AuthenticationFailedException("refused"), "KAL7023" },
        { new RequestFailedException(401, "", "InvalidAuthenticationInfo", null), "KAL7024" },
        { new RequestFailedException(403, "", "AuthorizationPermissionMismatch", null), "KAL7024" },
        { new RequestFailedException(429, ""), "KAL7025" },
        { new RequestFailedException(500, "", "OperationTimedOut", null), "KAL7025" },
        { new RequestFailedException(503, "", "ServerBusy", null), "KAL7025" },
        { new System.Xml.XmlException("Root element is missing."), "KAL7026" },
        { new RequestFailedException(404, "", "TableNotFound", null), "KAL7026" },
        { new RequestFailedException(409, "", "AccountBeingCreated", null), "KAL7026" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Guard_FailureOfTheAccount_BecomesAFinding(Exception failure, string code)
    {
        var told = await Assert.ThrowsAsync<StorageUnavailableException>(() => failures.GuardAsync(() => Task.FromException<int>(failure), Token));
        Assert.Equal(code, told.Finding.Code);
        Assert.Same(failure, told.InnerException);
    }

    [Fact]
    public async Task Guard_CallersCancellation_StaysWhatItIs()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => failures.GuardAsync(() => Task.FromCanceled<int>(cancelled), cancelled));
    }

    [Fact]
    public async Task Guard_FaultOfOurs_StaysWhatItIs() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => failures.GuardAsync(() => Task.FromException<int>(new NotSupportedException("ours")), Token));
}
