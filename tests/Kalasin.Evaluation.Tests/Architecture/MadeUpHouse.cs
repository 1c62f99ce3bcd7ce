// A house of two rooms, for the proof that the plan's test sees every way of using a type. Left may not know Right.
namespace Kalasin.Evaluation.Tests.Architecture.MadeUpHouse.Right
{
    internal sealed class Secret
    {
        public static int Count => 1;

        public string Name { get; } = nameof(Secret);

        public static Secret Find() => new();
    }

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class MarkAttribute : Attribute;

    internal abstract class Shape;
}

namespace Kalasin.Evaluation.Tests.Architecture.MadeUpHouse.Left
{
    internal sealed class ByBase : Right.Shape;

    internal sealed class ByParameter
    {
        public string Take(IReadOnlyList<Right.Secret[]> secrets) => $"{secrets.Count}";
    }

    internal sealed class ByCall
    {
        public int Ask() => Right.Secret.Count;
    }

    internal sealed class ByNestedType
    {
        public string? Ask() => Inner.Say();

        private static class Inner
        {
            public static string? Say() => Right.Secret.Find().Name;
        }
    }

    internal sealed class ByLambda
    {
        public Func<int, bool> Ask() => n => n == Right.Secret.Count;
    }

    internal sealed class ByIterator
    {
        public IEnumerable<object> Ask()
        {
            yield return typeof(Right.Secret);
        }
    }

    [Right.Mark]
    internal sealed class ByAttribute;

    internal sealed class Innocent
    {
        public string Say() => nameof(Innocent);
    }
}
