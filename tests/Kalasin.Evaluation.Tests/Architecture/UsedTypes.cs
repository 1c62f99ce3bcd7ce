using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>Which types a type uses: in its shape, its attributes and in the instructions of its methods.</summary>
internal static class UsedTypes
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var contract in type.GetInterfaces()) Add(found, contract);
        foreach (var parameter in type.GetGenericArguments()) Constraints(found, parameter);
        Attributes(found, type);
        foreach (var field in type.GetFields(Declared))
        {
            Add(found, field.FieldType);
            Attributes(found, field);
        }
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))) Method(found, method);
        foreach (var property in type.GetProperties(Declared)) Attributes(found, property);
        return found;
    }

    private static void Method(HashSet<Type> found, MethodBase method)
    {
        Attributes(found, method);
        if (method is MethodInfo { ReturnType: var result }) Add(found, result);
        foreach (var parameter in method.GetParameters()) Add(found, parameter.ParameterType);
        if (method.IsGenericMethodDefinition)
            foreach (var parameter in method.GetGenericArguments()) Constraints(found, parameter);
        if (method.GetMethodBody() is not { } body) return;
        foreach (var local in body.LocalVariables) Add(found, local.LocalType);
        foreach (var clause in body.ExceptionHandlingClauses)
            if (clause.Flags == ExceptionHandlingClauseOptions.Clause) Add(found, clause.CatchType);
        foreach (var token in Tokens(body.GetILAsByteArray() ?? [])) Member(found, method, token);
    }

    /// <summary>The metadata tokens that the instructions name.</summary>
    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE) value = (short)(0xFE00 | il[at++]);
            var code = OpCodesByValue[value];
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at));
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at));
                    break;
                default:
                    at += Size(code.OperandType);
                    break;
            }
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static void Member(HashSet<Type> found, MethodBase user, int token)
    {
        var ofType = user.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = user.IsGenericMethod ? user.GetGenericArguments() : null;
        var member = user.Module.ResolveMember(token, ofType, ofMethod);
        Add(found, member as Type ?? member?.DeclaringType);
        if (member is FieldInfo field) Add(found, field.FieldType);
        if (member is MethodInfo method) Add(found, method.ReturnType);
        if (member is MethodInfo { IsGenericMethod: true } closed)
            foreach (var argument in closed.GetGenericArguments()) Add(found, argument);
    }

    private static void Attributes(HashSet<Type> found, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            Add(found, attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments) Add(found, argument.Value as Type);
        }
    }

    private static void Constraints(HashSet<Type> found, Type parameter)
    {
        foreach (var constraint in parameter.GetGenericParameterConstraints()) Add(found, constraint);
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }
        if (!found.Add(type)) return;
        foreach (var argument in type.GenericTypeArguments) Add(found, argument);
        Add(found, type.DeclaringType);
    }
}
