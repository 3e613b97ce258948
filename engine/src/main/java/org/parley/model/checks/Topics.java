package org.parley.model.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Validates topic codes of points, options and steps.
final class Topics {

  private static final Pattern TOPIC = Pattern.compile("[A-Z][A-Za-z]{1,11}");

  private Topics() {}

  /// Reports each text that is no code.
  ///
  /// @param path where the codes stand in the record
  static void check(RecordsUnderCheck records, int index, List<String> path, List<String> topics) {
    for (int i = 0; i < topics.size(); i++) {
      if (!TOPIC.matcher(topics.get(i)).matches()) {
        List<String> item = new ArrayList<>(path);
        item.add(Integer.toString(i));
        records.report(index, item, Rule.Plain.NOT_A_TOPIC_CODE, topics.get(i));
      }
    }
  }
}
