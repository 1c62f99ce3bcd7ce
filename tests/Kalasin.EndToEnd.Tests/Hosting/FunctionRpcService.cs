using Grpc.Core;
using Kalasin.EndToEnd.Tests.Hosting.Wire;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>Where workers report: only the one that this host started is let in.</summary>
internal sealed class FunctionRpcService(WorkerLink link) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)) return;
        if (requestStream.Current.StartStream?.WorkerId != link.WorkerId)
            throw new RpcException(new Status(StatusCode.PermissionDenied, "Nobody knows this worker."));
        await link.RunAsync(requestStream.Current, requestStream, responseStream, context.CancellationToken);
    }
}
