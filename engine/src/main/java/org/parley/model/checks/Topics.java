package org.parley.model.checks;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.text.TopicCode;

/// Validates topic codes of points, options, steps and the class of comparison.
final class Topics {

  private Topics() {}

  /// Reports each text that is no code.
  ///
  /// @param path where the codes stand in the record
  static void check(RecordsUnderCheck records, int index, List<String> path, List<String> topics) {
    for (int i = 0; i < topics.size(); i++) {
      if (!TopicCode.isOne(topics.get(i))) {
        List<String> item = new ArrayList<>(path);
        item.add(Integer.toString(i));
        records.report(index, item, Rule.Plain.NOT_A_TOPIC_CODE, topics.get(i));
      }
    }
  }
}
