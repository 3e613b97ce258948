package org.parley.reading.rules.claim;

import org.parley.reading.SaidStance;
import org.parley.reading.people.SpeakerStanding;
import org.parley.reading.rules.speech.SpeechSource;

/// The confidence of a claim: how often claims like it had speaker, words and stance right.
///
/// A logistic regression over the probability of the stance, whether the rules agree, and how the
/// claim is attributed (Platt 1999). It is fitted to proposals from annotated texts that no model
/// had learnt from. Each author was tested by a fit to the others.
final class CalibratedConfidence {

  private static final int MOST = 99;
  private static final int SURE = 95;

  private CalibratedConfidence() {}

  /// @param percent the probability of the stance by the model
  /// @param isRuled whether the rules find the same stance
  /// @param isClaim whether the rules would make a claim of it
  /// @param ability whether the words for the speaker say who it is
  static int of(
      SaidStance stance,
      int percent,
      boolean isRuled,
      boolean isClaim,
      SpeechSource source,
      SpeakerStanding.Ability ability) {
    double share = Math.clamp(percent, 5, MOST) / 100.0;
    boolean isSaid = source.head() != null;
    boolean isOwn = source.head() == null && !source.isFloor();
    double score = -0.82 + 0.30 * Math.log(share / (1 - share));
    score += isRuled ? 0.27 : 0;
    score += isClaim ? 0.40 : 0;
    score -= isOwn ? 1.10 : 0;
    score -= ofStance(stance);
    score -= ability == SpeakerStanding.Ability.ABLE ? 0 : 1.0;
    if (isRuled && isClaim && isSaid && percent >= SURE) {
      score += isFirm(stance) ? 1.17 : 0.24;
    }
    return Math.clamp(Math.round(100 / (1 + Math.exp(-score))), 1, MOST);
  }

  private static double ofStance(SaidStance stance) {
    return switch (stance) {
      case AGREED -> 0.34;
      case PREFERS -> 0.26;
      case MOSTLY_AGREED,
          SHARE,
          OPEN,
          REJECTED,
          CONDITIONAL,
          RECEIVED,
          NOT_RECEIVED,
          FINAL_SOON,
          DENIED_REPORT ->
          0;
    };
  }

  /// Stances that have a word of their own, such as a figure or a condition.
  private static boolean isFirm(SaidStance stance) {
    return switch (stance) {
      case MOSTLY_AGREED, SHARE, REJECTED, CONDITIONAL, DENIED_REPORT -> true;
      case AGREED, OPEN, RECEIVED, NOT_RECEIVED, FINAL_SOON, PREFERS -> false;
    };
  }
}
