package org.parley.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Passes proposals that the text literally supports, and counts the rest. The same for every
/// reader.
public final class QuotationFilter {

  private QuotationFilter() {}

  /// Why a proposal was dropped.
  public enum Reason {
    /// Its quotation is not in the text, word for word, at its position.
    NOT_IN_THE_TEXT,
    /// Its speaker is not in the text.
    SPEAKER_NOT_IN_THE_TEXT,
    /// It cannot be: said after the text appeared, or agreed with a share below the whole.
    IMPOSSIBLE,
    /// It says the same of the same words as an earlier one.
    SAID_TWICE,
    /// It names a record that the case lacks.
    NOT_IN_THE_CASE,
    /// Its subject, its condition, or another of its words is empty or not a value of its kind.
    MALFORMED
  }

  /// The result of filtering.
  ///
  /// @param passed the passed proposals, in the order of the text
  /// @param dropped the number of rejected ones, by reason
  public record Admitted(List<Proposal> passed, Map<Reason, Integer> dropped) {
    public Admitted {
      passed = List.copyOf(passed);
      dropped = Map.copyOf(dropped);
    }
  }

  /// Drops whatever `article` does not say.
  public static Admitted admit(Article article, List<? extends Proposal> proposals) {
    Map<Reason, Integer> dropped = new EnumMap<>(Reason.class);
    List<Proposal> passed = new ArrayList<>();
    String lower = article.text().toLowerCase(Locale.ROOT);
    for (Proposal each : proposals) {
      Reason reason = fault(article, lower, each);
      if (reason == null && passed.stream().anyMatch(other -> isSame(other, each))) {
        reason = Reason.SAID_TWICE;
      }
      if (reason == null) {
        passed.add(each);
      } else {
        dropped.merge(reason, 1, Integer::sum);
      }
    }
    passed.sort(
        java.util.Comparator.comparingInt((Proposal each) -> each.quotation().at().start())
            .thenComparingInt(each -> each.quotation().at().end()));
    return new Admitted(passed, dropped);
  }

  private static @Nullable Reason fault(Article article, String lower, Proposal proposal) {
    TextSpan at = proposal.quotation().at();
    String text = article.text();
    if (at.length() == 0
        || at.end() > text.length()
        || !at.in(text).equals(proposal.quotation().words())
        || proposal.quotation().words().isBlank()) {
      return Reason.NOT_IN_THE_TEXT;
    }
    return switch (proposal) {
      case Proposal.OfClaim claim ->
          isImpossible(article, claim) ? Reason.IMPOSSIBLE : fault(text, lower, claim);
      case Proposal.OfOrder order ->
          !isIn(text, lower, order.speaker())
              ? Reason.SPEAKER_NOT_IN_THE_TEXT
              : order.later().isBlank() || order.earlier().isBlank() ? Reason.MALFORMED : null;
      case Proposal.OfMeeting _ -> null;
      case Proposal.OfStep step -> step.what().isBlank() ? Reason.MALFORMED : null;
      case Proposal.OfInstrument instrument ->
          instrument.name().isBlank() ? Reason.MALFORMED : null;
    };
  }

  private static @Nullable Reason fault(String text, String lower, Proposal.OfClaim claim) {
    if (claim.attribution() != Attribution.NEWSROOM && !isIn(text, lower, claim.speaker())) {
      return Reason.SPEAKER_NOT_IN_THE_TEXT;
    }
    boolean isShare = claim.stance() == SaidStance.SHARE;
    boolean isConditional = claim.stance() == SaidStance.CONDITIONAL;
    if (claim.subject().isBlank()
        || (isShare && claim.share() == null)
        || (isConditional && (claim.condition() == null || claim.condition().isBlank()))
        || (claim.share() != null && !isShare(claim.share()))) {
      return Reason.MALFORMED;
    }
    return null;
  }

  private static boolean isImpossible(Article article, Proposal.OfClaim claim) {
    boolean isLater =
        article.published() != null
            && claim.said() != null
            && claim.said().earliestDay().isAfter(article.published());
    boolean isPart =
        claim.stance() == SaidStance.AGREED
            && claim.share() != null
            && isShare(claim.share())
            && new org.parley.model.claim.Share(claim.share())
                .fraction()
                .filter(each -> each.part() < each.whole())
                .isPresent();
    return isLater || isPart;
  }

  private static boolean isShare(String words) {
    try {
      return !new org.parley.model.claim.Share(words).said().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isIn(String text, String lower, Speaker speaker) {
    TextSpan where = speaker.where();
    return !speaker.name().isBlank()
        && where.length() > 0
        && where.end() <= text.length()
        && isNamedInLower(lower, speaker.name());
  }

  /// Whether every word of a name is in the text, ignoring case.
  static boolean isNamedIn(String text, String name) {
    return isNamedInLower(text.toLowerCase(Locale.ROOT), name);
  }

  private static boolean isNamedInLower(String lower, String name) {
    boolean any = false;
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        any = true;
        if (!lower.contains(word)) {
          return false;
        }
      }
    }
    return any;
  }

  private static boolean isSame(Proposal one, Proposal other) {
    if (one.getClass() != other.getClass()
        || !one.quotation().at().equals(other.quotation().at())) {
      return false;
    }
    if (one instanceof Proposal.OfClaim a && other instanceof Proposal.OfClaim b) {
      return a.stance() == b.stance()
          && a.subject().equals(b.subject())
          && a.speaker().name().equals(b.speaker().name());
    }
    return true;
  }
}
