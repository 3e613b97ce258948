package org.parley.model.checks;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.Refusal;
import org.parley.model.act.Act;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.comment.Comment;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.Contribution.Condition;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Determination.Council;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Fact;
import org.parley.model.guarantee.Need;
import org.parley.model.indicator.Indicator;
import org.parley.model.party.Party;
import org.parley.model.place.Place;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.Position;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.source.Source;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.step.Term;
import org.parley.model.task.Task;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;

/// Finds words of an open vocabulary that no other record matches.
///
/// Examples are the kind in a trigger and the kind of a threat, or the act owed and the act done. A
/// misspelt word breaks no rule, but it changes answers: a threat that a guarantee should cover is
/// then uncovered. A word is loose if the other side lacks it and it either has no effect or is
/// near another word. Cost: linear in the records; each distinct loose word is compared with all
/// words of its sort.
public final class LooseWords {

  /// The meaning of a word.
  public enum Sort {
    KIND,
    TRAIT,
    PLACE,
    ACT,
    QUESTION,
    CONDITION
  }

  /// A word without a match.
  ///
  /// @param asked whether guarantees and contributions use it; else the log does
  public record UnmatchedWord(Sort sort, boolean asked) implements Refusal {}

  /// A loose word and its location.
  ///
  /// @param record the record it stands in
  /// @param path the path: component names and list indices
  /// @param isAsked whether guarantees and contributions use it and the log lacks it; else the
  ///   reverse
  /// @param nearest the word probably meant
  public record LooseWord(
      Id record,
      List<String> path,
      Sort sort,
      String word,
      boolean isAsked,
      Optional<String> nearest) {
    public LooseWord {
      path = List.copyOf(path);
    }
  }

  /// Kinds of incidents that need no match: those of UCDP GED and PLOVER, and those most frequent
  /// in agreements.
  public static final Set<String> KNOWN_KINDS =
      Set.of(
          "attack",
          "ceasefire-breach",
          "question",
          "state-based",
          "non-state",
          "one-sided",
          "agree",
          "consult",
          "support",
          "concede",
          "cooperate",
          "aid",
          "retreat",
          "request",
          "accuse",
          "reject",
          "threaten",
          "protest",
          "mobilize",
          "sanction",
          "coerce",
          "assault");

  /// The use of a word; `counts` if it has no effect without a match.
  private record Use(Id record, List<String> path, String word, boolean counts) {}

  private final Map<Sort, List<Use>> asked = new EnumMap<>(Sort.class);
  private final Map<Sort, List<Use>> recorded = new EnumMap<>(Sort.class);
  private final List<String> path = new ArrayList<>();

  private LooseWords(Collection<? extends CaseRecord> records) {
    for (CaseRecord record : records) {
      if (mayHoldWords(record)) {
        walk(record.id(), (Record) record);
      }
    }
  }

  /// Whether records of this kind can contain such words. Most records of a large case are claims.
  private static boolean mayHoldWords(CaseRecord record) {
    return switch (record) {
      case Guarantee _, Contribution _, CoverageQuestion _, LogEntry _ -> true;
      case Need _, Party _, Instrument _, Point _, Source _, Claim _, Item _, Meeting _ -> false;
      case Forecast _,
          Place _,
          Act _,
          Position _,
          Step _,
          Term _,
          Demand _,
          Baseline _,
          Linkage _,
          Incident _,
          Indicator _,
          Round _,
          TabledPackage _,
          PairwiseComparison _,
          Comment _,
          Task _ ->
          false;
    };
  }

  /// The loose words of some records, in their order.
  public static List<LooseWord> of(Collection<? extends CaseRecord> records) {
    LooseWords words = new LooseWords(records);
    List<LooseWord> loose = new ArrayList<>();
    for (Sort sort : Sort.values()) {
      loose.addAll(words.loose(sort));
    }
    return loose;
  }

  private List<LooseWord> loose(Sort sort) {
    Map<String, Long> asks = counted(asked.getOrDefault(sort, List.of()));
    Map<String, Long> tells = counted(recorded.getOrDefault(sort, List.of()));
    Set<String> known = sort == Sort.KIND ? KNOWN_KINDS : Set.of();
    List<LooseWord> loose = new ArrayList<>();
    Nearest ofAsked = new Nearest(asks, tells, known);
    asked
        .getOrDefault(sort, List.of())
        .forEach(use -> find(sort, use, true, ofAsked).ifPresent(loose::add));
    Nearest ofRecorded = new Nearest(tells, asks, known);
    recorded
        .getOrDefault(sort, List.of())
        .forEach(use -> find(sort, use, false, ofRecorded).ifPresent(loose::add));
    return loose;
  }

  private static Optional<LooseWord> find(Sort sort, Use use, boolean isAsked, Nearest words) {
    String word = use.word();
    if (words.others.containsKey(word)) {
      return Optional.empty();
    }
    Optional<String> nearest = words.find(word);
    return use.counts() || nearest.isPresent()
        ? Optional.of(new LooseWord(use.record(), use.path(), sort, word, isAsked, nearest))
        : Optional.empty();
  }

  /// The words that may be meant by those of one side. Each word is compared once, however often it
  /// is used.
  private static final class Nearest {

    private final Map<String, Long> own;
    private final Map<String, Long> others;
    private final Set<String> known;
    private final Map<String, Optional<String>> found = new HashMap<>();

    Nearest(Map<String, Long> own, Map<String, Long> others, Set<String> known) {
      this.own = own;
      this.others = others;
      this.known = known;
    }

    Optional<String> find(String word) {
      return found.computeIfAbsent(word, this::compare);
    }

    private Optional<String> compare(String word) {
      // Place codes, such as UA-14 and UA-15, are near one another by nature.
      if (known.contains(word) || word.chars().anyMatch(Character::isDigit)) {
        return Optional.empty();
      }
      List<String> meant = new ArrayList<>(others.keySet());
      meant.addAll(known);
      long uses = own.getOrDefault(word, 0L);
      own.forEach(
          (each, count) -> {
            if (count > uses) {
              meant.add(each);
            }
          });
      return Spelling.nearest(word, meant);
    }
  }

  private static Map<String, Long> counted(List<Use> uses) {
    Map<String, Long> counts = new TreeMap<>();
    uses.forEach(use -> counts.merge(use.word(), 1L, Math::addExact));
    return counts;
  }

  private void walk(Id owner, @Nullable Object value) {
    switch (value) {
      case IncidentPattern pattern -> {
        for (int i = 0; i < pattern.kinds().size(); i++) {
          String kind = pattern.kinds().get(i);
          ask(owner, Sort.KIND, kind, !KNOWN_KINDS.contains(kind), "kinds", Integer.toString(i));
        }
        for (int i = 0; i < pattern.traits().size(); i++) {
          ask(owner, Sort.TRAIT, pattern.traits().get(i), false, "traits", Integer.toString(i));
        }
        for (int i = 0; i < pattern.places().size(); i++) {
          ask(owner, Sort.PLACE, pattern.places().get(i), false, "places", Integer.toString(i));
        }
      }
      case Guarantee.Response response -> {
        ask(owner, Sort.ACT, response.act(), false, "act");
        walkAll(owner, response);
      }
      case Council council -> ask(owner, Sort.QUESTION, council.question(), false, "question");
      case Condition.Plain(String words) -> ask(owner, Sort.CONDITION, words, false);
      case CoverageQuestion question -> {
        for (int i = 0; i < question.holds().size(); i++) {
          String holds = question.holds().get(i);
          tell(owner, Sort.CONDITION, holds, true, "holds", Integer.toString(i));
        }
        walkAll(owner, question);
      }
      case CoverageQuestion.Threat threat -> {
        tell(owner, Sort.KIND, threat.kind(), true, "kind");
        happened(owner, threat.traits(), threat.place());
      }
      case Fact.Report report -> {
        tell(owner, Sort.KIND, report.kind(), !KNOWN_KINDS.contains(report.kind()), "kind");
        happened(owner, report.traits(), report.place());
      }
      case Fact.ResponseAct act -> tell(owner, Sort.ACT, act.act(), true, "act", "act");
      case Fact.Vote vote -> tell(owner, Sort.QUESTION, vote.question(), true, "question");
      case Collection<?> list -> {
        int at = 0;
        for (Object element : list) {
          path.add(Integer.toString(at++));
          walk(owner, element);
          path.removeLast();
        }
      }
      case Id _ -> {}
      case Record record -> walkAll(owner, record);
      case null, default -> {}
    }
  }

  private void happened(Id owner, List<String> traits, @Nullable String place) {
    for (int i = 0; i < traits.size(); i++) {
      tell(owner, Sort.TRAIT, traits.get(i), false, "traits", Integer.toString(i));
    }
    if (place != null) {
      tell(owner, Sort.PLACE, place, false, "place");
    }
  }

  private void walkAll(Id owner, Record record) {
    for (RecordComponent component : References.componentsOf(record)) {
      path.add(component.getName());
      walk(owner, References.get(component, record));
      path.removeLast();
    }
  }

  private void ask(Id owner, Sort sort, String word, boolean counts, String... below) {
    add(asked, owner, sort, word, counts, below);
  }

  private void tell(Id owner, Sort sort, String word, boolean counts, String... below) {
    add(recorded, owner, sort, word, counts, below);
  }

  private void add(
      Map<Sort, List<Use>> side,
      Id owner,
      Sort sort,
      String word,
      boolean counts,
      String... below) {
    List<String> whole = new ArrayList<>(path);
    whole.addAll(List.of(below));
    side.computeIfAbsent(sort, _ -> new ArrayList<>()).add(new Use(owner, whole, word, counts));
  }
}
