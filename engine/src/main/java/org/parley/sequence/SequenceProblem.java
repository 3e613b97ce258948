package org.parley.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.source.Source;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;

/// Steps, contested terms and demands on their order.
///
/// @param scale the conversion of dates to numbers
/// @param steps the steps
/// @param terms the contested terms that demands use
/// @param demands the demands of the parties
/// @param fixed clauses that hold regardless of demands: an instrument is signed before it is in
///   force, past events
/// @param recesses the times within which some steps cannot end
/// @param notBefore the lower bound on open steps: today; null if the past does not matter
public record SequenceProblem(
    TimeScale scale,
    List<PlannedStep> steps,
    List<ContestedTerm> terms,
    List<TimedDemand> demands,
    List<Clause> fixed,
    List<RecessPeriod> recesses,
    @Nullable Long notBefore) {

  /// @throws IllegalArgumentException with every clause or reading that names a missing step or
  ///   term, and every duplicate id
  public SequenceProblem {
    steps = List.copyOf(steps);
    terms = List.copyOf(terms);
    demands = List.copyOf(demands);
    fixed = List.copyOf(fixed);
    recesses = List.copyOf(recesses);
    check(steps, terms, demands, fixed, recesses);
  }

  /// A problem without recesses.
  public SequenceProblem(
      TimeScale scale,
      List<PlannedStep> steps,
      List<ContestedTerm> terms,
      List<TimedDemand> demands,
      List<Clause> fixed,
      @Nullable Long notBefore) {
    this(scale, steps, terms, demands, fixed, List.of(), notBefore);
  }

  /// The sequence of a case, in days from `origin`.
  ///
  /// @param view the visible part of the case
  /// @param origin the day that counts as 0
  /// @param fromOriginOn whether open steps cannot precede it
  public static SequenceProblem of(CaseView view, LocalDate origin, boolean fromOriginOn) {
    return of(view, origin, LocalDate.MAX, fromOriginOn);
  }

  /// The same, with the knowledge of a day.
  ///
  /// @param knownAt the day of knowledge
  public static SequenceProblem of(
      CaseView view, LocalDate origin, LocalDate knownAt, boolean fromOriginOn) {
    return of(view, Acts.of(view).at(new AsOf(origin, knownAt)), fromOriginOn);
  }

  /// The same, with the acts of the view on the day that counts as 0.
  public static SequenceProblem of(CaseView view, ActLedger acts, boolean fromOriginOn) {
    return CaseSequence.of(view, acts, fromOriginOn);
  }

  /// Whether a step is over: it is fixed that it ended by the day that counts as 0.
  public boolean isOver(StepId step) {
    Moment.At end = Moment.end(step);
    return fixed.stream()
        .anyMatch(
            clause ->
                clause.from().equals(Moment.ORIGIN)
                    && clause.to().equals(end)
                    && clause.atMost() != null
                    && clause.atMost() <= 0);
  }

  /// Whether the step whose time a demand leaves open is over.
  public boolean isDecided(DemandId demand) {
    TimedDemand.Open open = get(demand).open();
    return open != null && isOver(open.what().step());
  }

  /// The default day for planning a case: the last on which a statement or event took place, else
  /// the last publication.
  ///
  /// @param otherwise the day for a case without dates
  public static LocalDate lastDay(CaseView view, LocalDate otherwise) {
    return lastDay(view, Acts.of(view), otherwise);
  }

  /// The same, with the acts of the view.
  public static LocalDate lastDay(CaseView view, Acts acts, LocalDate otherwise) {
    return Stream.concat(
            view.claims().stream().map(AsOf::saidBy),
            acts.inOrder().stream().map(each -> each.doneBy()).filter(SequenceProblem::isDay))
        .max(LocalDate::compareTo)
        .or(
            () ->
                view.sources().stream()
                    .map(Source::date)
                    .flatMap(SequenceProblem::day)
                    .max(LocalDate::compareTo))
        .orElse(otherwise);
  }

  private static boolean isDay(LocalDate day) {
    return !day.equals(LocalDate.MAX);
  }

  private static Stream<LocalDate> day(@Nullable Edtf date) {
    return date == null || date.latestDay().equals(LocalDate.MAX)
        ? Stream.of()
        : Stream.of(date.latestDay());
  }

  private static void check(
      List<PlannedStep> steps,
      List<ContestedTerm> terms,
      List<TimedDemand> demands,
      List<Clause> fixed,
      List<RecessPeriod> recesses) {
    List<SequenceFault> faults = new ArrayList<>();
    Map<String, Id> known = new HashMap<>();
    steps.forEach(step -> declare(step.id(), known, faults));
    terms.forEach(term -> declare(term.id(), known, faults));
    demands.forEach(demand -> declare(demand.id(), known, faults));
    for (ContestedTerm term : terms) {
      term.readings().forEach(reading -> checkMoment(reading.moment(), term.id(), known, faults));
    }
    for (TimedDemand demand : demands) {
      for (TimedDemand.Way way : demand.anyOf()) {
        way.allOf().forEach(clause -> checkClause(clause, demand.id(), known, faults));
      }
      TimedDemand.Open open = demand.open();
      if (open != null) {
        checkMoment(open.what(), demand.id(), known, faults);
      }
    }
    for (Clause clause : fixed) {
      checkClause(clause, null, known, faults);
      if (clause.from() instanceof Moment.Read || clause.to() instanceof Moment.Read) {
        faults.add(new SequenceFault.FixedOnTerm(clause));
      }
    }
    recesses.forEach(recess -> checkMoment(recess.moment(), null, known, faults));
    if (!faults.isEmpty()) {
      throw new BadSequenceException(faults);
    }
  }

  private static void declare(Id id, Map<String, Id> known, List<SequenceFault> faults) {
    if (known.put(id.value(), id) != null) {
      faults.add(new SequenceFault.Twice(id));
    }
  }

  private static void checkClause(
      Clause clause, @Nullable Id by, Map<String, Id> known, List<SequenceFault> faults) {
    checkMoment(clause.from(), by, known, faults);
    checkMoment(clause.to(), by, known, faults);
  }

  private static void checkMoment(
      Moment moment, @Nullable Id by, Map<String, Id> known, List<SequenceFault> faults) {
    @Nullable Id named =
        switch (moment) {
          case Moment.Origin _ -> null;
          case Moment.At(StepId step, _) -> step;
          case Moment.Read(TermId term) -> term;
        };
    if (named != null && !named.equals(known.get(named.value()))) {
      faults.add(new SequenceFault.Absent(by, named));
    }
  }

  public PlannedStep get(StepId id) {
    return steps.stream()
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElseThrow(() -> absent(id));
  }

  public ContestedTerm get(TermId id) {
    return terms.stream()
        .filter(term -> term.id().equals(id))
        .findFirst()
        .orElseThrow(() -> absent(id));
  }

  public TimedDemand get(DemandId id) {
    return demands.stream()
        .filter(demand -> demand.id().equals(id))
        .findFirst()
        .orElseThrow(() -> absent(id));
  }

  private static NoSuchElementException absent(Id id) {
    return new NoSuchElementException("no " + id.kind() + " \"" + id + "\" in this sequence");
  }

  /// Whether the end of a step is dated, so that no recess prevents it any more.
  public boolean isEndDated(StepId step) {
    Moment.At end = Moment.end(step);
    return fixed.stream()
        .anyMatch(
            clause ->
                clause.from().equals(Moment.ORIGIN)
                    && clause.to().equals(end)
                    && clause.atLeast() != null
                    && clause.atLeast().equals(clause.atMost()));
  }

  /// The parties with demands that use some terms, by id.
  public SortedSet<PartyId> speakersOf(Set<TermId> terms) {
    SortedSet<PartyId> speakers = new TreeSet<>();
    for (TimedDemand demand : demands) {
      boolean isSaid =
          demand.anyOf().stream()
              .flatMap(way -> way.allOf().stream())
              .anyMatch(clause -> reads(clause.from(), terms) || reads(clause.to(), terms));
      if (isSaid) {
        speakers.addAll(demand.by());
      }
    }
    return speakers;
  }

  private static boolean reads(Moment moment, Set<TermId> terms) {
    return moment instanceof Moment.Read(TermId term) && terms.contains(term);
  }

  /// The problem with these demands instead.
  public SequenceProblem withDemands(List<TimedDemand> others) {
    return new SequenceProblem(scale, steps, terms, others, fixed, recesses, notBefore);
  }

  /// The problem with more fixed clauses.
  public SequenceProblem withFixed(List<Clause> more) {
    List<Clause> all = new ArrayList<>(fixed);
    all.addAll(more);
    return new SequenceProblem(scale, steps, terms, demands, all, recesses, notBefore);
  }

  /// The problem in which open steps take at least as long as is likely.
  public SequenceProblem withLikelyDurations() {
    List<PlannedStep> likely =
        steps.stream().map(step -> isOver(step.id()) ? step : step.atLeastLikely()).toList();
    return new SequenceProblem(scale, likely, terms, demands, fixed, recesses, notBefore);
  }

  /// The problem with the origin as a lower bound on open steps, unless it has another.
  public SequenceProblem anchored() {
    return notBefore != null
        ? this
        : new SequenceProblem(scale, steps, terms, demands, fixed, recesses, 0L);
  }
}
