package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.casefile.shape.Descriptions;
import org.parley.casefile.shape.FlowText;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.shape.Shapes;
import org.parley.model.CaseInfo;
import org.parley.model.Id;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;

/// The reference of the case folder has a table for every record and choice, made from what the
/// reader itself follows, and its example has every key.
class CaseReferenceTest {

  private static final Path PAGE = Path.of("../docs/reference/case-folder.md");
  private static final Pattern TABLE =
      Pattern.compile("(?s)<!-- keys of ([a-z-]+) -->\\n(.*?)<!-- end -->");

  /// The tables, by the names of what they describe.
  private final Map<String, String> tables = new LinkedHashMap<>();

  /// `-Dgolden.update=true` writes the tables anew.
  @Test
  void theTablesAreThoseOfTheReader() throws IOException {
    makeTables();
    String page = Files.readString(PAGE);
    Matcher table = TABLE.matcher(page);
    StringBuilder expected = new StringBuilder();
    while (table.find()) {
      String made = tables.remove(table.group(1));
      assertTrue(made != null, "a table of nothing: " + table.group(1));
      table.appendReplacement(
          expected,
          Matcher.quoteReplacement(
              "<!-- keys of " + table.group(1) + " -->\n" + made + "<!-- end -->"));
    }
    table.appendTail(expected);
    assertEquals(Map.of(), tables, "without a table in " + PAGE);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, expected);
    } else {
      assertEquals(expected.toString(), page);
    }
  }

  @Test
  void theExampleHasEveryKey() throws IOException {
    makeTables();
    String example =
        Pattern.compile("(?s)```yaml case/[^\\n]*\\n(.*?)```")
            .matcher(Files.readString(PAGE))
            .results()
            .map(fence -> fence.group(1))
            .collect(Collectors.joining());
    String keys = String.join("", tables.values());
    List<String> missing =
        Pattern.compile("(?m)^\\| `(\\w+)` \\|(?! *one word)")
            .matcher(keys)
            .results()
            .map(key -> key.group(1))
            .distinct()
            .filter(key -> !Pattern.compile("\\b" + key + "\"?:").matcher(example).find())
            .toList();
    assertEquals(List.of(), missing);
  }

  private void makeTables() {
    StringBuilder top = new StringBuilder("| key | value | meaning |\n|---|---|---|\n");
    top.append(
        "| `case` | [case-info](#case-info) | " + Descriptions.of("case-file.case") + " |\n");
    tables.put("case-file", "");
    visit(Kinds.header());
    Kinds.records()
        .forEach(
            (key, shape) -> {
              top.append("| `" + key + "` | " + value(new Shape.Many(shape)) + " | ");
              top.append(Descriptions.of("case-file." + key)).append(" |\n");
              visit(shape);
            });
    tables.put("case-file", top.toString());
  }

  private void visit(Shape shape) {
    switch (shape) {
      case Shape.Structure structure -> {
        String name = Shapes.kebab(structure.type());
        if (tables.containsKey(name)) {
          return;
        }
        tables.put(name, "");
        StringBuilder table = new StringBuilder("| key | value | if absent | meaning |\n");
        table.append("|---|---|---|---|\n");
        if (structure.type() == CaseInfo.class) {
          table.append("| `format` | number | 1 | " + Descriptions.of(name, "format") + " |\n");
        }
        for (Shape.Key key : structure.keys()) {
          table.append("| `" + key.name() + "` | " + value(key.shape()) + " | " + absent(key));
          table.append(" | " + Descriptions.of(name, key.name()) + " |\n");
          visit(key.shape());
        }
        tables.put(name, table.toString());
      }
      case Shape.Union union -> {
        String name = Shapes.kebab(union.type());
        StringBuilder table = new StringBuilder("| form | value | meaning |\n|---|---|---|\n");
        for (Shape.Member member : union.members()) {
          table.append("| `" + member.name() + "` | ");
          table.append(
              switch (member.form()) {
                case WORD -> "one word";
                case BARE -> "one word or text by itself, without `" + member.name() + "`";
                case VALUE -> value(member.structure().keys().getFirst().shape());
                case MAP -> value(member.structure());
              });
          table.append(" | " + Descriptions.of(name, member.name()) + " |\n");
          if (member.form() == Shape.Form.MAP) {
            visit(member.structure());
          }
        }
        tables.put(name, table.toString());
      }
      case Shape.Many(Shape element) -> visit(element);
      case Shape.Table(_, Shape value) -> visit(value);
      default -> {}
    }
  }

  private static String absent(Shape.Key key) {
    if (key.required()) {
      return "**must be there**";
    }
    Object absent = key.absent();
    return absent == null || absent instanceof List || absent instanceof Map
        ? ""
        : "`" + FlowText.of(key.shape(), absent, false) + "`";
  }

  private static String value(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "text";
      case Shape.Localized _ -> "text, or a text for each language";
      case Shape.Whole _ -> "whole number";
      case Shape.Truth _ -> "`true` or `false`";
      case Shape.Word(_, Map<String, Object> values) ->
          values.keySet().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
      case Shape.Coded(Class<?> type, _) ->
          type == Edtf.class
              ? "date"
              : type == Share.class
                  ? "share"
                  : Id.class.isAssignableFrom(type)
                      ? "id of " + article(Shapes.kebab(type).replace("-id", ""))
                      : Shapes.kebab(type);
      case Shape.Reference reference ->
          reference.words().keySet().stream()
                  .map(word -> "`" + word + "` or ")
                  .collect(Collectors.joining())
              + "id of "
              + reference.ids().stream()
                  .map(type -> article(Shapes.kebab(type).replace("-id", "")))
                  .collect(Collectors.joining(", "));
      case Shape.Many(Shape.Coded(Class<?> type, _)) when Id.class.isAssignableFrom(type) ->
          "list of ids of " + plural(Shapes.kebab(type).replace("-id", ""));
      case Shape.Many(Shape.Reference element) -> "list, each " + value(element);
      case Shape.Many(Shape element) -> "list of " + value(element);
      case Shape.Table(Shape key, Shape each) -> "map from " + value(key) + " to " + value(each);
      case Shape.Structure structure -> link(Shapes.kebab(structure.type()));
      case Shape.Union union -> link(Shapes.kebab(union.type()));
    };
  }

  private static String plural(String name) {
    return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
  }

  private static String article(String name) {
    return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }

  private static String link(String name) {
    return "[" + name + "](#" + name + ")";
  }
}
