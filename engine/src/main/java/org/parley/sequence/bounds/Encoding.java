package org.parley.sequence.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.step.TermId;
import org.parley.sequence.Clause;
import org.parley.sequence.ContestedTerm;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.TimedDemand;

/// A sequence as difference constraints. Each arc is labelled with its demand, way and readings,
/// and remembers its reason.
public final class Encoding {

  /// The meaning of a label.
  public sealed interface Meaning {
    record Whole(int demand) implements Meaning {}

    record OneWay(int demand, int way) implements Meaning {}

    record ReadAs(int term, int reading) implements Meaning {}

    record SideOf(int recess, boolean after) implements Meaning {}
  }

  private static final Map<TermId, String> NO_READINGS = Map.of();

  private final SequenceProblem problem;
  private final Map<Moment, Integer> nodes = new LinkedHashMap<>();
  private final Map<TermId, ContestedTerm> terms = new HashMap<>();
  private final Map<TermId, Integer> termIndex = new HashMap<>();
  private final List<Moment> moments = new ArrayList<>();
  private final List<Loop.Link> links = new ArrayList<>();
  private final List<int[]> labels = new ArrayList<>();
  private final List<Meaning> meanings = new ArrayList<>();
  private final List<Integer> groups = new ArrayList<>();
  private final List<Nogood.Alternatives> alternatives = new ArrayList<>();
  private final Map<TermId, int[]> readingLabels = new HashMap<>();
  private final Map<Loop.Reason.Recess, Integer> sides = new LinkedHashMap<>();

  public Encoding(SequenceProblem problem) {
    this.problem = problem;
    node(Moment.ORIGIN);
    Set<StepId> dated = datedSteps(problem);
    for (PlannedStep step : problem.steps()) {
      addStep(step, dated.contains(step.id()));
    }
    for (int i = 0; i < problem.fixed().size(); i++) {
      addClause(problem.fixed().get(i), NO_READINGS, LabelSet.EMPTY, new Loop.Reason.Fixed(i));
    }
    addTerms();
    List<Nogood.Alternatives> ofTerms = List.copyOf(alternatives);
    alternatives.clear();
    for (int demand = 0; demand < problem.demands().size(); demand++) {
      addDemand(demand);
    }
    addRecesses(ofTerms.size());
    alternatives.addAll(ofTerms);
  }

  /// A recess that can still prevent something leaves two ways: before it, or after it.
  private void addRecesses(int terms) {
    for (int r = 0; r < problem.recesses().size(); r++) {
      RecessPeriod recess = problem.recesses().get(r);
      if (problem.isEndDated(recess.step())) {
        continue;
      }
      int group = terms + alternatives.size();
      int[] labelled = new int[2];
      for (boolean after : List.of(false, true)) {
        int label = label(new Meaning.SideOf(r, after), group);
        labelled[after ? 1 : 0] = label;
        Loop.Reason.Recess reason = new Loop.Reason.Recess(r, after);
        sides.put(reason, links.size());
        addClause(recess.side(after), NO_READINGS, new int[] {label}, reason);
      }
      alternatives.add(new Nogood.Alternatives(labelled, -1, false));
    }
  }

  /// The arc of each side of each recess that can still prevent something.
  public Map<Loop.Reason.Recess, Integer> sides() {
    return sides;
  }

  /// The end of the step that a recess concerns.
  public int nodeOf(Loop.Reason.Recess recess) {
    return nodeOf(problem.recesses().get(recess.index()).moment());
  }

  /// Whether a time lies within a recess.
  public boolean isWithin(Loop.Reason.Recess recess, long time) {
    return problem.recesses().get(recess.index()).contains(time);
  }

  private void addStep(PlannedStep step, boolean dated) {
    Moment.At start = Moment.start(step.id());
    Moment.At end = Moment.end(step.id());
    int node = node(start);
    PlannedStep.Duration duration = step.duration();
    if (duration.most() == 0) {
      nodes.put(end, node);
    } else {
      node(end);
      Loop.Reason lasts = new Loop.Reason.Lasts(step.id());
      addArc(start, end, duration.most(), LabelSet.EMPTY, lasts);
      addArc(end, start, -duration.least(), LabelSet.EMPTY, lasts);
    }
    @Nullable Long notBefore = problem.notBefore();
    if (notBefore != null && !dated) {
      addArc(start, Moment.ORIGIN, -notBefore, LabelSet.EMPTY, new Loop.Reason.Past(step.id()));
    }
  }

  /// The steps dated by a fixed clause: they happened, or began, if only within some days.
  private static Set<StepId> datedSteps(SequenceProblem problem) {
    Set<StepId> dated = new HashSet<>();
    Long notBefore = problem.notBefore();
    for (Clause clause : problem.fixed()) {
      Long atMost = clause.atMost();
      if (clause.from() instanceof Moment.Origin
          && clause.to() instanceof Moment.At(StepId step, _)
          && atMost != null
          && clause.atLeast() != null
          && (atMost.equals(clause.atLeast()) || (notBefore != null && atMost < notBefore))) {
        dated.add(step);
      }
    }
    return dated;
  }

  private void addTerms() {
    for (int t = 0; t < problem.terms().size(); t++) {
      ContestedTerm term = problem.terms().get(t);
      terms.put(term.id(), term);
      termIndex.put(term.id(), t);
      int[] ofTerm = new int[term.readings().size()];
      for (int r = 0; r < ofTerm.length; r++) {
        ofTerm[r] = label(new Meaning.ReadAs(t, r), alternatives.size());
      }
      readingLabels.put(term.id(), ofTerm);
      alternatives.add(new Nogood.Alternatives(ofTerm, -1, true));
    }
  }

  private void addDemand(int index) {
    TimedDemand demand = problem.demands().get(index);
    int ways = demand.anyOf().size();
    if (ways == 0) {
      return;
    }
    int whole = label(new Meaning.Whole(index), -1);
    int[] ofWays = {whole};
    if (ways > 1) {
      ofWays = new int[ways];
      int group = problem.terms().size() + alternatives.size();
      for (int way = 0; way < ways; way++) {
        ofWays[way] = label(new Meaning.OneWay(index, way), group);
      }
      alternatives.add(new Nogood.Alternatives(ofWays, whole, false));
    }
    for (int way = 0; way < ways; way++) {
      List<Clause> clauses = demand.anyOf().get(way).allOf();
      for (int c = 0; c < clauses.size(); c++) {
        addReadings(clauses.get(c), index, way, c, ofWays[way]);
      }
    }
  }

  private void addReadings(Clause clause, int demand, int way, int index, int label) {
    for (Map<TermId, String> readings : readingsOf(clause)) {
      int[] all = {label};
      for (Map.Entry<TermId, String> each : readings.entrySet()) {
        all = LabelSet.union(all, new int[] {labelOf(each.getKey(), each.getValue())});
      }
      addClause(
          clause,
          readings,
          all,
          new Loop.Reason.Demanded(problem.demands().get(demand).id(), way, index, readings));
    }
  }

  private List<Map<TermId, String>> readingsOf(Clause clause) {
    List<Map<TermId, String>> all = new ArrayList<>();
    all.add(new TreeMap<>());
    for (Moment moment : List.of(clause.from(), clause.to())) {
      if (moment instanceof Moment.Read(TermId id) && !all.getFirst().containsKey(id)) {
        List<Map<TermId, String>> longer = new ArrayList<>();
        for (Map<TermId, String> before : all) {
          for (ContestedTerm.Reading reading : term(id).readings()) {
            Map<TermId, String> with = new TreeMap<>(before);
            with.put(id, reading.name());
            longer.add(with);
          }
        }
        all = longer;
      }
    }
    return all;
  }

  private ContestedTerm term(TermId id) {
    ContestedTerm term = terms.get(id);
    if (term == null) {
      throw new IllegalArgumentException("no term \"" + id + "\" in this sequence");
    }
    return term;
  }

  private int labelOf(TermId id, String reading) {
    ContestedTerm term = term(id);
    int[] ofTerm = readingLabels.getOrDefault(id, LabelSet.EMPTY);
    for (int r = 0; r < ofTerm.length; r++) {
      if (term.readings().get(r).name().equals(reading)) {
        return ofTerm[r];
      }
    }
    throw new IllegalArgumentException("term \"" + id + "\" has no reading \"" + reading + "\"");
  }

  private int label(Meaning meaning, int group) {
    meanings.add(meaning);
    groups.add(group);
    return meanings.size() - 1;
  }

  private void addClause(
      Clause clause, Map<TermId, String> readings, int[] labelled, Loop.Reason reason) {
    Moment from = resolved(clause.from(), readings);
    Moment to = resolved(clause.to(), readings);
    Long atMost = clause.atMost();
    Long atLeast = clause.atLeast();
    if (atMost != null) {
      addArc(from, to, atMost, labelled, reason);
    }
    if (atLeast != null) {
      addArc(to, from, -atLeast, labelled, reason);
    }
  }

  private Moment resolved(Moment moment, Map<TermId, String> readings) {
    if (moment instanceof Moment.Read(TermId id)) {
      String name = readings.get(id);
      return term(id).reading(name == null ? "" : name).moment();
    }
    return moment;
  }

  private void addArc(Moment from, Moment to, long atMost, int[] labelled, Loop.Reason reason) {
    links.add(new Loop.Link(from, to, atMost, reason));
    labels.add(labelled);
  }

  private int node(Moment moment) {
    moments.add(moment);
    nodes.put(moment, moments.size() - 1);
    return moments.size() - 1;
  }

  public int nodeOf(Moment moment) {
    Integer node = nodes.get(moment);
    if (node == null) {
      throw new IllegalArgumentException("no moment " + moment + " in this sequence");
    }
    return node;
  }

  public int nodeCount() {
    return moments.size();
  }

  public Moment momentOf(int node) {
    return moments.get(node);
  }

  public int arcCount() {
    return links.size();
  }

  public Loop.Link link(int arc) {
    return links.get(arc);
  }

  /// The ways among labels, by demand.
  public Map<DemandId, Integer> ways(IntStream labels) {
    Map<DemandId, Integer> ways = new HashMap<>();
    labels.forEach(
        label -> {
          if (meanings.get(label) instanceof Meaning.OneWay(int demand, int way)) {
            ways.put(problem.demands().get(demand).id(), way);
          }
        });
    return ways;
  }

  public Meaning meaning(int label) {
    return meanings.get(label);
  }

  /// The labels of whole demands, ascending.
  public int[] demands() {
    return IntStream.range(0, meanings.size())
        .filter(label -> meanings.get(label) instanceof Meaning.Whole)
        .toArray();
  }

  /// The labels of all whole demands but some, and of readings, ascending.
  public int[] given(Set<DemandId> without, Map<TermId, String> readings) {
    IntStream kept =
        Arrays.stream(demands())
            .filter(
                label ->
                    meanings.get(label) instanceof Meaning.Whole(int demand)
                        && !without.contains(problem.demands().get(demand).id()));
    IntStream read =
        readings.entrySet().stream().mapToInt(each -> labelOf(each.getKey(), each.getValue()));
    return IntStream.concat(kept, read).sorted().toArray();
  }

  /// The label of one of several ways of a demand.
  public int labelOf(DemandId demand, int way) {
    return IntStream.range(0, meanings.size())
        .filter(
            label ->
                meanings.get(label) instanceof Meaning.OneWay(int index, int other)
                    && other == way
                    && problem.demands().get(index).id().equals(demand))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("demand \"" + demand + "\" has no way " + way));
  }

  public List<Nogood.Alternatives> alternatives() {
    return alternatives;
  }

  public int[] groups() {
    return groups.stream().mapToInt(Integer::intValue).toArray();
  }

  /// All arcs, as bounds.
  public DifferenceBounds differences() {
    int[] all = new int[links.size()];
    Arrays.setAll(all, i -> i);
    return differences(all);
  }

  /// These arcs, as bounds.
  public DifferenceBounds differences(int[] arcs) {
    int[] from = new int[arcs.length];
    int[] to = new int[arcs.length];
    long[] atMost = new long[arcs.length];
    for (int i = 0; i < arcs.length; i++) {
      Loop.Link link = links.get(arcs[i]);
      from[i] = nodeOf(link.from());
      to[i] = nodeOf(link.to());
      atMost[i] = link.atMost();
    }
    return new DifferenceBounds(nodeCount(), from, to, atMost);
  }

  public MinimalCycles.LabelledBounds labelled() {
    return new MinimalCycles.LabelledBounds(differences(), labels.toArray(new int[0][]), groups());
  }

  public Loop loop(int[] arcs) {
    return new Loop(Arrays.stream(arcs).mapToObj(links::get).toList());
  }
}
