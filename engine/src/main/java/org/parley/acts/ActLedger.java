package org.parley.acts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.ActSubject;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Point;

/// The acts of a day, as known on a day of knowledge.
///
/// A superseded record stays, marked. Its correction counts by the same rule as acts: done by the
/// day, and known by the day of knowledge. A denied act still counts, and says who denies it.
public final class ActLedger {

  /// An act known by the day.
  ///
  /// @param recorded the act
  /// @param supersededBy the record that corrects it; null if it stands
  /// @param confirmedBy the claims that confirm it
  /// @param deniedBy the claims that deny it
  public record Entry(
      RecordedAct recorded,
      @Nullable ActId supersededBy,
      List<ClaimId> confirmedBy,
      List<ClaimId> deniedBy) {
    public Entry {
      confirmedBy = List.copyOf(confirmedBy);
      deniedBy = List.copyOf(deniedBy);
    }

    public Act act() {
      return recorded.act();
    }

    public boolean stands() {
      return supersededBy == null;
    }
  }

  private final CaseView view;
  private final Acts prepared;
  private final AsOf asOf;
  private final List<Entry> entries;
  private final Map<ActSubject, List<Entry>> standingBySubject;
  private final Map<ActId, Entry> standingById = new HashMap<>();

  /// By instrument, its state in the version of the day, once asked for.
  private final Map<InstrumentId, InstrumentState> states = new ConcurrentHashMap<>();

  /// By what was carried out, how far, once asked for.
  private final Map<ActSubject, Performance> performances = new ConcurrentHashMap<>();

  /// By instrument, those whose approval a step of ratification needs.
  private final Map<InstrumentId, Set<PartyId>> approvers = new HashMap<>();

  /// By party, its members.
  private final Map<PartyId, List<PartyId>> bodies = new HashMap<>();

  ActLedger(CaseView view, Acts acts, AsOf asOf) {
    this.view = view;
    this.prepared = acts;
    this.asOf = asOf;
    for (Step step : view.steps()) {
      InstrumentId instrument = step.instrument();
      if (instrument != null && step.event() == InstrumentStatus.RATIFIED) {
        approvers.computeIfAbsent(instrument, _ -> new LinkedHashSet<>()).addAll(step.by());
      }
    }
    view.parties().forEach(party -> bodies.put(party.id(), party.members()));
    List<RecordedAct> known = acts.inOrder().stream().filter(each -> each.isBy(asOf)).toList();
    Map<ActId, ActId> superseded = superseded(known);
    List<Entry> all = new ArrayList<>(known.size());
    for (RecordedAct each : known) {
      List<ClaimId> confirmedBy = new ArrayList<>();
      List<ClaimId> deniedBy = new ArrayList<>();
      for (Claim claim : acts.claimsOf(each.act().id())) {
        if (asOf.covers(claim)) {
          (claim.asserts() instanceof Assertion.Denied ? deniedBy : confirmedBy).add(claim.id());
        }
      }
      all.add(new Entry(each, superseded.get(each.act().id()), confirmedBy, deniedBy));
    }
    this.entries = List.copyOf(all);
    Map<ActSubject, List<Entry>> bySubject = new HashMap<>();
    for (Entry each : entries) {
      if (each.stands()) {
        standingById.putIfAbsent(each.act().id(), each);
        each.act()
            .of()
            .forEach(
                subject -> bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(each));
      }
    }
    bySubject.replaceAll((_, own) -> List.copyOf(own));
    this.standingBySubject = bySubject;
  }

  /// By superseded record, the first that corrects it. A correction that is itself corrected lets
  /// nothing stand again: what counts is the last record.
  private static Map<ActId, ActId> superseded(List<RecordedAct> known) {
    Map<ActId, ActId> superseded = new HashMap<>();
    for (RecordedAct each : known) {
      each.act().supersedes().forEach(id -> superseded.putIfAbsent(id, each.act().id()));
    }
    return superseded;
  }

  public AsOf asOf() {
    return asOf;
  }

  /// The acts of all days.
  public Acts prepared() {
    return prepared;
  }

  /// Every act known by the day, by date, superseded records included.
  public List<Entry> entries() {
    return entries;
  }

  /// The acts that stand of an instrument, point, step or guarantee, by date.
  public List<Entry> of(ActSubject subject) {
    return standingBySubject.getOrDefault(subject, List.of());
  }

  /// The version of an instrument on the day: the latest known by then; empty if it has none yet.
  public Optional<InstrumentVersion> versionOf(InstrumentId id) {
    InstrumentVersion latest = null;
    for (InstrumentVersion each : view.get(id).versions()) {
      if (isBy(each)) {
        latest = each;
      }
    }
    return Optional.ofNullable(latest);
  }

  private boolean isBy(InstrumentVersion version) {
    return version.date().isBy(asOf.date()) && version.knownOrDated().isBy(asOf.knownAt());
  }

  /// Whether an instrument was known by the day: by its own day of knowledge, or by an act of it.
  /// By default that is the day of its first version. One with neither is always known.
  public boolean isKnown(Instrument instrument) {
    Edtf since = instrument.known();
    if (since == null && instrument.versions().isEmpty()) {
      return true;
    }
    boolean isKnown =
        since == null
            ? versionOf(instrument.id()).isPresent()
            : since.isBy(asOf.date()) && since.isBy(asOf.knownAt());
    return isKnown || standingBySubject.containsKey(instrument.id());
  }

  /// The act that is on record under an id, if it stands.
  public Optional<Entry> find(ActId id) {
    return Optional.ofNullable(standingById.get(id));
  }

  /// The act that corrects another; empty if that one stands, or is not known yet. Cost: linear in
  /// the acts.
  public Optional<ActId> correctionOf(ActId id) {
    return entries.stream()
        .filter(each -> each.act().id().equals(id) && each.supersededBy() != null)
        .findFirst()
        .map(Entry::supersededBy);
  }

  /// Whether the version of the day contains a point. Before the first version, all points of it
  /// count.
  public boolean contains(Point point) {
    Instrument instrument = view.get(point.instrument());
    if (instrument.versions().isEmpty()) {
      return true;
    }
    String version =
        versionOf(instrument.id())
            .map(InstrumentVersion::version)
            .orElse(instrument.versions().getFirst().version());
    return view.isInVersion(point, version);
  }

  /// The version that replaced a rejected one, if it is the version of the day or an earlier one.
  /// Consent given before its date was given to another text.
  public Optional<InstrumentVersion> replacementOf(InstrumentId id) {
    Instrument instrument = view.get(id);
    InstrumentVersion replacement = null;
    boolean isRejected = false;
    for (InstrumentVersion each : instrument.versions()) {
      if (!isBy(each)) {
        break;
      }
      replacement = isRejected ? each : replacement;
      isRejected = stateOf(instrument, each).phase() == InstrumentPhase.REJECTED;
    }
    return Optional.ofNullable(replacement);
  }

  /// Those whose approval the steps of ratification of an instrument need; empty if none are named.
  public Set<PartyId> approversOf(InstrumentId id) {
    return Collections.unmodifiableSet(approvers.getOrDefault(id, Set.of()));
  }

  /// The state of an instrument on the day, in the version of the day.
  public InstrumentState stateOf(InstrumentId id) {
    return states.computeIfAbsent(id, _ -> stateOf(view.get(id), versionOf(id).orElse(null)));
  }

  private InstrumentState stateOf(Instrument instrument, @Nullable InstrumentVersion version) {
    List<Entry> acts =
        of(instrument.id()).stream()
            .filter(each -> version == null || version.equals(Acts.version(instrument, each.act())))
            .toList();
    return InstrumentState.of(instrument, version, approversOf(instrument.id()), bodies, acts);
  }

  /// The states of all instruments known by the day, in the order of the view.
  public List<InstrumentState> states() {
    return view.instruments().stream()
        .filter(this::isKnown)
        .map(each -> stateOf(each.id()))
        .toList();
  }

  /// The performance of an instrument, point, step or duty.
  public Performance performanceOf(ActSubject subject) {
    Performance known = performances.get(subject);
    if (known == null) {
      known = performed(subject);
      performances.put(subject, known);
    }
    return known;
  }

  private Performance performed(ActSubject subject) {
    Performance performance = Performance.of(subject, of(subject));
    return subject instanceof StepId step && performance.status() == Performance.Status.NOT_BEGUN
        ? completionOf(view.get(step)).map(performance::completedBy).orElse(performance)
        : performance;
  }

  /// The act that completed a step: its performance in full, or the event of an instrument that the
  /// step is. The version of the day counts. A signature is complete once all who are to sign have.
  public Optional<Entry> completionOf(Step step) {
    for (Entry each : of(step.id())) {
      if (Performance.isInFull(each.act())) {
        return Optional.of(each);
      }
    }
    if (step.instrument() == null || step.event() == null) {
      return Optional.empty();
    }
    ActKind kind = Acts.kind(step.event());
    Set<PartyId> waiting = new HashSet<>(step.by());
    if (waiting.isEmpty() && kind == ActKind.SIGNED) {
      waiting.addAll(view.get(step.instrument()).signatories());
    }
    for (Entry each : stateOf(step.instrument()).acts()) {
      if (is(each.act(), kind)) {
        waiting.removeAll(each.recorded().by());
        if (waiting.isEmpty() || each.recorded().by().isEmpty()) {
          return Optional.of(each);
        }
      }
    }
    return Optional.empty();
  }

  /// Whether an act is of a kind; a vote that was carried approves.
  private static boolean is(Act act, ActKind kind) {
    return act.kind() == kind
        || (kind == ActKind.RATIFIED
            && act.kind() == ActKind.PUT_TO_VOTE
            && act.consent() == ActKind.Consent.GIVEN);
  }

  /// The date on which a step was completed.
  public Optional<Edtf> completedOn(Step step) {
    return completionOf(step).map(each -> each.act().date());
  }

  /// The performance of every step of an instrument, and of its points with acts of implementation;
  /// of those of all instruments, without one.
  public Implementation implementation(@Nullable InstrumentId instrument) {
    List<Performance> all = new ArrayList<>();
    view.steps().stream()
        .filter(step -> instrument == null || instrument.equals(step.instrument()))
        .forEach(step -> all.add(performanceOf(step.id())));
    view.points().stream()
        .filter(point -> instrument == null || instrument.equals(point.instrument()))
        .filter(this::contains)
        .map(point -> performanceOf(point.id()))
        .filter(performance -> !performance.acts().isEmpty())
        .forEach(all::add);
    return new Implementation(all);
  }
}
