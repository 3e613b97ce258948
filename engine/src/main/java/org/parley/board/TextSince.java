package org.parley.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.parley.acts.ActLedger;
import org.parley.board.word.PreparedClaim;
import org.parley.model.cases.CaseView;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Subject;

/// The moments before which statements were made of another text: one that was rejected and
/// replaced.
///
/// The replacement of a whole ends what was said of that whole, also for its parts. It leaves what
/// was said of a part that is an instrument of its own.
final class TextSince {

  private final Hierarchy hierarchy;
  private final Map<InstrumentId, Long> replaced = new HashMap<>();

  TextSince(CaseView view, Hierarchy hierarchy, ActLedger acts) {
    this.hierarchy = hierarchy;
    view.instruments()
        .forEach(
            each ->
                acts.replacementOf(each.id())
                    .ifPresent(
                        version ->
                            replaced.put(each.id(), version.date().earliest().getEpochSecond())));
  }

  /// By statement on a subject, that moment in seconds.
  ToLongFunction<PreparedClaim> of(Subject subject) {
    if (replaced.isEmpty()) {
      return _ -> Long.MIN_VALUE;
    }
    Map<Subject, Long> since = since(subject);
    return word -> {
      for (Map.Entry<Subject, Long> each : since.entrySet()) {
        if (word.claim.about().contains(each.getKey())) {
          return each.getValue();
        }
      }
      return Long.MIN_VALUE;
    };
  }

  /// By the subject of a statement, the narrowest first.
  private Map<Subject, Long> since(Subject subject) {
    Map<Subject, Long> since = new LinkedHashMap<>();
    List<Subject> chain = new ArrayList<>(List.of(subject));
    chain.addAll(hierarchy.wholesOf(subject));
    List<Subject> within = new ArrayList<>();
    long latest = Long.MIN_VALUE;
    for (Subject each : chain) {
      within.add(each);
      if (each instanceof InstrumentId id) {
        latest = Math.max(latest, replaced.getOrDefault(id, Long.MIN_VALUE));
      }
      if (each instanceof InstrumentId || each instanceof Subject.Whole) {
        for (Subject part : within) {
          since.put(part, latest);
        }
        within.clear();
      }
    }
    return since;
  }
}
