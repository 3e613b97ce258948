package org.parley.reading.french;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.act.ActKind;
import org.parley.reading.Proposal;
import org.parley.reading.Proposal.ReportedState;
import org.parley.reading.french.FrenchDates.FrenchDate;

/// Documents and their states where they are plain: "le protocole a été signé mardi".
final class FrenchDocuments {

  private static final int SURE = 70;
  private static final int AFTER = 60;
  private static final int AROUND = 20;

  private static final String ACT = FrenchWords.any("documents.acts");
  private static final String ADVERB = "(?:[\\p{L}-]{1,15} ){0,2}?";

  /// "L'accord a été signé", "n'a pas été signé".
  private static final Pattern PASSIVE =
      FrenchWords.words(
          "(n')?(?:a|ont|avait|avaient|est|sont) (pas |pas encore |toujours pas |jamais )?"
              + ADVERB
              + "été "
              + ADVERB
              + "("
              + ACT
              + ")");

  private static final String ARTICLE = "(?:(?:le|la|les|un|une|ce|cet|cette|leur|des) |l')";

  private static final String DOCUMENT =
      "(?:(?:premier|nouveau|nouvel|nouvelle|second) )?" + FrenchWords.any("documents.documents");

  /// "Ont signé un accord".
  private static final Pattern ACTIVE =
      FrenchWords.compiled(
          "(?<![\\p{L}\\p{N}-])(n')?(?:a|ont|avait|avaient|avons) (pas |pas encore |toujours pas |jamais )?"
              + ADVERB
              + "("
              + ACT
              + ")(?: [\\p{L}\\d'-]{1,20}){0,6}? (?="
              + ARTICLE
              + DOCUMENT
              + ")");

  private static final Pattern NAMED =
      FrenchWords.words(
          "(?:"
              + ARTICLE
              + ")?("
              + DOCUMENT
              + ")"
              + "(?: (?:de|d'|du|des|sur)(?: ?(?:la |le |les |l'))? ?[\\p{L}'-]{2,25}){0,3}");

  private static final Pattern NO_DOCUMENT = FrenchWords.words(FrenchWords.any("documents.others"));

  private static final Pattern DRAFT = FrenchWords.words(FrenchWords.any("documents.drafts"));

  private static final Pattern DENIED =
      FrenchWords.words(
          "(?:"
              + FrenchWords.any("share.denial")
              + "|si|s'il|s'ils|quand|lorsque|une fois que|après que)");

  private static final Pattern THAT = FrenchWords.compiled("(?<![\\p{L}])(?:que |qu'|où )");

  private static final Map<Pattern, String> STATES = FrenchWords.valuePatterns("documents.acts");

  private record Name(int from, int to) {}

  private final String whole;
  private final FrenchDates dates;

  FrenchDocuments(String whole, FrenchDates dates) {
    this.whole = whole;
    this.dates = dates;
  }

  List<Proposal.OfInstrument> in(FrenchSentence s) {
    List<Proposal.OfInstrument> found = new ArrayList<>();
    Matcher passive = PASSIVE.matcher(s.text());
    while (passive.find()) {
      add(found, s, before(s, passive.start()), passive);
    }
    Matcher active = ACTIVE.matcher(s.text());
    while (active.find()) {
      add(found, s, after(s, active.end()), active);
    }
    Matcher draft = DRAFT.matcher(s.text());
    if (draft.find()) {
      Name name = before(s, draft.start());
      if (name != null) {
        found.add(instrument(s, name, draft.start(), draft.end(), ReportedState.DRAFT, null));
      }
    }
    return found;
  }

  private void add(
      List<Proposal.OfInstrument> found, FrenchSentence s, @Nullable Name name, Matcher act) {
    if (name == null) {
      return;
    }
    int from = s.clauseStart(act.start());
    boolean isNegated = act.group(1) != null || act.group(2) != null;
    String value = FrenchWords.value(STATES, act.group(3));
    ReportedState state = isNegated ? negated(value) : ReportedState.valueOf(value);
    boolean isDenied = DENIED.matcher(s.text().substring(from, act.start())).find();
    if (state != null && !isDenied) {
      boolean isInitialled =
          !isNegated && act.group(3).toLowerCase(Locale.ROOT).startsWith("paraph");
      found.add(
          instrument(
              s, name, act.start(), act.end(), state, isInitialled ? ActKind.INITIALLED : null));
    }
  }

  private static @Nullable ReportedState negated(String value) {
    return switch (value) {
      case "SIGNED" -> ReportedState.NOT_SIGNED;
      case "TEXT_AGREED" -> ReportedState.NOT_AGREED;
      default -> null;
    };
  }

  private Proposal.OfInstrument instrument(
      FrenchSentence s, Name name, int verb, int end, ReportedState state, @Nullable ActKind act) {
    int last = Math.max(end, name.to);
    int comma = s.text().indexOf(", ", last);
    int clause = s.clauseEnd(last);
    String words = s.text().substring(verb, comma < 0 ? clause : Math.min(clause, comma));
    List<FrenchDate> days = dates.in(words, false);
    FrenchDate day = days.isEmpty() || isNegative(state) ? null : days.getFirst();
    return new Proposal.OfInstrument(
        s.quotation(
            whole, Math.min(name.from, verb), day == null ? last : Math.max(last, verb + day.to())),
        s.text().substring(name.from, name.to),
        state,
        act,
        day == null ? null : day.date(),
        name.from < verb ? SURE : AFTER);
  }

  private static boolean isNegative(ReportedState state) {
    return state == ReportedState.NOT_SIGNED
        || state == ReportedState.NOT_AGREED
        || state == ReportedState.DRAFT;
  }

  /// The document that is the subject of a verb: the first one of its clause.
  private static @Nullable Name before(FrenchSentence s, int verb) {
    int clause = s.clauseStart(verb);
    int to = verb;
    for (int i = 0; i < 3 && to > clause; i++) {
      int comma = s.text().lastIndexOf(',', to - 1);
      int from = Math.max(clause, comma + 1);
      Matcher that = THAT.matcher(s.text()).region(from, to).useTransparentBounds(true);
      while (that.find()) {
        from = that.end();
      }
      Name found = first(s, from, to);
      if (found != null) {
        return found;
      }
      boolean isPronoun =
          s.text()
              .substring(from, to)
              .strip()
              .matches("(?i)(?:mais |et )?(?:elles?|ils?|lui|eux)|");
      to = isPronoun ? comma : clause;
    }
    return null;
  }

  private static @Nullable Name after(FrenchSentence s, int at) {
    return first(s, at, s.clauseEnd(at));
  }

  private static @Nullable Name first(FrenchSentence s, int from, int to) {
    if (from >= to) {
      return null;
    }
    Matcher names = NAMED.matcher(s.text()).region(from, to).useTransparentBounds(true);
    while (names.find()) {
      if (!isOther(s, names.start(1), names.end(1))) {
        return new Name(names.start(), names.end());
      }
    }
    return null;
  }

  /// Whether a noun is part of words that mean no document: "d'accord", "plan d'eau".
  private static boolean isOther(FrenchSentence s, int from, int to) {
    Matcher others =
        NO_DOCUMENT
            .matcher(s.text())
            .region(Math.max(0, from - AROUND), Math.min(s.text().length(), to + AROUND))
            .useTransparentBounds(true);
    boolean isOther = false;
    while (!isOther && others.find()) {
      isOther = others.start() <= from && others.end() >= to;
    }
    return isOther;
  }
}
