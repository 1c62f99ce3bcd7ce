using System.Runtime.CompilerServices;
using System.Xml;
using Azure;
using Azure.Identity;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Azure;

/// <summary>What a failure of the account means for whoever was using it.</summary>
/// <param name="account">Its address, as it is told.</param>
/// <param name="mayCreate">Whether what is missing is made.</param>
internal sealed class AzureFailures(string account, bool mayCreate = true)
{
    public bool MayCreate => mayCreate;

    public async Task<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (Meaning(failure, cancellationToken) is { } finding)
        {
            throw new StorageUnavailableException(finding, failure);
        }
    }

    public async IAsyncEnumerable<T> GuardAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var each = items.GetAsyncEnumerator(cancellationToken);
        while (await GuardAsync(() => each.MoveNextAsync().AsTask(), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return each.Current;
        }
    }

    public Finding Unreachable => AzureFindings.Unreachable.At(Place.Nowhere, account);

    /// <summary>Null for what is not the account's failure: the caller's cancellation, a fault of ours.</summary>
    private Finding? Meaning(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Meaning(last, cancellationToken), // every retry failed
        AuthenticationFailedException => AzureFindings.NotSignedIn.At(Place.Nowhere, account),
        RequestFailedException { Status: 0 } => Unreachable,
        RequestFailedException { Status: 401 or 403 } refused => AzureFindings.NotAllowed.At(Place.Nowhere, account, Code(refused)),
        RequestFailedException { Status: 408 or 429 or >= 500 } busy => AzureFindings.Busy.At(Place.Nowhere, account, Code(busy)),
        RequestFailedException { ErrorCode: "ContainerNotFound" or "TableNotFound" or "ResourceNotFound" } missing when !mayCreate =>
            AzureFindings.Missing.At(Place.Nowhere, account, Code(missing)),
        RequestFailedException other => AzureFindings.Unusable.At(Place.Nowhere, account, Code(other)),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => Unreachable, // the time limit of one request
        IOException => Unreachable,
        XmlException =>
            AzureFindings.Unusable.At(Place.Nowhere, account, "XML"), // the library fails to read what the account or something before it says of a failure
        _ => null,
    };

    private static string Code(RequestFailedException failure) => $"{failure.Status} {failure.ErrorCode}".TrimEnd();
}
