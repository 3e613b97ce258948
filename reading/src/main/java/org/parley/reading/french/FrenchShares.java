package org.parley.reading.french;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.french.FrenchSpeakers.FrenchReport;

/// Shares of a document: "90 % de l'accord", "prêt à 90 %", "les deux tiers du texte", "17 des 20
/// points".
final class FrenchShares {

  private static final int BY_NAME = 75;
  private static final int UNNAMED = 60;
  private static final int BY_NEWSROOM = 55;

  private static final String NUMBER = "(\\d{1,3}|" + FrenchWords.any("share.numbers") + ")";
  private static final String PARTS = FrenchWords.any("share.parts");
  private static final String DOCUMENT = FrenchWords.any("documents.documents");

  private static final String OF =
      " (?:de (?:l'|la |ce |cet |cette |ces |leur |son )?|du |des |d')";

  private static final Pattern PERCENT =
      FrenchWords.compiled(
          "(?<![\\p{L}\\p{N},.-])(?:(\\d{1,3})(?:[.,](\\d))?|("
              + FrenchWords.any("share.numbers")
              + ")) ?"
              + FrenchWords.any("share.percent")
              + "(?![\\p{L}\\p{N}])");

  private static final Pattern FRACTION = FrenchWords.words(FrenchWords.any("share.fractions"));

  private static final Pattern COUNT =
      FrenchWords.words(
          "(?:"
              + NUMBER
              + " (?:des|sur(?: les)?) "
              + NUMBER
              + " ("
              + PARTS
              + ")"
              + "|"
              + NUMBER
              + " ("
              + PARTS
              + ") sur(?: les)? "
              + NUMBER
              + ")");

  /// The document after a share, with "de paix" or "sur la pêche".
  private static final Pattern OBJECT =
      FrenchWords.compiled(
          "\\G"
              + OF
              + "(?:[\\p{L}]{1,15} )?("
              + "(?:"
              + DOCUMENT
              + "|"
              + PARTS
              + ")(?![\\p{L}-])"
              + "(?: (?:de|sur) (?:la |le |les |l')?[\\p{L}'-]{2,20}| d'[\\p{L}-]{2,20})?)");

  private static final Pattern COMPLETED_BEFORE =
      FrenchWords.compiled(
          FrenchWords.any("share.completion")
              + "(?![\\p{L}])(?: [\\p{L}]{1,15}){0,2} (?:à|sur)(?: [\\p{L}]{1,12}){0,2} $");

  private static final Pattern A_DOCUMENT =
      FrenchWords.words(
          "(?:(?:le|la|les|un|une|ce|cet|cette|leur|son) |l')?(?:[\\p{L}]{1,12} )?"
              + DOCUMENT
              + "(?: (?:de|sur) (?:la |le |les |l')?[\\p{L}'-]{2,20}| d'[\\p{L}-]{2,20})?");

  private static final Pattern UNSETTLED =
      FrenchWords.words(
          "(?:"
              + FrenchWords.any("share.refusal", "share.denial")
              + "|n'[\\p{L}]{1,10} (?:pas|plus)|ne [\\p{L}]{1,10} (?:pas|plus))");

  private static final Map<Pattern, String> NUMBERS = FrenchWords.valuePatterns("share.numbers");
  private static final Map<Pattern, String> FRACTIONS =
      FrenchWords.valuePatterns("share.fractions");

  private record Degree(int from, int to, String share, boolean isWhole, @Nullable String parts) {}

  private final String whole;
  private final FrenchText text;

  FrenchShares(String whole, FrenchText text) {
    this.whole = whole;
    this.text = text;
  }

  /// The shares of a sentence.
  ///
  /// @param reports who speaks in it
  /// @param around who speaks in the sentences beside it, if what is quoted goes on there
  List<Proposal.OfClaim> in(
      FrenchSentence s, List<FrenchReport> reports, List<FrenchReport> around) {
    List<Proposal.OfClaim> found = new ArrayList<>();
    for (Degree degree : degrees(s.text())) {
      int from = s.clauseStart(degree.from);
      int to = s.clauseEnd(degree.to);
      String subject = subject(s, degree, from, to);
      FrenchReport report = report(s, degree, reports, around);
      boolean isByNobody = report == null && text.isQuoted(s.start() + degree.from);
      if (subject != null && !isByNobody && !isUnsettled(s, degree, to)) {
        found.add(claim(s, degree, subject, from, to, report));
      }
    }
    return found;
  }

  private Proposal.OfClaim claim(
      FrenchSentence s,
      Degree degree,
      String subject,
      int from,
      int to,
      @Nullable FrenchReport report) {
    boolean isQuoted = text.isQuoted(s.start() + degree.from);
    Proposal.Quotation quotation = s.quotation(whole, start(s, degree, from), end(s, degree, to));
    Speaker speaker =
        report == null
            ? Speaker.newsroom(new TextSpan(s.start() + degree.from, s.start() + degree.to))
            : report.speaker();
    Attribution attribution =
        report == null
            ? Attribution.NEWSROOM
            : isQuoted
                ? Attribution.DIRECT_QUOTE
                : report.isUnnamed() ? Attribution.UNATTRIBUTED : Attribution.REPORTED_SPEECH;
    return new Proposal.OfClaim(
        quotation,
        speaker,
        null,
        report == null ? null : report.said(),
        subject,
        degree.isWhole ? SaidStance.AGREED : SaidStance.SHARE,
        degree.share,
        List.of(),
        null,
        attribution,
        report == null ? BY_NEWSROOM : speaker.isNamed() ? BY_NAME : UNNAMED);
  }

  /// Who says it: the report before it, else the first after it. Of quoted words, the nearest one,
  /// else that of the sentence beside it.
  private @Nullable FrenchReport report(
      FrenchSentence s, Degree degree, List<FrenchReport> reports, List<FrenchReport> around) {
    boolean isQuoted = text.isQuoted(s.start() + degree.from);
    if (isQuoted) {
      return reports.stream()
          .min(Comparator.comparingInt(each -> Math.abs(each.at() - degree.from)))
          .orElse(around.isEmpty() ? null : around.getFirst());
    }
    return reports.stream()
        .filter(each -> each.at() < degree.from)
        .max(Comparator.comparingInt(FrenchReport::at))
        .or(() -> reports.stream().min(Comparator.comparingInt(FrenchReport::at)))
        .orElse(null);
  }

  /// The words from the last comma before what is said, or from its document.
  private static int start(FrenchSentence s, Degree degree, int from) {
    int comma = s.text().lastIndexOf(',', degree.from);
    return Math.max(from, comma + 1);
  }

  private static int end(FrenchSentence s, Degree degree, int to) {
    int comma = s.text().indexOf(", ", degree.to);
    return comma < 0 ? to : Math.min(to, comma);
  }

  private static List<Degree> degrees(String words) {
    List<Degree> found = new ArrayList<>();
    Matcher percent = PERCENT.matcher(words);
    while (percent.find()) {
      int number =
          percent.group(1) == null ? number(percent.group(3)) : Integer.parseInt(percent.group(1));
      String tenth = percent.group(2) == null ? "" : "." + percent.group(2);
      if (number < 100 || (number == 100 && tenth.isEmpty())) {
        found.add(
            new Degree(percent.start(), percent.end(), number + tenth + " %", number == 100, null));
      }
    }
    Matcher fraction = FRACTION.matcher(words);
    while (fraction.find()) {
      String share = FrenchWords.value(FRACTIONS, fraction.group());
      found.add(new Degree(fraction.start(), fraction.end(), share, false, null));
    }
    Matcher count = COUNT.matcher(words);
    while (count.find()) {
      boolean isBefore = count.group(1) != null;
      int part = number(isBefore ? count.group(1) : count.group(4));
      int all = number(isBefore ? count.group(2) : count.group(6));
      String parts = count.group(isBefore ? 3 : 5);
      if (part <= all && all > 1) {
        found.add(new Degree(count.start(), count.end(), part + " of " + all, part == all, parts));
      }
    }
    return found;
  }

  private static int number(String words) {
    return Character.isDigit(words.charAt(0))
        ? Integer.parseInt(words)
        : Integer.parseInt(FrenchWords.value(NUMBERS, words.toLowerCase(Locale.ROOT)));
  }

  /// The document that it is a share of; null if it is of something else.
  private static @Nullable String subject(FrenchSentence s, Degree degree, int from, int to) {
    Matcher object = OBJECT.matcher(s.text()).region(degree.to, to);
    if (object.find()) {
      String of = object.group(1);
      return degree.parts == null ? of : degree.parts + object.group();
    }
    if (degree.parts != null) {
      return degree.parts;
    }
    String before = s.text().substring(from, degree.from);
    if (!COMPLETED_BEFORE.matcher(before).find()) {
      return null;
    }
    String found = null;
    Matcher documents = A_DOCUMENT.matcher(before);
    while (documents.find()) {
      boolean isManner =
          before.substring(0, documents.end()).toLowerCase(Locale.ROOT).endsWith("d'accord");
      found = isManner ? found : documents.group();
    }
    return found;
  }

  private static boolean isUnsettled(FrenchSentence s, Degree degree, int to) {
    int from = s.clauseStart(degree.from);
    return UNSETTLED.matcher(s.text().substring(from, end(s, degree, to))).find();
  }
}
