package org.parley.sequence.knots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.model.party.PartyId;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;

/// Knots, ways out and chains of clauses in plain words.
///
/// @param problem the problem they are about
public record Wording(SequenceProblem problem) {

  /// A moment: the title of the step, or what a term is called.
  public String of(Moment moment) {
    return switch (moment) {
      case Moment.Origin _ -> problem.scale().inWords(0);
      case Moment.Read(TermId term) -> "\"" + problem.get(term).words() + "\"";
      case Moment.At(StepId id, Moment.Phase phase) -> {
        PlannedStep step = problem.get(id);
        yield step.duration().most() == 0
            ? "\"" + step.title() + "\""
            : (phase == Moment.Phase.START ? "the beginning of \"" : "the end of \"")
                + step.title()
                + "\"";
      }
    };
  }

  /// A bound as a sentence without its full stop.
  public String of(Loop.Link link) {
    boolean fromOrigin = link.from() instanceof Moment.Origin;
    boolean toOrigin = link.to() instanceof Moment.Origin;
    if (fromOrigin) {
      return of(link.to()) + " is by " + problem.scale().inWords(link.atMost());
    }
    if (toOrigin) {
      return of(link.from()) + " is not before " + problem.scale().inWords(-link.atMost());
    }
    if (link.atMost() == 0) {
      return of(link.from()) + " is not before " + of(link.to());
    }
    return link.atMost() < 0
        ? of(link.from())
            + " is at least "
            + problem.scale().lengthInWords(-link.atMost())
            + " after "
            + of(link.to())
        : of(link.to())
            + " is at most "
            + problem.scale().lengthInWords(link.atMost())
            + " after "
            + of(link.from());
  }

  /// Why a bound holds, in a few words.
  public String why(Loop.Link link) {
    return switch (link.reason()) {
      case Loop.Reason.Demanded(DemandId demand, _, _, Map<TermId, String> readings) ->
          whose(demand) + (readings.isEmpty() ? "" : ", " + readings(readings));
      case Loop.Reason.Lasts _ -> "so long does it take";
      case Loop.Reason.Fixed _ -> "whatever anybody demands";
      case Loop.Reason.Past _ -> "it has not happened yet";
    };
  }

  /// A demand with its parties, the day it was made and the claims it rests on.
  public String whose(DemandId id) {
    TimedDemand demand = problem.get(id);
    String by = demand.by().stream().map(Object::toString).collect(Collectors.joining(", "));
    String said = demand.said() == null ? "" : ", " + demand.said();
    String claims =
        demand.claims().isEmpty()
            ? ""
            : " ("
                + demand.claims().stream().map(Object::toString).collect(Collectors.joining(", "))
                + ")";
    String inferred = demand.inferred() ? " (inferred; nobody said it)" : "";
    return by + said + ": " + demand.text() + claims + inferred;
  }

  /// Readings in words: `"effectively in place" read as ratified`.
  public String readings(Map<TermId, String> readings) {
    return new TreeMap<>(readings)
        .entrySet().stream()
            .map(
                each -> "\"" + problem.get(each.getKey()).words() + "\" read as " + each.getValue())
            .collect(Collectors.joining(" and "));
  }

  /// A knot, a line each: what cannot hold, whose demands these are, the loop, and what unties it.
  public List<String> of(Knot knot) {
    List<String> lines = new ArrayList<>();
    lines.add(
        (knot.demands().isEmpty()
                ? "What is fixed cannot hold"
                : knot.demands().size() == 1
                    ? "This demand cannot hold"
                    : "These " + knot.demands().size() + " demands cannot all hold")
            + (knot.readings().isEmpty() ? ":" : ", with " + readings(knot.readings()) + ":"));
    knot.demands().forEach(demand -> lines.add("  " + whose(demand)));
    for (Loop loop : knot.loops()) {
      lines.add("  The loop is short by " + problem.scale().lengthInWords(loop.shortBy()) + ":");
      loop.links().forEach(link -> lines.add("    " + of(link)));
    }
    lines.add(
        knot.isFirm()
            ? "  No reading unties it."
            : "  Untied by "
                + knot.untiedBy().stream()
                    .map(this::readings)
                    .collect(Collectors.joining(", or by "))
                + ".");
    return lines;
  }

  /// A way out in words, with whose demands it touches.
  public String of(WayOut way) {
    List<String> parts = new ArrayList<>();
    if (!way.readings().isEmpty()) {
      parts.add(readings(way.readings()));
    }
    way.drop().forEach(demand -> parts.add("without \"" + problem.get(demand).text() + "\""));
    List<String> touches = new ArrayList<>();
    if (!way.touches().isEmpty()) {
      touches.add("touches demands of " + list(way.touches()));
    }
    if (!way.readings().isEmpty()) {
      touches.add("settles words of " + list(speakers(way.readings().keySet())));
    }
    return String.join("; ", parts) + " (" + String.join(", ", touches) + ")";
  }

  private static String list(Set<PartyId> parties) {
    return parties.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  /// The parties in whose demands some terms stand.
  public Set<PartyId> speakers(Set<TermId> terms) {
    Set<PartyId> speakers = new TreeSet<>();
    for (TimedDemand demand : problem.demands()) {
      boolean said =
          demand.anyOf().stream()
              .flatMap(way -> way.allOf().stream())
              .anyMatch(clause -> reads(clause.from(), terms) || reads(clause.to(), terms));
      if (said) {
        speakers.addAll(demand.by());
      }
    }
    return speakers;
  }

  private static boolean reads(Moment moment, Set<TermId> terms) {
    return moment instanceof Moment.Read(TermId term) && terms.contains(term);
  }
}
