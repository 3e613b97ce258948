package org.parley.model.checks;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.parley.model.Id;

/// A problem in one line: `claims.0: no-such-id(claim c9, false) [c9] ~ c1`, where `c1` was
/// probably meant.
final class Told {

  private Told() {}

  static String of(CaseViolation problem) {
    return String.join(".", problem.path())
        + ": "
        + of(problem.rule())
        + " ["
        + problem.value()
        + "]"
        + (problem.meant() == null ? "" : " ~ " + problem.meant());
  }

  private static String of(Rule rule) {
    if (!(rule instanceof Record record)) {
      return rule.code();
    }
    List<String> arguments = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = References.get(component, record);
      arguments.add(value instanceof Id id ? id.kind() + " " + id : String.valueOf(value));
    }
    return rule.code() + "(" + String.join(", ", arguments) + ")";
  }
}
