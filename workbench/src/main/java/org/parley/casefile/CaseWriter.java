package org.parley.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.RecordText;
import org.parley.casefile.shape.Shape;
import org.parley.casefile.yaml.QuotedKeys;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;

/// Writes a whole case as readable YAML: one file for the header, one per kind of record, records
/// by id. Equal cases give equal texts, which read back as an equal case. Cost: linear in the case.
public final class CaseWriter {

  /// A file that exceeds this is continued in another; well below the limit for one file.
  private static final int FILE_LENGTH = 4 << 20;

  private CaseWriter() {}

  /// The files of a case: names with their texts.
  public static Map<String, String> write(Case contents) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("case.yaml", Kinds.HEADER + ":\n" + CaseFormat.stated(text(contents.info())));
    Kinds.records().forEach((key, shape) -> records(files, contents, key, shape));
    files.replaceAll((_, text) -> QuotedKeys.in(text));
    return files;
  }

  private static void records(
      Map<String, String> files, Case contents, String key, Shape.Structure shape) {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (CaseRecord each : contents.records()) {
      if (!Kinds.keyOf(each).equals(key)) {
        continue;
      }
      text.append(text.isEmpty() ? key + ":\n" : "\n");
      text.append(RecordText.item(shape, each, 2));
      if (text.length() > FILE_LENGTH) {
        files.put(fileName(key, number++), text.toString());
        text.setLength(0);
      }
    }
    if (!text.isEmpty()) {
      files.put(fileName(key, number), text.toString());
    }
  }

  private static String fileName(String key, int number) {
    return number == 1 ? key + ".yaml" : key + "-" + number + ".yaml";
  }

  /// A record as an item of the list of its kind, indented by two; a file quotes keys such as `on`,
  /// see [QuotedKeys].
  public static String text(CaseRecord record) {
    Shape.Structure shape = Objects.requireNonNull(Kinds.records().get(keyOf(record)));
    return RecordText.item(shape, record, 2);
  }

  /// The header as it stands below its key, indented by two.
  public static String text(CaseInfo info) {
    StringBuilder text = new StringBuilder();
    RecordText.structure(text, Kinds.header(), info, 2);
    return text.toString();
  }

  /// The plural keys of all kinds of records, in the order of the model.
  public static List<String> keys() {
    return List.copyOf(Kinds.records().keySet());
  }

  /// The plural key of the kind of this record: `claims` for a claim.
  public static String keyOf(CaseRecord record) {
    return Kinds.keyOf(record);
  }
}
