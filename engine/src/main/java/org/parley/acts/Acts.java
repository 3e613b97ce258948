package org.parley.acts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.ActSubject;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Point;

/// The acts of a view, independent of the day.
public final class Acts {

  private static final int LONGEST_ID = 64;

  private final CaseView view;
  private final List<RecordedAct> inOrder;

  /// The ids given to acts of earlier case files.
  private final Set<String> given = new HashSet<>();

  /// By object, the acts of it, by date.
  private final Map<ActSubject, List<RecordedAct>> bySubject = new HashMap<>();

  /// By act, the claims that confirm or deny it.
  private final Map<ActId, List<Claim>> claims = new HashMap<>();

  private Acts(CaseView view) {
    this.view = view;
    List<RecordedAct> all = new ArrayList<>();
    for (Act act : view.acts()) {
      all.add(new RecordedAct(act, act.id(), doers(act)));
    }
    for (Instrument instrument : view.instruments()) {
      for (int i = 0; i < instrument.status().size(); i++) {
        InstrumentEvent event = instrument.status().get(i);
        if (!event.expected()) {
          Act act = act(instrument, i, event);
          all.add(new RecordedAct(act, instrument.id(), doers(act)));
        }
      }
    }
    for (Step step : view.steps()) {
      Edtf happened = step.happened();
      if (happened != null) {
        all.add(new RecordedAct(act(step, happened), step.id(), step.by()));
      }
    }
    all.sort(
        Comparator.comparing((RecordedAct each) -> each.act().date())
            .thenComparing(each -> each.act().id()));
    this.inOrder = List.copyOf(all);
    arrange();
    for (Claim claim : view.claims()) {
      if (claim.asserts() instanceof Assertion.Confirmed
          || claim.asserts() instanceof Assertion.Denied) {
        claim
            .about()
            .forEach(
                subject -> {
                  if (subject instanceof ActId act) {
                    claims.computeIfAbsent(act, _ -> new ArrayList<>()).add(claim);
                  }
                });
      }
    }
  }

  /// Some of the acts.
  private Acts(Acts all, Set<RecordedAct> kept) {
    this.view = all.view;
    this.inOrder = all.inOrder.stream().filter(kept::contains).toList();
    this.claims.putAll(all.claims);
    arrange();
  }

  private void arrange() {
    for (RecordedAct each : inOrder) {
      each.act()
          .of()
          .forEach(of -> bySubject.computeIfAbsent(of, _ -> new ArrayList<>()).add(each));
    }
  }

  /// The acts of `view`.
  public static Acts of(CaseView view) {
    return new Acts(view);
  }

  /// Every act, by date.
  public List<RecordedAct> inOrder() {
    return inOrder;
  }

  /// The acts of some objects, those that correct them and those that they correct, and so on.
  ///
  /// Cost: linear in the acts, times the longest chain of corrections.
  public Acts about(Predicate<ActSubject> objects) {
    Set<RecordedAct> kept = new HashSet<>();
    Set<ActId> corrected = new HashSet<>();
    int before = -1;
    while (kept.size() > before) {
      before = kept.size();
      for (RecordedAct each : inOrder) {
        Act act = each.act();
        if (act.of().stream().anyMatch(objects)
            || corrected.contains(act.id())
            || !Collections.disjoint(act.supersedes(), corrected)) {
          kept.add(each);
          corrected.add(act.id());
          corrected.addAll(act.supersedes());
        }
      }
    }
    return new Acts(this, kept);
  }

  /// The acts done by the day, as known on the day of knowledge.
  public ActLedger at(AsOf asOf) {
    return new ActLedger(view, this, asOf);
  }

  /// Whether an act concerned a point, if it concerned its instrument: the version it was of
  /// contains the point.
  public boolean concerns(RecordedAct recorded, Point point) {
    Instrument instrument = view.get(point.instrument());
    InstrumentVersion version = version(instrument, recorded.act());
    return version == null
        || recorded.act().of().contains(point.id())
        || view.isInVersion(point, version.version());
  }

  /// A text on a day: an act of it, or a version.
  ///
  /// @param day the day by which it was there
  /// @param known the day by which it was known
  public record TextDay(LocalDate day, LocalDate known) {}

  /// When a point was in a text: the acts of it, the versions with it, and the acts of its
  /// instrument that concern it.
  public List<TextDay> texts(Point point) {
    List<TextDay> all = new ArrayList<>();
    for (InstrumentVersion each : view.get(point.instrument()).versions()) {
      if (view.isInVersion(point, each.version())) {
        all.add(new TextDay(each.date().latestDay(), each.knownOrDated().latestDay()));
      }
    }
    Stream.concat(
            bySubject.getOrDefault(point.id(), List.of()).stream(),
            bySubject.getOrDefault(point.instrument(), List.of()).stream()
                .filter(each -> concerns(each, point)))
        .forEach(each -> all.add(new TextDay(each.doneBy(), each.act().knownOrDone().latestDay())));
    return all;
  }

  /// Everything that happened, with all knowledge.
  public ActLedger everything() {
    return at(AsOf.of(LocalDate.MAX));
  }

  /// The claims that confirm or deny an act, by date.
  List<Claim> claimsOf(ActId act) {
    return claims.getOrDefault(act, List.of());
  }

  /// Those who did an act. A signature that names nobody is by all signatories.
  private List<PartyId> doers(Act act) {
    boolean isOfAll =
        act.kind() == ActKind.SIGNED
            || act.kind() == ActKind.INITIALLED
            || act.kind() == ActKind.ADOPTED;
    if (!act.by().isEmpty() || !isOfAll) {
      return act.by();
    }
    return act.of().stream()
        .filter(InstrumentId.class::isInstance)
        .flatMap(each -> view.get((InstrumentId) each).signatories().stream())
        .distinct()
        .toList();
  }

  /// The version of an instrument that an act concerns; null if it has none. By default, it is the
  /// version of the day of the act.
  public static @Nullable InstrumentVersion version(Instrument instrument, Act act) {
    InstrumentVersion of = null;
    for (InstrumentVersion each : instrument.versions()) {
      if (act.version() != null) {
        of = each.version().equals(act.version()) ? each : of;
      } else if (of == null || !act.date().isBefore(each.date())) {
        of = each;
      }
    }
    return of;
  }

  private Act act(Instrument instrument, int number, InstrumentEvent event) {
    return act(
        id(instrument.id(), ".event-" + number),
        kind(event.event()),
        event.date(),
        event.known(),
        event.by(),
        instrument.id(),
        event.source(),
        instrument.visibility());
  }

  private Act act(Step step, Edtf happened) {
    return act(
        id(step.id(), ".happened"),
        ActKind.PERFORMED,
        happened,
        null,
        step.by(),
        step.id(),
        step.source(),
        step.visibility());
  }

  private static Act act(
      ActId id,
      ActKind kind,
      Edtf date,
      @Nullable Edtf known,
      List<PartyId> by,
      ActSubject of,
      List<SourceId> source,
      Visibility visibility) {
    return Act.of(id, kind, date, known, by, List.of(of), source, visibility);
  }

  /// An id that no record has, for an act of an earlier case file.
  private ActId id(Id record, String end) {
    String start = record.value();
    for (int i = 0; ; i++) {
      String whole = (i == 0 ? "" : "." + i) + end;
      String id = start.substring(0, Math.min(start.length(), LONGEST_ID - whole.length())) + whole;
      if (view.find(id).isEmpty() && given.add(id)) {
        return new ActId(id);
      }
    }
  }

  /// The act that an event of an earlier case file was.
  public static ActKind kind(InstrumentStatus event) {
    return switch (event) {
      case DRAFTED -> ActKind.DRAFTED;
      case FINALISED -> ActKind.FINALISED;
      case INITIALLED -> ActKind.INITIALLED;
      case SIGNED -> ActKind.SIGNED;
      case RATIFIED -> ActKind.RATIFIED;
      case PROVISIONALLY_APPLIED -> ActKind.PROVISIONALLY_APPLIED;
      case IN_FORCE -> ActKind.ENTERED_INTO_FORCE;
      case ACTIVATED -> ActKind.ACTIVATED;
      case SUSPENDED -> ActKind.SUSPENDED;
      case TERMINATED -> ActKind.TERMINATED;
    };
  }
}
