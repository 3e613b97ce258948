package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.PackageBound;
import org.parley.bargain.SigningRule;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.Demand;

/// The answer in one sentence: is there a deal?
///
/// @param sentence the answer
/// @param because what stands in the way; may be empty
/// @param others who accepts something without the rest; may be empty
public record Headline(String sentence, String because, String others) {

  /// The answer from the counts, and from the clashes where these were looked for.
  ///
  /// @param clashes what clashes; absent where it was not looked for, or where something is
  ///   acceptable to all
  public static Headline of(PackageProblem packages, ZoneTable table, @Nullable Clashes clashes) {
    PackageWords words = new PackageWords(packages);
    ZoneTable.Row all = table.everyone();
    String everyone = words.parties(all.parties());
    if (table.all().signum() == 0) {
      return new Headline(
          "The ties between the points leave no package at all.",
          "They contradict each other, whoever would accept what.",
          "");
    }
    boolean complete = packages.grades().areComplete();
    if (!complete && !all.ruledOut()) {
      return tooEarly(words, table, clashes);
    }
    if (!all.isEmpty()) {
      return new Headline(
          "%s of %s packages %s acceptable to %s."
              .formatted(
                  counted(all),
                  PackageWords.number(table.all()),
                  all.atMost().equals(BigInteger.ONE) ? "is" : "are",
                  everyone),
          "",
          signable(packages, table));
    }
    ZoneTable.Row best = table.best();
    String others =
        best.isEmpty()
            ? table.rows().size() == 1
                ? ""
                : "No smaller group that was looked at accepts anything together either."
            : best.canSign()
                ? "%s can sign without the others: %s."
                    .formatted(
                        words.parties(best.parties()),
                        PackageWords.count(best.atLeast(), best.atMost()))
                : "%s alone: %s."
                    .formatted(
                        words.parties(best.parties()),
                        PackageWords.count(best.atLeast(), best.atMost()));
    return new Headline(
        "No package is acceptable to %s.".formatted(everyone),
        because(words, clashes),
        sentences(others, signable(packages, table), silent(packages), words.missingGrades()));
  }

  /// What is said while grades are missing, each of which may be another red line.
  private static Headline tooEarly(PackageWords words, ZoneTable table, @Nullable Clashes clashes) {
    ZoneTable.Row all = table.everyone();
    String ifTolerated =
        all.isEmpty()
            ? "Even if they tolerate every option they have not graded, nothing is acceptable, unless"
                + " one of these is worth more."
            : "If they tolerate every option they have not graded, %s of %s packages %s acceptable."
                .formatted(
                    counted(all)
                        .replaceFirst("^Between", "between")
                        .replaceFirst("^About", "about"),
                    PackageWords.number(table.all()),
                    all.atMost().equals(BigInteger.ONE) ? "is" : "are");
    return new Headline(
        "Too early to say what is acceptable to %s: %s."
            .formatted(words.parties(all.parties()), words.gradesOnRecord()),
        because(words, clashes),
        sentences(ifTolerated, silent(words.packages())));
  }

  /// What could be signed, where not all have to sign.
  private static String signable(PackageProblem packages, ZoneTable table) {
    PackageBound.CountBetween signable = table.signable().orElse(null);
    if (signable == null || !packages.silent().isEmpty()) {
      return "";
    }
    SigningRule rule = packages.problem().signing();
    PackageWords words = new PackageWords(packages);
    int always = 0;
    for (int party : rule.always()) {
      always |= 1 << party;
    }
    return String.format(
        Locale.ROOT,
        "%s could be signed: it takes %d of %d%s.",
        PackageWords.count(signable.atLeast(), signable.atMost()).replaceFirst("^about", "About"),
        rule.atLeast(),
        packages.seats().size(),
        always == 0 ? "" : ", and always " + words.parties(always));
  }

  private static String silent(PackageProblem packages) {
    return packages.silent().isEmpty()
        ? ""
        : "It takes the signature of "
            + PackageWords.list(packages.silent())
            + " as well, of whom nothing is on record.";
  }

  /// All of it, a blank between the sentences.
  public String whole() {
    return sentences(sentence, because, others);
  }

  private static String sentences(String... sentences) {
    return String.join(" ", sentences).replaceAll(" +", " ").strip();
  }

  private static String counted(ZoneTable.Row row) {
    String least = PackageWords.number(row.atLeast());
    return row.isExact()
        ? least.replaceFirst("^about", "About")
        : "Between " + least + " and " + PackageWords.number(row.atMost());
  }

  private static String because(PackageWords words, @Nullable Clashes clashes) {
    if (clashes == null || clashes.clashes().isEmpty()) {
      return "";
    }
    List<Demand> least = PackageWords.merged(clashes.clashes()).getFirst();
    return words.clash(least);
  }
}
