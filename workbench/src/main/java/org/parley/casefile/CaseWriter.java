package org.parley.casefile;

import java.util.List;
import org.parley.model.CaseRecord;

/// Writes a whole case as YAML that reads well.
public final class CaseWriter {

  private CaseWriter() {}

  /// The plural keys of all kinds of records, in the order of the model.
  public static List<String> keys() {
    return List.copyOf(Kinds.records().keySet());
  }

  /// The plural key of the kind of this record: `claims` for a claim.
  public static String keyOf(CaseRecord record) {
    return Kinds.keyOf(record);
  }
}
