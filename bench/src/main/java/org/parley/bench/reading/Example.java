package org.parley.bench.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.TextSpan;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.rules.claim.ClauseTrace;
import org.parley.reading.rules.subject.SubjectMention;

/// A training example: a clause with the annotated stance, or a candidate subject with its label.
///
/// @param label the stance, `none` for no claim; `yes` or `no` for a subject
record Example(String label, Set<String> features) {

  private static final String NONE = "none";

  private static final double ENOUGH = 0.4;
  private static final LocalDate ANY_DAY = LocalDate.of(2031, 1, 15);

  /// The countries of the sentences are invented; these stand for them, so that the reader knows
  /// them as countries.
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("Northlandic", "Norwegian"),
          Map.entry("Northland", "Norway"),
          Map.entry("Northport", "Oslo"),
          Map.entry("Southlandic", "Chilean"),
          Map.entry("Southland", "Chile"),
          Map.entry("Southport", "Santiago"),
          Map.entry("Eastlandic", "Kenyan"),
          Map.entry("Eastland", "Kenya"),
          Map.entry("Eastport", "Nairobi"),
          Map.entry("Westlandic", "Canadian"),
          Map.entry("Westland", "Canada"),
          Map.entry("Westport", "Ottawa"));

  /// The examples of a folder of annotated texts, or of a file of annotated sentences: stance,
  /// speaker, and the sentence, separated by tabs. The words that carry the stance may stand in
  /// brackets.
  static List<Example> in(Path path) throws IOException {
    RuleReader reader = RuleReader.byRulesAlone();
    if (!Files.isDirectory(path)) {
      return Files.readAllLines(path).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> ofSentence(line, reader).stream())
          .toList();
    }
    return AnnotatedTexts.taught(path).stream()
        .flatMap(file -> ofText(file, reader).stream())
        .toList();
  }

  /// The candidate subjects of claims in a folder of annotated texts, as far as they are found.
  static List<Example> subjectsIn(Path folder) throws IOException {
    RuleReader reader = new RuleReader();
    return AnnotatedTexts.taught(folder).stream()
        .flatMap(file -> subjectsOf(file, reader).stream())
        .toList();
  }

  private static List<Example> subjectsOf(Path file, RuleReader reader) {
    Gold gold = gold(file);
    List<Example> all = new ArrayList<>();
    Set<Gold.Claim> found = new HashSet<>();
    for (ClauseTrace each : reader.traces(Article.of(gold.text(), gold.published()))) {
      gold.claims().stream()
          .filter(claim -> Scorer.isHalf(each.at(), claim.at()) && isBy(each, claim.speaker()))
          .filter(found::add)
          .findFirst()
          .ifPresent(claim -> addSubjects(each.subjects(), claim.subject(), all));
    }
    return all;
  }

  /// Those in the most words of the annotated one, if any shares enough of them.
  private static void addSubjects(List<SubjectMention> mentioned, String right, List<Example> all) {
    double most =
        mentioned.stream().mapToDouble(each -> Scorer.shared(each.words(), right)).max().orElse(0);
    for (SubjectMention each : mentioned) {
      boolean isRight = most >= ENOUGH && Scorer.shared(each.words(), right) == most;
      all.add(new Example(isRight ? "yes" : "no", each.features()));
    }
  }

  private static Gold gold(Path file) {
    try {
      return Gold.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String label(String stance) {
    return stance.equals(NONE) ? stance : stance.toUpperCase(Locale.ROOT);
  }

  private static List<Example> ofText(Path file, RuleReader reader) {
    Gold gold = gold(file);
    List<ClauseTrace> traces = reader.traces(Article.of(gold.text(), gold.published()));
    Map<Integer, String> stances = new HashMap<>();
    Set<Integer> unsure = new HashSet<>();
    for (Gold.Claim claim : gold.claims()) {
      int best = -1;
      for (int i = 0; i < traces.size(); i++) {
        if (Scorer.isHalf(traces.get(i).at(), claim.at())) {
          unsure.add(i);
          boolean isFree = !stances.containsKey(i) && isBy(traces.get(i), claim.speaker());
          best = isFree && isCloser(traces, i, best, claim.at()) ? i : best;
        }
      }
      if (best >= 0) {
        stances.put(best, claim.stance());
      }
    }
    List<Example> all = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      if (stances.containsKey(i) || !unsure.contains(i)) {
        add(traces.get(i), label(stances.getOrDefault(i, NONE)), all);
      }
    }
    return all;
  }

  private static List<Example> ofSentence(String line, RuleReader reader) {
    String real = line;
    for (String each : List.of("Northlandic", "Southlandic", "Eastlandic", "Westlandic")) {
      real = real.replace(each, COUNTRIES.getOrDefault(each, each));
    }
    for (Map.Entry<String, String> each : COUNTRIES.entrySet()) {
      real = real.replace(each.getKey(), each.getValue());
    }
    String[] fields = real.split("\t", 3);
    String text = fields[2].replace("[", "").replace("]", "");
    boolean isClaim = !fields[0].equals(NONE);
    int start = fields[2].indexOf('[');
    TextSpan all = isClaim ? new TextSpan(0, text.length()) : null;
    TextSpan said = start < 0 ? all : new TextSpan(start, fields[2].indexOf(']') - 1);
    List<ClauseTrace> traces = reader.traces(Article.of(text + "\n", ANY_DAY));
    int best = -1;
    for (int i = 0; isClaim && said != null && i < traces.size(); i++) {
      boolean isOne = Scorer.isHalf(traces.get(i).at(), said) && isBy(traces.get(i), fields[1]);
      best = isOne && isCloser(traces, i, best, said) ? i : best;
    }
    List<Example> found = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      if (i == best || !isClaim || isApart(traces.get(i), said)) {
        add(traces.get(i), label(i == best ? fields[0] : NONE), found);
      }
    }
    return found;
  }

  private static boolean isApart(ClauseTrace trace, @Nullable TextSpan said) {
    return said != null && trace.at().overlap(said) == 0;
  }

  private static boolean isBy(ClauseTrace trace, String speaker) {
    return trace.speakers().stream().anyMatch(each -> Scorer.isSameSpeaker(each.name(), speaker));
  }

  /// Of two clauses in the same words the one that the rules make a claim of, else the longer one.
  private static boolean isCloser(List<ClauseTrace> traces, int one, int other, TextSpan at) {
    if (other < 0) {
      return true;
    }
    boolean isClaim = traces.get(one).outcome() == ClauseTrace.Outcome.CLAIMED;
    boolean isOther = traces.get(other).outcome() == ClauseTrace.Outcome.CLAIMED;
    return isClaim == isOther
        ? traces.get(one).at().overlap(at) > traces.get(other).at().overlap(at)
        : isClaim;
  }

  private static void add(ClauseTrace trace, String stance, List<Example> all) {
    if (trace.outcome() != ClauseTrace.Outcome.RUMOUR) {
      all.add(new Example(stance, trace.features()));
    }
  }
}
