package org.parley.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.SaidStance;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.statements.StatementGroup;
import org.parley.reading.statements.Statements;
import org.parley.reading.statements.Telling;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Evaluates how claims of many articles are grouped by statement.
///
/// Figures are of pairs of claims and of B-cubed (Bagga and Baldwin 1998), for annotated claims and
/// for those that the reader proposes. Arguments: folders, each a set of articles about one day;
/// `--errors` lists wrong pairs.
public final class StatementBench {

  private StatementBench() {}

  /// A telling and the annotated statement; empty if it matches none.
  private record Labelled(Telling telling, String statement) {}

  public static void main(String[] arguments) throws IOException, ReaderUnavailableException {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean errors = words.remove("--errors");
    for (String each : words) {
      Path folder = Path.of(each);
      List<Telling> record = onRecord(folder.resolve("on-record.yaml"));
      List<Labelled> gold = new ArrayList<>();
      List<Labelled> read = new ArrayList<>();
      int article = 0;
      for (Path file : AnnotatedTexts.in(folder)) {
        addGold(file, article, gold);
        addRead(file, article, read);
        article++;
      }
      System.out.println(each);
      report("annotated", gold, record, errors, relations(folder.resolve("statements.yaml")));
      report("read", read, record, false, Map.of());
    }
  }

  private static Map<?, ?> load(Path file) throws IOException {
    return (Map<?, ?>)
        Objects.requireNonNull(
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
  }

  private static List<Map<?, ?>> list(Map<?, ?> top, String key) {
    List<Map<?, ?>> all = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(top.get(key))) {
      all.add((Map<?, ?>) each);
    }
    return all;
  }

  private static @Nullable String word(Map<?, ?> each, String key) {
    Object value = each.get(key);
    return value == null ? null : String.valueOf(value);
  }

  private static Telling telling(
      Map<?, ?> each,
      int article,
      int number,
      @Nullable LocalDate published,
      @Nullable ClaimId id) {
    Object share = each.get("share");
    String said = word(each, "said_on");
    String quote = word(each, "quote");
    return new Telling(
        article,
        number,
        id,
        String.valueOf(each.get("speaker")),
        null,
        said == null ? null : Edtf.of(said),
        published,
        String.valueOf(each.get("subject")),
        Set.of(),
        SaidStance.valueOf(String.valueOf(each.get("stance")).toUpperCase(Locale.ROOT)),
        share instanceof Number figure ? (int) Math.round(10 * figure.doubleValue()) : null,
        word(each, "condition"),
        quote == null ? String.valueOf(each.get("subject")) : quote,
        Attribution.REPORTED_SPEECH,
        90);
  }

  private static List<Telling> onRecord(Path file) throws IOException {
    return list(load(file), "statements").stream()
        .map(each -> telling(each, -1, 0, null, new ClaimId(String.valueOf(each.get("id")))))
        .toList();
  }

  private static Map<String, String> relations(Path file) throws IOException {
    Map<String, String> all = new HashMap<>();
    list(load(file), "statements")
        .forEach(
            each -> all.put(String.valueOf(each.get("id")), String.valueOf(each.get("relation"))));
    return all;
  }

  private static void addGold(Path file, int article, List<Labelled> all) throws IOException {
    Map<?, ?> top = load(file);
    LocalDate published = LocalDate.parse(String.valueOf(top.get("published")));
    Map<?, ?> gold = (Map<?, ?>) Objects.requireNonNull(top.get("gold"));
    for (Map<?, ?> each : list(gold, "claims")) {
      all.add(
          new Labelled(
              telling(each, article, all.size() + 1, published, null),
              String.valueOf(each.get("statement"))));
    }
  }

  private static void addRead(Path file, int article, List<Labelled> all)
      throws IOException, ReaderUnavailableException {
    Gold gold = Gold.of(file);
    List<Map<?, ?>> claims =
        list((Map<?, ?>) Objects.requireNonNull(load(file).get("gold")), "claims");
    ArticleReading reading =
        ArticleReading.of(Article.of(gold.text(), gold.published()), new RuleReader());
    for (Proposal each : reading.proposals()) {
      if (each instanceof Proposal.OfClaim claim && claim.attribution() != Attribution.NEWSROOM) {
        String statement = "";
        for (int i = 0; i < claims.size() && statement.isEmpty(); i++) {
          Gold.Claim right = gold.claims().get(i);
          boolean isOne =
              Scorer.isSameSpeaker(claim.speaker().name(), right.speaker())
                  && Scorer.isHalf(claim.quotation().at(), right.at());
          statement = isOne ? String.valueOf(claims.get(i).get("statement")) : "";
        }
        all.add(
            new Labelled(
                Telling.of(article, all.size() + 1, gold.published(), claim, Set.of()), statement));
      }
    }
  }

  private static void report(
      String name,
      List<Labelled> all,
      List<Telling> record,
      boolean errors,
      Map<String, String> relations) {
    List<StatementGroup> groups =
        Statements.of(all.stream().map(Labelled::telling).toList(), record, "en");
    Map<Integer, Integer> groupOf = new HashMap<>();
    for (StatementGroup group : groups) {
      group.told().forEach(each -> groupOf.put(each.number(), group.number()));
    }
    int right = 0;
    int made = 0;
    int wanted = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Labelled one = all.get(i);
        Labelled other = all.get(j);
        boolean isOne =
            Objects.equals(
                groupOf.get(one.telling().number()), groupOf.get(other.telling().number()));
        boolean isRight = !one.statement().isEmpty() && one.statement().equals(other.statement());
        made += isOne ? 1 : 0;
        wanted += isRight ? 1 : 0;
        right += isOne && isRight ? 1 : 0;
        if (errors && isOne != isRight) {
          System.out.println(
              (isOne ? "  wrong  " : "  missed ") + describe(one) + " <> " + describe(other));
        }
      }
    }
    double precision = 0;
    double recall = 0;
    for (Labelled one : all) {
      int both = 0;
      int group = 0;
      int statement = 0;
      for (Labelled other : all) {
        boolean isOne =
            Objects.equals(
                groupOf.get(one.telling().number()), groupOf.get(other.telling().number()));
        boolean isRight =
            one.equals(other)
                || (!one.statement().isEmpty() && one.statement().equals(other.statement()));
        group += isOne ? 1 : 0;
        statement += isRight ? 1 : 0;
        both += isOne && isRight ? 1 : 0;
      }
      precision += (double) both / group / all.size();
      recall += (double) both / statement / all.size();
    }
    System.out.printf(
        Locale.ROOT,
        "  %-9s  claims %d  groups %d  pairs P %.2f R %.2f  B-cubed P %.2f R %.2f%n",
        name,
        all.size(),
        groups.size(),
        made == 0 ? 1 : (double) right / made,
        wanted == 0 ? 1 : (double) right / wanted,
        precision,
        recall);
    Map<String, Integer> kinds = new java.util.TreeMap<>();
    groups.forEach(each -> kinds.merge(String.valueOf(each.relation()), 1, Integer::sum));
    System.out.println("  relations " + kinds);
    if (errors) {
      for (StatementGroup group : groups) {
        String statement =
            all.stream()
                .filter(each -> each.telling().equals(group.leading()))
                .map(Labelled::statement)
                .findFirst()
                .orElse("");
        System.out.println(
            "  "
                + statement
                + " "
                + relations.get(statement)
                + " -> "
                + group.relation()
                + " "
                + group.record()
                + " otherwise "
                + group.otherwise()
                + " added "
                + group.added());
      }
    }
  }

  private static String describe(Labelled each) {
    return each.statement()
        + " "
        + each.telling().speaker()
        + " | "
        + each.telling().said()
        + " | "
        + each.telling().stance()
        + " | "
        + each.telling().subject();
  }
}
