using Kalasin.Functions;

return await CommandLine.RunAsync(args);
