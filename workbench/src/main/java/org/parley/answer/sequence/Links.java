package org.parley.answer.sequence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.wording.SequenceWording;

/// Chains of clauses as text and as answers.
record Links(SequenceWording words) {

  /// A line a link: the bound and why it holds.
  String text(List<Loop.Link> links, String indent) {
    StringBuilder text = new StringBuilder();
    for (Loop.Link link : links) {
      text.append(indent).append(words.link(link)).append('\n');
    }
    return text.toString();
  }

  /// A bound of a clause, or of the calendar, between two moments.
  ///
  /// @param atMost how much later `to` may be than `from`
  /// @param demand absent where no demand says so
  /// @param recessOf the body whose recess says so; absent where none does
  public record ClauseLink(
      String from,
      String to,
      long atMost,
      @Nullable DemandId demand,
      @Nullable PartyId recessOf,
      String words) {}

  List<ClauseLink> list(List<Loop.Link> links) {
    return links.stream()
        .map(
            link ->
                new ClauseLink(
                    name(link.from()),
                    name(link.to()),
                    link.atMost(),
                    link.reason() instanceof Loop.Reason.Demanded demanded
                        ? demanded.demand()
                        : null,
                    link.reason() instanceof Loop.Reason.Recess recess
                        ? words.problem().recesses().get(recess.index()).body()
                        : null,
                    words.boundOfConflict(link)))
        .toList();
  }

  static String name(Moment moment) {
    return switch (moment) {
      case Moment.Origin _ -> "origin";
      case Moment.Read read -> read.term().value();
      case Moment.At at -> at.step().value();
    };
  }

  static Map<String, String> readings(Map<TermId, String> readings) {
    Map<String, String> json = new LinkedHashMap<>();
    readings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(TermId::value)))
        .forEach(each -> json.put(each.getKey().value(), each.getValue()));
    return json;
  }
}
