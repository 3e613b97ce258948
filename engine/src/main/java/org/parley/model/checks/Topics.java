package org.parley.model.checks;

import java.util.List;
import java.util.regex.Pattern;

/// Validates topic codes of points and steps.
final class Topics {

  private static final Pattern TOPIC = Pattern.compile("[A-Z][A-Za-z]{1,11}");

  private Topics() {}

  static void check(RecordsUnderCheck records, int index, List<String> topics) {
    for (int i = 0; i < topics.size(); i++) {
      if (!TOPIC.matcher(topics.get(i)).matches()) {
        records.report(
            index,
            List.of("topics", Integer.toString(i)),
            Rule.Plain.NOT_A_TOPIC_CODE,
            topics.get(i));
      }
    }
  }
}
