package org.parley.model.checks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.parley.model.CaseRecord;

/// The keys that a record marks as assumed, each with a reason.
final class Assumptions {

  private Assumptions() {}

  static void check(
      RecordsUnderCheck records, int index, CaseRecord record, Map<String, String> assumed) {
    List<String> keys =
        Arrays.stream(record.getClass().getRecordComponents()).map(each -> each.getName()).toList();
    assumed.forEach(
        (key, reason) -> {
          if (!keys.contains(key)) {
            records.report(
                index,
                List.of("assumed", key),
                new Rule.UnknownKeyAssumed(record.id()),
                key,
                Spelling.nearest(key, keys).orElse(null));
          } else if (reason.isBlank()) {
            records.report(index, List.of("assumed", key), Rule.Plain.ASSUMED_WITHOUT_REASON, key);
          }
        });
  }
}
