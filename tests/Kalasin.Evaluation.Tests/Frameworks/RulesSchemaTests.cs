using System.Text;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class RulesSchemaTests
{
    [Theory]
    [InlineData("framework.schema.json")]
    [InlineData("plan.schema.json")]
    public void Schema_StandsInTheDocs(string file)
    {
        var schema = file == "plan.schema.json" ? RoundPlanReader.Schema : FrameworkReader.Schema;
        var path = RepositoryFile.At("docs", "schemas", file);
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") File.WriteAllText(path, schema, new UTF8Encoding(false));
        Assert.Equal(File.ReadAllText(path), schema);
    }
}
