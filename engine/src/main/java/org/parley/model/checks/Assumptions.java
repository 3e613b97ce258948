package org.parley.model.checks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a record says it assumed: the names of its keys, each with a reason.
final class Assumptions {

  private Assumptions() {}

  static void check(
      Examined records, int index, Class<? extends Record> kind, Map<String, String> assumed) {
    List<String> keys =
        Arrays.stream(kind.getRecordComponents()).map(each -> each.getName()).toList();
    assumed.forEach(
        (key, reason) -> {
          if (!keys.contains(key)) {
            records.report(
                index,
                List.of("assumed", key),
                "a " + kind.getSimpleName().toLowerCase(Locale.ROOT) + " has no such key",
                key,
                Spelling.nearest(key, keys)
                    .map(name -> "Maybe you meant \"" + name + "\"")
                    .orElse("Maybe name the key whose value was assumed"));
          } else if (reason.isBlank()) {
            records.report(
                index, List.of("assumed", key), "no reason", key, "Maybe say why it was assumed");
          }
        });
  }
}
