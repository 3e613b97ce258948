package org.parley.bench.reading;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.QuotationFilter;
import org.parley.reading.Reader;
import org.parley.reading.ReaderUnavailableException;

/// Ablation of the reading rules: replaces one result after another by a constant, or one word list
/// by an empty one. Prints the change of every measured figure.
///
/// Arguments: folders of annotated texts. `--tests` replaces single tests of words as well; by
/// default, results of methods, named conditions and lists. `--idle` stops at the first changed
/// figure, and prints only rules without one. Texts are parsed once. A rule is run only on texts
/// where it returned something else than the constant.
public final class Ablation {

  /// How often more calls than without ablation mean that a loop does not end.
  private static final int MOST_CALLS = 30;

  private static final int READERS = 2;

  /// A text under one of two readers: by rules with models, by rules alone.
  private record Case(Gold gold, Article article, int reader, String set) {}

  /// The unchanged reading of a case.
  private record Baseline(
      List<Proposal> proposals, String figures, BitSet something, BitSet nothing, long calls) {}

  private final List<Case> cases = new ArrayList<>();
  private final List<Baseline> baselines = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private final AblationLoader loader = new AblationLoader();
  private boolean isIdleOnly;

  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean isWithTests = words.remove("--tests");
    Ablation ablation = new Ablation();
    ablation.isIdleOnly = words.remove("--idle");
    ablation.run(words.stream().map(Path::of).toList(), isWithTests);
  }

  private void run(List<Path> folders, boolean isWithTests)
      throws IOException, ReflectiveOperationException {
    Class<?> type = loader.loadClass("org.parley.reading.rules.RuleReader");
    Constructor<?> constructor = type.getConstructor();
    Method byRulesAlone = type.getMethod("byRulesAlone");
    readers.add((Reader) constructor.newInstance());
    readers.add((Reader) byRulesAlone.invoke(null));
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
          add(Gold.of(file), folder.getFileName().toString());
        }
      }
    }
    cases.forEach(each -> baselines.add(baseline(each)));
    System.out.println(cases.size() + " readings, " + loader.rules().size() + " places");
    idle();
    List<String> lists = lists();
    for (String list : lists) {
      AblationSwitch.offList = list;
      report("LIST", list, "empty", IntStream.range(0, cases.size()).boxed().toList());
      AblationSwitch.offList = "";
    }
    for (int rule = 0; rule < loader.rules().size(); rule++) {
      System.out.flush();
      AblationLoader.Rule each = loader.rules().get(rule);
      if (each.kind() == AblationLoader.Kind.TEST && !isWithTests) {
        continue;
      }
      AblationSwitch.off = rule;
      AblationSwitch.constant = false;
      report(each.kind().name(), each.toString(), "false", touched(rule, true));
      if (each.isTruth()) {
        AblationSwitch.constant = true;
        report(each.kind().name(), each.toString(), "true", touched(rule, false));
      }
      AblationSwitch.off = -1;
    }
  }

  /// The places that never returned something, or never nothing, in any text.
  private void idle() {
    for (int rule = 0; rule < loader.rules().size(); rule++) {
      AblationLoader.Rule each = loader.rules().get(rule);
      if (touched(rule, true).isEmpty()) {
        System.out.println("NEVER\t" + each.kind() + "\t" + each);
      } else if (each.isTruth() && touched(rule, false).isEmpty()) {
        System.out.println("ALWAYS\t" + each.kind() + "\t" + each);
      }
    }
  }

  private void add(Gold gold, String folder) {
    String hand = gold.name().replaceFirst(".*-(hand\\d)$|.*", "$1");
    for (int reader = 0; reader < READERS; reader++) {
      cases.add(
          new Case(
              gold,
              Article.of(gold.text(), gold.published()),
              reader,
              (hand.isEmpty() ? folder : hand) + (reader == 0 ? "" : " by rules")));
    }
  }

  private static List<String> lists() throws IOException {
    List<String> found = new ArrayList<>();
    for (String file :
        List.of(
            "saying",
            "stance",
            "share",
            "people",
            "documents",
            "meetings",
            "dates",
            "scope",
            "topics",
            "predicates",
            "grammar")) {
      String text =
          new String(
              java.util.Objects.requireNonNull(
                      Reader.class.getResourceAsStream("language/en/" + file + ".txt"))
                  .readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);
      text.lines()
          .filter(each -> each.startsWith("["))
          .forEach(each -> found.add(file + "." + each.substring(1, each.indexOf(']'))));
    }
    return found;
  }

  /// The cases in which a rule returned the opposite of the constant.
  private List<Integer> touched(int rule, boolean isSomething) {
    return IntStream.range(0, cases.size())
        .filter(
            i ->
                (isSomething ? baselines.get(i).something() : baselines.get(i).nothing()).get(rule))
        .boxed()
        .toList();
  }

  private Baseline baseline(Case each) {
    AblationSwitch.something = new BitSet();
    AblationSwitch.nothing = new BitSet();
    AblationSwitch.calls = 0;
    AblationSwitch.mostCalls = Long.MAX_VALUE;
    List<Proposal> proposals = read(each);
    return new Baseline(
        proposals,
        figures(each, proposals),
        AblationSwitch.something,
        AblationSwitch.nothing,
        AblationSwitch.calls);
  }

  private List<Proposal> read(Case each) {
    try {
      return QuotationFilter.admit(
              each.article(), readers.get(each.reader()).propose(each.article()))
          .passed();
    } catch (ReaderUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String figures(Case each, List<Proposal> proposals) {
    Scorer.Score score = Scorer.of(each.gold(), proposals);
    return score.claims().counts()
        + " "
        + score.meetings().counts()
        + " "
        + score.steps().counts()
        + " "
        + score.documents().counts();
  }

  /// One line: kind, rule, constant, readings it touched, readings changed, figures changed.
  private void report(String kind, String rule, String constant, List<Integer> touched) {
    int changed = 0;
    Map<String, double[]> change = new TreeMap<>();
    String broken = "";
    for (int i : touched) {
      Case each = cases.get(i);
      Baseline before = baselines.get(i);
      AblationSwitch.calls = 0;
      AblationSwitch.mostCalls = MOST_CALLS * before.calls() + 100_000;
      try {
        List<Proposal> now = read(each);
        if (!now.equals(before.proposals())) {
          changed++;
          if (isIdleOnly && !figures(each, now).equals(before.figures())) {
            return;
          }
          difference(change, each.set(), before.figures(), figures(each, now));
        }
      } catch (RuntimeException | StackOverflowError e) {
        if (isIdleOnly) {
          return;
        }
        broken = e.getClass().getSimpleName();
        break;
      }
    }
    Map<String, String> shown = new LinkedHashMap<>();
    change.forEach(
        (set, sums) -> {
          if (IntStream.range(0, sums.length).anyMatch(i -> Math.abs(sums[i]) > 1e-6)) {
            shown.put(set, shown(sums));
          }
        });
    System.out.println(
        String.join(
            "\t",
            kind,
            rule,
            constant,
            "" + touched.size(),
            broken.isEmpty() ? "" + changed : broken,
            shown.toString()));
  }

  private static void difference(
      Map<String, double[]> change, String set, String before, String after) {
    String[] old = before.split(" ");
    String[] now = after.split(" ");
    double[] sums = change.computeIfAbsent(set, _ -> new double[now.length]);
    for (int i = 0; i < now.length; i++) {
      sums[i] += Double.parseDouble(now[i]) - Double.parseDouble(old[i]);
    }
  }

  private static String shown(double[] sums) {
    List<String> parts = new ArrayList<>();
    List<String> kinds = List.of("claims", "meetings", "steps", "documents");
    for (int i = 0; i < sums.length; i++) {
      if (Math.abs(sums[i]) > 1e-6) {
        parts.add(
            kinds.get(i / ScoreTally.COUNTS.size())
                + " "
                + ScoreTally.COUNTS.get(i % ScoreTally.COUNTS.size())
                + String.format(java.util.Locale.ROOT, " %+.3g", sums[i]));
      }
    }
    return String.join(", ", parts);
  }

  private Ablation() {}
}
