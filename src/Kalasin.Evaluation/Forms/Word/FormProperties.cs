using System.Text;
using Kalasin.Evaluation.Documents.Opc;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms.Word;

/// <summary>The mark of a form as properties of its document (ECMA-376 part 1, 22.3), each name with our prefix.</summary>
internal static class FormProperties
{
    public static void AddTo(OpcPackage package, Form form)
    {
        var properties = new StringBuilder();
        var number = 2;
        foreach (var (name, value) in FormMarks.Of(form))
            properties.Append($"<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{number++}\" name=\"{FormMark.Prefix}{name}\"><vt:lpwstr>{XmlText.Escape(value)}</vt:lpwstr></property>");
        package.Root.ToPart("custom-properties", "docProps/custom.xml");
        package.Add(
            "docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            WordForm.Pack($"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">{properties}</Properties>"));
    }
}
