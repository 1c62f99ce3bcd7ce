using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.OfficeFiles;

/// <summary>One control and one value: what changes in the part, by the kind of control.</summary>
internal static class ControlFilling
{
    /// <summary>That the value is none that the control can hold.</summary>
    public static readonly BilingualText Unfit = new("ไม่ตรงชนิด", "does not fit");

    private static readonly BilingualText NoPlaceForText = new("คร่อมทั้งแถวหรือมีตารางอยู่ภายใน", "spans whole rows or holds a table");

    /// <summary>Puts the value in.</summary>
    /// <returns>Why it can't be; <see langword="null"/> where it is.</returns>
    public static BilingualText? Put(FormControl control, FieldValue value, Splices splices, PartPictures pictures) => control.Kind switch
    {
        { Name: "checkbox" } box when value is FieldNothing => PutTick(control, box, isTicked: false, splices),
        { Name: not "picture" } when value is FieldNothing => PutText(control, value.Text, splices),
        { Name: "date" } date => value is FieldDay day ? PutDay(control, date, day, splices) : Unfit,
        { Name: "checkbox" } box => value is FieldTick tick ? PutTick(control, box, tick.IsTicked, splices) : Unfit,
        { Name: "dropDownList" } list => Choice(list, value.Text) is { } choice ? PutText(control, choice, splices) : Unfit,
        { Name: "comboBox" } list => value is FieldPicture ? Unfit : PutText(control, Choice(list, value.Text) ?? value.Text, splices),
        { Name: "picture" } => value is FieldPicture picture ? PutPicture(control, picture, splices, pictures) : Unfit,
        _ => value is FieldPicture or FieldRows ? Unfit : PutText(control, value.Text, splices),
    };

    /// <summary>What a kind of control is called.</summary>
    public static BilingualText KindOf(FormControl control) => control.Kind?.Name switch
    {
        "date" => new("ช่องวันที่", "a date control"),
        "checkbox" => new("ช่องทำเครื่องหมาย", "a check box"),
        "dropDownList" or "comboBox" => new("รายการตัวเลือก", "a list of choices"),
        "picture" => new("ช่องภาพ", "a picture control"),
        _ => new("ช่องข้อความ", "a text control"),
    };

    private static BilingualText? PutDay(FormControl control, MarkedElement date, FieldDay day, Splices splices)
    {
        var attribute = $" {date.Prefix}fullDate=\"{day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00Z\"";
        var known = date.Attributes.FirstOrDefault(a => a.Key == $"{date.Prefix}fullDate");
        if (known.Key is not null) splices.Put(known.From, known.To, attribute);
        else splices.Put(date.Start + 1 + date.Prefix.Length + date.Name.Length, date.Start + 1 + date.Prefix.Length + date.Name.Length, attribute);
        return PutText(control, day.Text, splices);
    }

    private static BilingualText? PutTick(FormControl control, MarkedElement box, bool isTicked, Splices splices)
    {
        var state = box.Child(isTicked ? "checkedState" : "uncheckedState");
        var (code, font) = (state?["val"] ?? (isTicked ? "2612" : "2610"), state?["font"] ?? "");
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sign) || sign is < 0x20 or > 0xFFFD || char.IsSurrogate((char)sign)) return Unfit;
        var mark = box.Child("checked") is { } known ? known : null;
        var wanted = $"<{box.Prefix}checked {box.Prefix}val=\"{(isTicked ? 1 : 0)}\"/>";
        if (mark is not null) splices.Put(mark.Start, mark.End, wanted);
        else if (box.OpenEnd < box.CloseStart) splices.Put(box.OpenEnd, box.OpenEnd, wanted);
        else splices.Put(box.Start, box.End, $"<{box.Prefix}checkbox>{wanted}</{box.Prefix}checkbox>");
        var w = control.Content.Prefix;
        // Fonts of signs have codes of their own, which are no text.
        var drawn = font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font == "Symbol"
            ? $"<{w}sym {w}font=\"{font}\" {w}char=\"{sign:X4}\"/>"
            : $"<{w}t>{(char)sign}</{w}t>";
        return PutRuns(control, [$"<{w}r>{control.Face}{drawn}</{w}r>"], splices);
    }

    private static string? Choice(MarkedElement list, string wanted) => list.Children.Where(c => c.Name == "listItem")
        .Select(c => (Shown: c["displayText"] ?? c["value"] ?? "", Value: c["value"] ?? ""))
        .Where(c => Same(c.Shown, wanted) || Same(c.Value, wanted)).Select(c => c.Shown).FirstOrDefault();

    private static bool Same(string one, string other) =>
        string.Equals(ThaiNumerals.ToArabic(one).Trim(), ThaiNumerals.ToArabic(other).Trim(), StringComparison.OrdinalIgnoreCase) && other.Trim().Length > 0;

    private static BilingualText? PutText(FormControl control, string text, Splices splices)
    {
        var (w, lines) = (control.Content.Prefix, text.ReplaceLineEndings("\n").Split('\n'));
        if (control.Kind is { } plain && !(plain.Name == "text" && (plain["multiLine"] is "1" or "true"))) lines = [string.Join(' ', lines)];
        return PutRuns(control, control.Kind is null ? [.. lines.Select(line => Run([line]))] : [Run(lines)], splices);

        string Run(string[] parts)
        {
            var run = new StringBuilder($"<{w}r>{control.Face}");
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0) run.Append(CultureInfo.InvariantCulture, $"<{w}br/>");
                run.Append(CultureInfo.InvariantCulture, $"<{w}t xml:space=\"preserve\">{XmlText.Escape(parts[i])}</{w}t>");
            }
            return run.Append(CultureInfo.InvariantCulture, $"</{w}r>").ToString();
        }
    }

    /// <summary>Runs in the place of what the control holds, each in a paragraph like the first where it holds paragraphs.</summary>
    private static BilingualText? PutRuns(FormControl control, string[] runs, Splices splices)
    {
        var content = control.Content;
        var holder = content.Child("tc") ?? content;
        if (content.Child("tr") is not null || content.Children.Count(c => c.Name == "tc") > 1) return NoPlaceForText;
        var paragraphs = holder.Children.Where(c => c.Name == "p").ToList();
        if (paragraphs.Count == 0)
        {
            if (holder != content || holder.Child("tbl") is not null) return NoPlaceForText;
            var inner = string.Join($"<{content.Prefix}r><{content.Prefix}br/></{content.Prefix}r>", runs);
            if (content.OpenEnd < content.CloseStart) splices.Put(content.OpenEnd, content.CloseStart, inner);
            else splices.Put(content.Start, content.End, $"<{content.Prefix}sdtContent>{inner}</{content.Prefix}sdtContent>");
            return null;
        }
        if (holder.Children.Any(c => c.Name == "tbl")) return NoPlaceForText;
        var (first, w) = (paragraphs[0], content.Prefix);
        var look = first.Child("pPr")?.Letters.ToString() ?? "";
        var made = string.Concat(runs.Select((run, i) => $"{(i == 0 && first.OpenEnd < first.CloseStart ? first.Part[first.Start..first.OpenEnd] : $"<{w}p>")}{look}{run}</{w}p>"));
        splices.Put(first.Start, paragraphs[^1].End, made);
        return null;
    }

    /// <summary>The picture in the place of the one there, as large as fits into it.</summary>
    private static BilingualText? PutPicture(FormControl control, FieldPicture value, Splices splices, PartPictures pictures)
    {
        var inside = control.Content.Descendants().ToList();
        if (inside.Find(e => e.Name == "blip") is not { } blip || PictureSize.Read(value.Picture.AsSpan()) is not { } size) return Unfit;
        var embed = blip.Attributes.FirstOrDefault(a => a.Key.EndsWith(":embed", StringComparison.Ordinal));
        if (embed.Key is null) return Unfit;
        splices.Put(embed.From, embed.To, $" {embed.Key}=\"{pictures.Add(value.Picture, size)}\"");
        foreach (var extent in inside.Where(e => e.Name == "extent" || e is { Name: "ext", Parent.Name: "xfrm" }))
        {
            if (!long.TryParse(extent["cx"], out var cx) || !long.TryParse(extent["cy"], out var cy) || cx <= 0 || cy <= 0) continue;
            var high = Math.Min(cy, cx * size.Height / size.Width);
            var wide = Math.Max(1, Math.Min(cx, high * size.Width / size.Height));
            foreach (var (key, _, from, to) in extent.Attributes)
                if (key is "cx" or "cy") splices.Put(from, to, $" {key}=\"{(key == "cx" ? wide : Math.Max(high, 1)).ToString(CultureInfo.InvariantCulture)}\"");
        }
        if (inside.Find(e => e.Name == "srcRect") is { } crop) splices.Put(crop.Start, crop.End, "");
        if (inside.Find(e => e.Name == "docPr") is { } words)
        {
            var known = words.Attributes.FirstOrDefault(a => a.Key == "descr");
            var at = known.Key is not null ? (known.From, known.To) : (words.Start + 1 + words.Prefix.Length + words.Name.Length, words.Start + 1 + words.Prefix.Length + words.Name.Length);
            splices.Put(at.Item1, at.Item2, $" descr=\"{XmlText.Escape(value.Text)}\"");
        }
        return null;
    }
}
