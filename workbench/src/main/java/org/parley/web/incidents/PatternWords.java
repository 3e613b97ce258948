package org.parley.web.incidents;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Trigger;
import org.parley.model.guarantee.Guarantee.Voiding.Cause;
import org.parley.model.guarantee.IncidentPattern;

/// The kinds of incidents and the places that the guarantees of a case name.
record PatternWords(Set<String> kinds, Set<String> places) {

  static PatternWords of(CaseView view) {
    List<IncidentPattern> all = view.guarantees().stream().flatMap(PatternWords::patterns).toList();
    return new PatternWords(
        all.stream()
            .flatMap(each -> each.kinds().stream())
            .collect(Collectors.toCollection(TreeSet::new)),
        all.stream()
            .flatMap(each -> each.places().stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Stream<IncidentPattern> patterns(Guarantee guarantee) {
    return Stream.of(
            patterns(guarantee.trigger()),
            guarantee.ladder().stream()
                .map(Guarantee.Response::ifContinued)
                .flatMap(Stream::ofNullable)
                .map(Guarantee.Continued::incidents),
            guarantee.voiding().stream()
                .map(Guarantee.Voiding::cause)
                .flatMap(
                    each ->
                        each instanceof Cause.Happens(IncidentPattern pattern)
                            ? Stream.of(pattern)
                            : Stream.empty()))
        .flatMap(each -> each);
  }

  private static Stream<IncidentPattern> patterns(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) -> Stream.of(pattern);
      case Trigger.Repeated repeated -> Stream.of(repeated.incidents());
      case Trigger.Combined(List<IncidentPattern> patterns, _) -> patterns.stream();
      case Trigger.Either(List<Trigger> any) -> any.stream().flatMap(PatternWords::patterns);
    };
  }
}
