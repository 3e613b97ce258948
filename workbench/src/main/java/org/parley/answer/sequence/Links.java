package org.parley.answer.sequence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.wording.SequenceWording;

/// Chains of clauses as text and as JSON.
record Links(SequenceWording words) {

  /// A line a link: the bound and why it holds.
  String text(List<Loop.Link> links, String indent) {
    StringBuilder text = new StringBuilder();
    for (Loop.Link link : links) {
      text.append(indent).append(words.link(link)).append('\n');
    }
    return text.toString();
  }

  List<Map<String, Object>> json(List<Loop.Link> links) {
    return links.stream().map(this::json).toList();
  }

  private Map<String, Object> json(Loop.Link link) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", name(link.from()));
    json.put("to", name(link.to()));
    json.put("atMost", link.atMost());
    if (link.reason() instanceof Loop.Reason.Demanded demanded) {
      json.put("demand", demanded.demand().value());
    }
    json.put("words", words.bound(link));
    return json;
  }

  static String name(Moment moment) {
    return switch (moment) {
      case Moment.Origin _ -> "origin";
      case Moment.Read read -> read.term().value();
      case Moment.At at -> at.step().value();
    };
  }

  static String phase(Moment.At moment) {
    return moment.phase() == Moment.Phase.START ? "start" : "end";
  }

  static Map<String, String> readings(Map<TermId, String> readings) {
    Map<String, String> json = new LinkedHashMap<>();
    readings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(TermId::value)))
        .forEach(each -> json.put(each.getKey().value(), each.getValue()));
    return json;
  }
}
