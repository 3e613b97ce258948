package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.acts.Acts;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.RecordedAct;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.act.ActId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.outlook.ExpectedEvent.EventFate;

/// Expectations met and missed, against the states of every day, over generated cases.
@NullMarked
class ScoredWordsLawTest {

  private static final int CASES = 200;
  private static final AsOf DAY = AsOf.of(LocalDate.of(2025, 10, 1));

  /// Whether an instrument had entered into force, or ended, on some day until this one.
  private static boolean wasReached(
      CaseView view, InstrumentId instrument, InstrumentStatus event, LocalDate by) {
    Acts acts = Acts.of(view);
    Set<LocalDate> days = new TreeSet<>();
    acts.inOrder().stream().map(RecordedAct::doneBy).forEach(days::add);
    Set<InstrumentPhase> reached = new HashSet<>();
    for (LocalDate day : days) {
      if (!day.isAfter(by) && !day.isAfter(DAY.date())) {
        reached.add(acts.at(new AsOf(day, DAY.knownAt())).stateOf(instrument).phase());
      }
    }
    return switch (event) {
      case IN_FORCE ->
          reached.contains(InstrumentPhase.IN_FORCE) || reached.contains(InstrumentPhase.SUSPENDED);
      case TERMINATED -> reached.contains(InstrumentPhase.TERMINATED);
      default -> throw new IllegalArgumentException("not compared: " + event);
    };
  }

  private static Set<InstrumentId> concerned(CaseView view, ExpectedEvent event) {
    Set<InstrumentId> concerned = new HashSet<>();
    for (Subject subject : event.claim().about()) {
      switch (subject) {
        case InstrumentId id -> concerned.add(id);
        case PointId id -> concerned.add(view.get(id).instrument());
        case ComponentId id -> concerned.add(view.pointOf(id).instrument());
        case ActId _ -> {}
        case Subject.Whole _ ->
            view.instruments().stream().map(Instrument::id).forEach(concerned::add);
      }
    }
    return concerned;
  }

  @Test
  void metIsWhatTheStatesOfTheDaysSay() {
    int compared = 0;
    int met = 0;
    for (long seed = 0; seed < CASES; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      for (ExpectedEvent each : ScoredWords.of(view, DAY).events()) {
        if (each.event() != InstrumentStatus.IN_FORCE
            && each.event() != InstrumentStatus.TERMINATED) {
          continue;
        }
        boolean inTime =
            concerned(view, each).stream()
                .allMatch(id -> wasReached(view, id, each.event(), each.by().latestDay()));
        assertEquals(inTime, each.fate() == EventFate.MET, "seed " + seed + ", " + each);
        met += inTime ? 1 : 0;
        compared++;
      }
    }
    assertTrue(compared > 50, "expectations compared: " + compared);
    assertTrue(met > 0, "expectations met: " + met);
  }
}
