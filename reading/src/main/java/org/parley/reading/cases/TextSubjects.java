package org.parley.reading.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.CaseView;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.reading.cases.SubjectFinder.Found;

/// The subjects of one text, in the order of its proposals. "The document" is the instrument that
/// the text has spoken of most so far, and of several the last one. Not thread-safe.
final class TextSubjects {

  /// Nothing in the words themselves tells which document is meant.
  private static final int FIT_OF_PAPER = 45;

  private final CaseView view;
  private final SubjectFinder subjects;
  private final Map<InstrumentId, Integer> named = new HashMap<>();
  private @Nullable InstrumentId document;

  TextSubjects(CaseView view, SubjectFinder subjects) {
    this.view = view;
    this.subjects = subjects;
  }

  /// The best subjects of some words; empty if none fits well enough.
  List<Found> find(String words) {
    List<Found> found = subjects.find(words);
    if (found.isEmpty()) {
      return spokenOf(words).map(each -> new Found(each, FIT_OF_PAPER)).stream().toList();
    }
    remember(found.getFirst().subject());
    return found;
  }

  /// The instrument that some words name; empty if they name none.
  Optional<InstrumentId> instrument(String words) {
    Optional<InstrumentId> found = subjects.instrument(words);
    found.ifPresent(this::remember);
    return found.or(() -> spokenOf(words));
  }

  private Optional<InstrumentId> spokenOf(String words) {
    return subjects.isPaper(words) ? Optional.ofNullable(document) : Optional.empty();
  }

  private void remember(Subject subject) {
    switch (subject) {
      case InstrumentId instrument -> count(instrument);
      case PointId point -> view.find(point).map(Point::instrument).ifPresent(this::count);
      default -> {
        // the whole is no document, and a component belongs to one that was named
      }
    }
  }

  private void count(InstrumentId instrument) {
    int times = named.merge(instrument, 1, Integer::sum);
    if (document == null || times >= named.getOrDefault(document, 0)) {
      document = instrument;
    }
  }
}
