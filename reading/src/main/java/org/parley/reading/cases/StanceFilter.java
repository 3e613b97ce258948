package org.parley.reading.cases;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Lexicon;

/// The second gate: measures whether the quotation of a claim carries its stance, by the words
/// right before, within and right after it. The same for every reader. Cost: constant a claim.
public final class StanceFilter {

  private static final int MAX_AROUND = 60;

  private StanceFilter() {}

  /// The doubts about a claim of `article`; none if its quotation carries the stance.
  public static Set<QuotationDoubt> doubts(Article article, Proposal.OfClaim claim) {
    Set<QuotationDoubt> found = EnumSet.noneOf(QuotationDoubt.class);
    boolean isOutside = claim.quotation().at().end() > article.text().length();
    if (isOutside || !Lexicon.isPresent(article.language())) {
      return found;
    }
    StanceWords words = StanceWords.of(article.language());
    String own = claim.quotation().words().toLowerCase(Locale.ROOT);
    if (words.areAnswer(own)) {
      found.add(QuotationDoubt.SHORT_ANSWER);
    }
    if (!isPositive(claim.stance()) && claim.stance() != SaidStance.REJECTED) {
      return found;
    }
    String text = article.text();
    TextSpan at = claim.quotation().at();
    String before = clauseBefore(text, at.start());
    String after = clauseAfter(text, at.end());
    if (isPositive(claim.stance()) && words.negations().matcher(before).find()) {
      found.add(QuotationDoubt.CUT_NEGATION);
    }
    if (words.conditions().matcher(after).find()) {
      found.add(QuotationDoubt.CUT_CONDITION);
    }
    if (isPositive(claim.stance()) && words.obstacles().matcher(own).find()) {
      found.add(QuotationDoubt.OBSTACLE);
    }
    return found;
  }

  private static boolean isPositive(SaidStance stance) {
    return switch (stance) {
      case AGREED, MOSTLY_AGREED, SHARE, RECEIVED, FINAL_SOON -> true;
      case OPEN, REJECTED, CONDITIONAL, NOT_RECEIVED, PREFERS, DENIED_REPORT -> false;
    };
  }

  private static String clauseBefore(String text, int end) {
    int from = Math.max(0, end - MAX_AROUND);
    for (int i = from; i < end; i++) {
      from = ",.;:!?\n".indexOf(text.charAt(i)) >= 0 ? i + 1 : from;
    }
    return text.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private static String clauseAfter(String text, int start) {
    int to = Math.min(text.length(), start + MAX_AROUND);
    for (int i = to - 1; i >= start; i--) {
      to = ".;!?\n".indexOf(text.charAt(i)) >= 0 ? i : to;
    }
    return text.substring(start, to).toLowerCase(Locale.ROOT);
  }

  /// The patterns of one language, from its word lists.
  ///
  /// @param answers the words of answers that say "yes" or "no" and nothing else
  private record StanceWords(
      Pattern negations, Pattern conditions, Pattern obstacles, Set<String> answers) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Map<String, StanceWords> LOADED = new ConcurrentHashMap<>();

    static StanceWords of(String language) {
      return LOADED.computeIfAbsent(
          language.split("-", 2)[0].toLowerCase(Locale.ROOT), StanceWords::read);
    }

    private static StanceWords read(String language) {
      Lexicon lexicon = Lexicon.of(language);
      return new StanceWords(
          Pattern.compile(
              "\\b(?:" + alternatives(lexicon, "gate.negations") + ")(?:\\s+\\S+){0,4}\\s*$"),
          Pattern.compile("^[\\s,\"”']*(?:" + alternatives(lexicon, "gate.conditions") + ")\\b"),
          Pattern.compile("\\b(?:" + alternatives(lexicon, "gate.obstacles") + ")\\b"),
          Stream.of("yes", "no", "partly", "small")
              .flatMap(each -> lexicon.lines("script." + each).stream())
              .flatMap(BETWEEN_WORDS::splitAsStream)
              .collect(Collectors.toSet()));
    }

    boolean areAnswer(String quotation) {
      return BETWEEN_WORDS
          .splitAsStream(quotation.replace("n't", " not"))
          .allMatch(each -> each.isEmpty() || answers.contains(each));
    }

    private static String alternatives(Lexicon lexicon, String heading) {
      return String.join("|", lexicon.lines(heading));
    }
  }
}
