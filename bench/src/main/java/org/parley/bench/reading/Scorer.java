package org.parley.bench.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.TextSpan;

/// Scores a reading by the rules of the annotated texts: one-to-one matching on speaker and on at
/// least half of the shorter quotation.
final class Scorer {

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "on", "in", "at", "by", "for", "to", "with", "from", "over",
          "under", "about", "into", "between", "among", "against", "through", "during", "before",
          "after", "without", "within", "upon", "as");

  /// The counts of one text, and its errors in words.
  ///
  /// @param saidByAnybody the counts of claims if every speaker were right
  record Score(
      ScoreTally claims,
      ScoreTally meetings,
      ScoreTally steps,
      ScoreTally documents,
      ScoreTally saidByAnybody,
      List<String> errors,
      List<Gold.Claim> missed,
      List<Judged> judged) {}

  /// A proposed claim: how sure the reader was, and whether speaker, words and stance were right.
  record Judged(int confidence, boolean isRight) {}

  private final Gold gold;
  private final List<String> errors = new ArrayList<>();
  private final List<Gold.Claim> missed = new ArrayList<>();
  private final List<Judged> judged = new ArrayList<>();

  private Scorer(Gold gold) {
    this.gold = gold;
  }

  static Score of(Gold gold, List<Proposal> proposals) {
    Scorer scorer = new Scorer(gold);
    List<Proposal.OfClaim> found =
        all(proposals, Proposal.OfClaim.class).stream()
            .filter(each -> each.attribution() != Attribution.NEWSROOM)
            .toList();
    ScoreTally claims = scorer.claims(found);
    ScoreTally meetings =
        scorer.events("meeting", gold.meetings(), all(proposals, Proposal.OfMeeting.class));
    ScoreTally steps = scorer.events("step", gold.steps(), all(proposals, Proposal.OfStep.class));
    ScoreTally documents =
        scorer.events("document", gold.documents(), all(proposals, Proposal.OfInstrument.class));
    return new Score(
        claims,
        meetings,
        steps,
        documents,
        scorer.saidByAnybody(found),
        List.copyOf(scorer.errors),
        List.copyOf(scorer.missed),
        List.copyOf(scorer.judged));
  }

  private static <T extends Proposal> List<T> all(List<Proposal> proposals, Class<T> kind) {
    return proposals.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  // claims

  private int[] match(List<Proposal.OfClaim> found, boolean isByAnybody) {
    long[][] worth = new long[found.size()][gold.claims().size()];
    for (int i = 0; i < found.size(); i++) {
      for (int j = 0; j < gold.claims().size(); j++) {
        Proposal.OfClaim claim = found.get(i);
        Gold.Claim right = gold.claims().get(j);
        boolean isBy = isByAnybody || isSameSpeaker(claim.speaker().name(), right.speaker());
        worth[i][j] = isBy ? worth(claim, right) : 0;
      }
    }
    return Matching.of(worth);
  }

  private ScoreTally saidByAnybody(List<Proposal.OfClaim> found) {
    int[] match = match(found, true);
    ScoreTally tally = new ScoreTally();
    tally.gold = gold.claims().size();
    tally.proposed = found.size();
    for (int i = 0; i < match.length; i++) {
      if (match[i] >= 0) {
        tally.matched++;
        boolean isStance = word(found.get(i).stance()).equals(gold.claims().get(match[i]).stance());
        tally.stanceRight += isStance ? 1 : 0;
      }
    }
    return tally;
  }

  private ScoreTally claims(List<Proposal.OfClaim> found) {
    int[] match = match(found, false);
    ScoreTally tally = new ScoreTally();
    tally.gold = gold.claims().size();
    tally.proposed = found.size();
    Set<Integer> matched = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      Proposal.OfClaim claim = found.get(i);
      if (match[i] < 0) {
        errors.add("  extra claim   " + describe(claim));
        judged.add(new Judged(claim.confidence(), false));
        continue;
      }
      matched.add(match[i]);
      count(tally, claim, gold.claims().get(match[i]));
    }
    for (int j = 0; j < gold.claims().size(); j++) {
      if (!matched.contains(j)) {
        Gold.Claim right = gold.claims().get(j);
        missed.add(right);
        errors.add(
            "  missed claim  "
                + right.speaker()
                + " | "
                + right.stance()
                + " | "
                + right.at().in(gold.text()));
      }
    }
    return tally;
  }

  private void count(ScoreTally tally, Proposal.OfClaim claim, Gold.Claim right) {
    tally.matched++;
    boolean isStance = word(claim.stance()).equals(right.stance());
    tally.stanceRight += isStance ? 1 : 0;
    judged.add(new Judged(claim.confidence(), isStance));
    if (!isStance) {
      errors.add("  wrong stance  " + right.stance() + " but " + describe(claim));
    }
    Double share = share(claim);
    if (share != null || right.share() != null) {
      tally.shareAsked++;
      boolean isRight =
          share != null && right.share() != null && Math.abs(share - right.share()) <= 1;
      tally.shareRight += isRight ? 1 : 0;
      if (!isRight) {
        errors.add("  wrong share   " + right.share() + " but " + describe(claim));
      }
    }
    double overlap = f1(words(claim.subject()), words(right.subject()));
    tally.subject += overlap;
    tally.subjectHalf += overlap >= 0.5 ? 1 : 0;
    if (overlap < 0.5) {
      errors.add("  wrong subject " + right.subject() + " but " + claim.subject());
    }
    boolean isTold = word(claim.attribution()).equals(right.attribution());
    tally.attributionRight += isTold ? 1 : 0;
    if (!isTold) {
      errors.add("  wrong attribution " + right.attribution() + " but " + describe(claim));
    }
    String said = claim.said() == null ? null : claim.said().toString();
    boolean isThen = java.util.Objects.equals(said, right.saidOn());
    tally.saidRight += isThen ? 1 : 0;
    if (!isThen) {
      errors.add("  wrong date    " + right.saidOn() + " but " + said + ": " + describe(claim));
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String describe(Proposal.OfClaim claim) {
    return claim.speaker().name()
        + " | "
        + word(claim.stance())
        + " | "
        + claim.subject()
        + " | "
        + claim.quotation().words();
  }

  private static @Nullable Double share(Proposal.OfClaim claim) {
    String words = claim.share();
    if (words == null) {
      return null;
    }
    return new Share(words)
        .fraction()
        .map(each -> Math.round(1000.0 * each.part() / each.whole()) / 10.0)
        .orElse(null);
  }

  private static long worth(Proposal.OfClaim claim, Gold.Claim right) {
    if (!isHalf(claim.quotation().at(), right.at())) {
      return 0;
    }
    boolean isStance = word(claim.stance()).equals(right.stance());
    Double share = share(claim);
    boolean isShare =
        share == null
            ? right.share() == null
            : right.share() != null && Math.abs(share - right.share()) <= 1;
    return 1_000_000_000L
        + (isStance ? 10_000_000L : 0)
        + (isShare ? 100_000L : 0)
        + claim.quotation().at().overlap(right.at());
  }

  static boolean isHalf(TextSpan one, TextSpan other) {
    return 2 * one.overlap(other) >= Math.min(one.length(), other.length());
  }

  static boolean isSameSpeaker(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    if (a.isBlank() || b.isBlank()) {
      return false;
    }
    if (isName(one) && isName(other)) {
      return last(a).equals(last(b));
    }
    Set<String> first = words(a);
    Set<String> second = words(b);
    Set<String> shorter = first.size() <= second.size() ? first : second;
    Set<String> longer = first.size() <= second.size() ? second : first;
    long in = shorter.stream().filter(longer::contains).count();
    return !shorter.isEmpty() && 2 * in >= shorter.size();
  }

  /// Whether every word but particles begins with a capital: the name of a person or of a place.
  private static boolean isName(String words) {
    return Arrays.stream(words.split("\\s+"))
        .filter(each -> each.length() > 3)
        .allMatch(each -> Character.isUpperCase(each.codePointAt(0)));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static String plain(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(plain(text).split("[^\\p{L}\\p{N}]+"))
        .filter(each -> !each.isEmpty() && !SMALL.contains(each))
        .collect(Collectors.toSet());
  }

  /// How much two phrases have in common: F1 of their words.
  static double shared(String one, String other) {
    return f1(words(one), words(other));
  }

  private static double f1(Set<String> one, Set<String> other) {
    long both = one.stream().filter(other::contains).count();
    return both == 0 ? 0 : 2.0 * both / (one.size() + other.size());
  }

  // meetings, steps, documents

  private static String describe(Proposal event) {
    String words = event.quotation().words();
    return event instanceof Proposal.OfInstrument document
        ? document.name() + " | " + word(document.state()) + " | " + words
        : words;
  }

  private ScoreTally events(String kind, List<Gold.Event> right, List<? extends Proposal> found) {
    long[][] worth = new long[found.size()][right.size()];
    for (int i = 0; i < found.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        TextSpan at = found.get(i).quotation().at();
        worth[i][j] = isHalf(at, right.get(j).at()) ? 1_000_000 + at.overlap(right.get(j).at()) : 0;
      }
    }
    int[] match = Matching.of(worth);
    ScoreTally tally = new ScoreTally();
    tally.gold = right.size();
    tally.proposed = found.size();
    Set<Integer> matched = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      if (match[i] < 0) {
        errors.add("  extra " + kind + "   " + describe(found.get(i)));
        continue;
      }
      matched.add(match[i]);
      Gold.Event wanted = right.get(match[i]);
      tally.matched++;
      switch (found.get(i)) {
        case Proposal.OfMeeting meeting -> {
          when(tally, kind, meeting.when(), wanted.when(), meeting.quotation().words());
          tally.secondAsked++;
          boolean isRight = Boolean.valueOf(meeting.isPlanned()).equals(wanted.planned());
          tally.secondRight += isRight ? 1 : 0;
          if (!isRight) {
            errors.add("  wrong planned " + wanted.planned() + ": " + meeting.quotation().words());
          }
        }
        case Proposal.OfStep step ->
            when(tally, kind, step.when(), wanted.when(), step.quotation().words());
        case Proposal.OfInstrument document -> {
          tally.secondAsked++;
          boolean isRight = word(document.state()).equals(wanted.status());
          tally.secondRight += isRight ? 1 : 0;
          if (!isRight) {
            errors.add(
                "  wrong status  "
                    + wanted.status()
                    + " but "
                    + word(document.state())
                    + ": "
                    + document.quotation().words());
          }
        }
        case Proposal.OfClaim _, Proposal.OfOrder _ -> throw new IllegalStateException(kind);
      }
    }
    for (int j = 0; j < right.size(); j++) {
      if (!matched.contains(j)) {
        errors.add("  missed " + kind + "  " + right.get(j).at().in(gold.text()));
      }
    }
    return tally;
  }

  private void when(
      ScoreTally tally, String kind, @Nullable Edtf found, @Nullable String wanted, String quote) {
    tally.whenAsked++;
    if (found == null || wanted == null) {
      tally.whenRight += found == null && wanted == null ? 1 : 0;
    } else if (found.toString().equals(wanted)) {
      tally.whenRight++;
    } else {
      Edtf right = Edtf.of(wanted);
      boolean isWithin =
          (!right.earliestDay().isBefore(found.earliestDay())
                  && !right.latestDay().isAfter(found.latestDay()))
              || (!found.earliestDay().isBefore(right.earliestDay())
                  && !found.latestDay().isAfter(right.latestDay()));
      tally.whenRight += isWithin ? 0.5 : 0;
    }
    if (!String.valueOf(found).equals(String.valueOf(wanted))) {
      errors.add("  " + kind + " when   " + wanted + " but " + found + ": " + quote);
    }
  }
}
